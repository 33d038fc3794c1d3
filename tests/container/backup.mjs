// The operators' script for copies of the database, run against what the tried-out app has written.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync } from "node:fs";
import { join } from "node:path";

/** A copy fills an empty database with the same rows, never one that holds something, and a difference is seen. */
export function restores(repository, scratch, postgres) {
  const script = (newDatabase, ...args) => {
    const run = spawnSync(join(repository, "deploy", "backup.sh"), args, {
      encoding: "utf8",
      env: {
        PATH: `${postgres.programs}:${process.env.PATH}`,
        TMPDIR: scratch,
        DATABASE_URL: postgres.databaseUrl,
        NEW_DATABASE_URL: newDatabase,
      },
    });
    return { code: run.status, said: run.stdout + run.stderr };
  };

  const empty = postgres.createDatabase("restored");
  const drill = script(empty, "drill");
  assert.equal(drill.code, 0, drill.said);
  assert.match(drill.said, /Restored \d\d tables with [1-9]\d* rows; all of them are what was copied/);

  const again = script(empty, "drill");
  assert.equal(again.code, 1, again.said);
  assert.match(again.said, /NEW_DATABASE_URL is not empty: nothing was changed/);

  const copy = join(scratch, "copy");
  assert.equal(script(undefined, "dump", copy).code, 0);
  assert.match(script(undefined, "dump", copy).said, /is there already: nothing was written/);
  appendFileSync(`${copy}.sums`, "a_table_that_was_lost|1|1\n");
  const different = script(postgres.createDatabase("different"), "restore", copy);
  assert.equal(different.code, 1);
  assert.match(different.said, /< a_table_that_was_lost\|1\|1/);

  const away = script("postgres://jobtracker@127.0.0.1:1/nothing", "restore", copy);
  assert.equal(away.code, 1);
  assert.match(away.said, /The database of NEW_DATABASE_URL cannot be read/);
  assert.ok(!existsSync(`${copy}.found`) && !existsSync(`${copy}.part`), "nothing half-made is left");
}
