// Processes that are started for a while, as somebody without rights.
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

const patience = 60_000;

/** The command as another user; only root can, and needs to. */
export function asUser(user, command) {
  return process.getuid() === 0 ? ["setpriv", `--reuid=${user}`, `--regid=${user}`, "--clear-groups", "--inh-caps=-all", ...command] : command;
}

/** Starts a command; its output is kept for the case that something is wrong with it. */
export function start(command, { user, cwd, env = { PATH: process.env.PATH } }) {
  const [program, ...args] = asUser(user, command);
  const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  const output = [];
  child.stdout.on("data", (text) => output.push(text));
  child.stderr.on("data", (text) => output.push(text));
  const ended = new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve(code ?? signal));
  });
  const running = () => child.exitCode === null && child.signalCode === null;
  return {
    ended,
    output: () => Buffer.concat(output).toString(),
    /** Asks until the answer is yes; fails if the process ends before. */
    async until(question) {
      for (const started = Date.now(); Date.now() - started < patience; await pause(100)) {
        if (!running()) throw new Error(`${command.join(" ")} ended with ${await ended}:\n${Buffer.concat(output)}`);
        if (await question()) return;
      }
      throw new Error(`${command.join(" ")} is not ready after ${patience / 1000} s:\n${Buffer.concat(output)}`);
    },
    /** Sends a signal if it still runs, and gives the exit code. */
    async stop(signal) {
      if (running()) child.kill(signal);
      return ended;
    },
  };
}

/** A port that nobody uses at this moment. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
