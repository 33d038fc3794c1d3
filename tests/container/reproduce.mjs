// Builds what the Dockerfile builds, without Docker, and tries it out as hosts run it: unprivileged, in Production, on the machine's own
// PostgreSQL. Needs Node, the .NET SDK, git and Debian's postgresql-15. Leaves nothing behind, however it ends.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { restores } from "./backup.mjs";
import { build } from "./dockerfile.mjs";
import { startPostgres } from "./postgres.mjs";
import { tryOut } from "./smoke.mjs";

const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const scratch = mkdtempSync(join(tmpdir(), "jobtracker-container-"));
chmodSync(scratch, 0o755);
let postgres;

async function clean() {
  await postgres?.server.stop("SIGQUIT");
  rmSync(scratch, { recursive: true, force: true });
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => clean().finally(() => process.exit(1)));
try {
  const image = build(repository, scratch);
  postgres = await startPostgres(scratch);
  await tryOut(image, postgres.databaseUrl);
  restores(repository, scratch, postgres);
  console.log("The container does what it should, and a copy of its database can be used.");
} catch (problem) {
  console.error(problem);
  process.exitCode = 1;
} finally {
  await clean();
}
