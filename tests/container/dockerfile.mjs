// Follows a Dockerfile without Docker: a folder for each stage, this machine's Node and .NET in place of the base images.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Runs all stages of the Dockerfile of a repository below a scratch folder; gives the last one, which is the image. */
export function build(repository, scratch) {
  const context = join(scratch, "context");
  copyContext(repository, context);
  const stages = new Map();
  let stage;
  for (const { verb, rest } of instructions(readFileSync(join(repository, "Dockerfile"), "utf8"))) {
    if (verb === "FROM") {
      const name = rest.split(/\s+as\s+/i)[1] ?? "image";
      stage = { root: join(scratch, name), workdir: "/", env: {}, user: "root" };
      stages.set(name, stage);
      continue;
    }
    console.log(`${basename(stage.root)}: ${verb} ${rest}`);
    if (verb === "WORKDIR") mkdirSync(join(stage.root, (stage.workdir = rest)), { recursive: true });
    else if (verb === "COPY") copy(stage, rest.split(/\s+/), context, stages);
    else if (verb === "RUN") run(stage, rest);
    else if (verb === "ENV") Object.assign(stage.env, Object.fromEntries(rest.split(/\s+/).map((pair) => pair.split("="))));
    else if (verb === "USER") stage.user = rest;
    else if (verb === "CMD") stage.command = JSON.parse(rest);
    else if (verb === "HEALTHCHECK") stage.health = JSON.parse(rest.slice(rest.indexOf("CMD") + 3));
    else if (verb !== "EXPOSE") throw new Error(`The reproduction does not know ${verb}: teach it in tests/container/dockerfile.mjs.`);
  }
  return stage;
}

function instructions(text) {
  const lines = text.replace(/\\\n/g, " ").split("\n").map((line) => line.trim());
  return lines
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => ({ verb: line.split(/\s/, 1)[0].toUpperCase(), rest: line.slice(line.indexOf(" ") + 1).trim() }));
}

/** What a clean clone has (and what is not committed yet), without what .dockerignore keeps back. */
function copyContext(repository, context) {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: repository, encoding: "utf8" });
  const rules = readFileSync(join(repository, ".dockerignore"), "utf8").split("\n").map((line) => line.trim());
  const kept = ignoring(rules.filter((line) => line !== "" && !line.startsWith("#")));
  for (const path of new Set(listed.split("\0").filter(Boolean))) {
    if (!kept(path) || !existsSync(join(repository, path))) continue;
    mkdirSync(dirname(join(context, path)), { recursive: true });
    cpSync(join(repository, path), join(context, path), { preserveTimestamps: true });
  }
}

/** The last rule that fits a file or one of its folders decides. */
function ignoring(rules) {
  const patterns = rules.map((rule) => ({ keep: rule.startsWith("!"), pattern: patternOf(rule.replace(/^!/, "")) }));
  return (path) => patterns.reduce((kept, { keep, pattern }) => (pattern.test(path) ? keep : kept), true);
}

function patternOf(rule) {
  const escaped = rule.replace(/[.+^${}()|[\]\\]/g, "\\$&").replace(/\*\*\//g, "\0").replace(/\*/g, "[^/]*").replace(/\0/g, "(?:.*/)?");
  return new RegExp(`^${escaped}(?:/.*)?$`);
}

function copy(stage, words, context, stages) {
  const from = words[0].startsWith("--from=") ? stages.get(words.shift().slice("--from=".length)).root : context;
  const target = words.pop();
  for (const source of words) {
    const there = join(from, source);
    const here = target.startsWith("/") ? join(stage.root, target) : join(stage.root, stage.workdir, target);
    const intoFolder = !statSync(there).isDirectory() && target.endsWith("/");
    cpSync(there, intoFolder ? join(here, basename(there)) : here, { recursive: true, preserveTimestamps: true });
  }
}

function run(stage, command) {
  // No compiler or build node may live on with its feet in a folder that will be deleted.
  const env = { ...process.env, ...stage.env, MSBUILDDISABLENODEREUSE: "1", UseSharedCompilation: "false" };
  const done = spawnSync("/bin/sh", ["-c", command], { cwd: join(stage.root, stage.workdir), env, stdio: "inherit" });
  if (done.status !== 0) throw new Error(`RUN ${command} ended with ${done.status ?? done.signal}.`);
}
