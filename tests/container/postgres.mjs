// A throw-away server from the machine's PostgreSQL packages, with one database that belongs to an ordinary role, as hosts give it.
import { execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { asUser, freePort, start } from "./processes.mjs";

const installed = "/usr/lib/postgresql";
const nobody = 65534;
const password = "reproduction-only";

/** The running server: its process, the folder of its programs, the DATABASE_URL of the database, and how to make a further, empty one. */
export async function startPostgres(scratch) {
  const programs = findPrograms();
  const folder = join(scratch, "postgres");
  const secret = join(scratch, "postgres-password");
  mkdirSync(folder);
  writeFileSync(secret, password);
  if (process.getuid() === 0) chownSync(folder, nobody, nobody);
  const initdb = [join(programs, "initdb"), "-D", folder, "-U", "postgres", "-A", "scram-sha-256", `--pwfile=${secret}`];
  execute([...initdb, "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]);

  const port = await freePort();
  const settings = ["-p", `${port}`, "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "log_min_messages=fatal"];
  const server = start([join(programs, "postgres"), "-D", folder, ...settings], { user: nobody, cwd: "/" });
  await server.until(() => succeeds([join(programs, "pg_isready"), "-q", "-h", "127.0.0.1", "-p", `${port}`]));
  const sql = (statement) =>
    execute([join(programs, "psql"), "-qX", "-h", "127.0.0.1", "-p", `${port}`, "-U", "postgres", "-d", "postgres", "-c", statement]);
  sql(`create role jobtracker login password '${password}'`);
  sql("create database jobtracker owner jobtracker");
  const urlOf = (database) => `postgres://jobtracker:${password}@127.0.0.1:${port}/${database}`;
  const createDatabase = (name) => {
    sql(`create database ${name} owner jobtracker`);
    return urlOf(name);
  };
  return { server, programs, databaseUrl: urlOf("jobtracker"), createDatabase };
}

function findPrograms() {
  const versions = existsSync(installed) ? readdirSync(installed).filter((name) => existsSync(join(installed, name, "bin", "postgres"))) : [];
  if (versions.length === 0) throw new Error("No PostgreSQL is installed: apt-get install postgresql-15.");
  return join(installed, versions.sort((one, other) => Number(one) - Number(other))[0], "bin");
}

function execute(command) {
  const [program, ...args] = asUser(nobody, command);
  execFileSync(program, args, { cwd: "/", env: { PATH: process.env.PATH, PGPASSWORD: password }, stdio: ["ignore", "ignore", "inherit"] });
}

function succeeds(command) {
  try {
    execute(command);
    return true;
  } catch {
    return false;
  }
}
