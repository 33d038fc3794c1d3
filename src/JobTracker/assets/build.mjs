// Fills wwwroot/build with scripts, styles and the icon sprite. The .NET build runs it (see Assets.targets), and so does `npm run build`.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const assets = dirname(fileURLToPath(import.meta.url));
const project = dirname(assets);
const output = join(project, "wwwroot", "build");
const scripts = ["site.ts", "board.ts", "chat.ts", "practice.ts", "analytics.ts", "worker/service-worker.ts"];

try {
  requireNode(20);
  installPackages();
  keepOnly({ ...(await bundleScripts()), "site.css": buildStyles(), "icons.svg": drawSprite() });
} catch (problem) {
  console.error(problem.message);
  process.exit(1);
}

function requireNode(major) {
  if (Number(process.versions.node.split(".")[0]) < major)
    throw new Error(`The site's assets need Node.js ${major} or newer, and this is ${process.versions.node}.`);
}

function installPackages() {
  const stamp = join(assets, "node_modules", ".package-lock.json");
  const asked = ["package.json", "package-lock.json", ".npmrc"].map((name) => changed(join(assets, name)));
  if (existsSync(stamp) && changed(stamp) >= Math.max(...asked)) return;
  // On Windows npm is a script, which only a shell can start.
  const npm = spawnSync("npm", ["ci", "--loglevel=error"], { cwd: assets, encoding: "utf8", shell: process.platform === "win32" });
  if (npm.error) throw new Error("The site's assets need npm, and it could not be started: install it together with Node.js 20 or newer.");
  if (npm.status !== 0) throw new Error(`npm ci failed: ${npm.stderr.trim()}`);
  touch(stamp);
}

async function bundleScripts() {
  const esbuild = await import("esbuild");
  const result = await esbuild.build({
    entryPoints: scripts.map((name) => join(assets, name)),
    outdir: output,
    entryNames: "[name]",
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    write: false,
  });
  return Object.fromEntries(result.outputFiles.map((file) => [relative(output, file.path), file.contents]));
}

function buildStyles() {
  const tailwind = join(assets, "node_modules", "@tailwindcss", "cli", "dist", "index.mjs");
  const run = spawnSync(process.execPath, [tailwind, "--input", "site.css", "--minify"], { cwd: assets, encoding: "utf8" });
  if (run.status !== 0) throw new Error(`Tailwind failed: ${run.stderr.trim()}`);
  return run.stdout;
}

function drawSprite() {
  const names = readFileSync(join(assets, "icons.txt"), "utf8").split("\n").map((line) => line.trim()).filter(Boolean);
  const missing = iconsOnPages().filter((name) => !names.includes(name));
  if (missing.length > 0) throw new Error(`assets/icons.txt lacks: ${missing.join(", ")}`);
  return `<svg xmlns="http://www.w3.org/2000/svg">\n${names.map(drawSymbol).join("\n")}\n</svg>\n`;
}

function iconsOnPages() {
  const pages = readdirSync(join(project, "Features"), { recursive: true }).filter((name) => name.endsWith(".cshtml"));
  const markup = pages.map((name) => readFileSync(join(project, "Features", name), "utf8")).join("\n");
  return [...new Set([...markup.matchAll(/<icon\s+name="([a-z0-9-]+)"/g)].map((match) => match[1]))];
}

// "star-filled" is Tabler's filled star; every other name is an outline, whose stroke the page's style sheet sets.
function drawSymbol(name) {
  const filled = name.endsWith("-filled");
  const file = join("node_modules", "@tabler", "icons", "icons", filled ? "filled" : "outline", `${name.replace(/-filled$/, "")}.svg`);
  if (!existsSync(join(assets, file))) throw new Error(`Tabler has no icon ${name}.`);
  const drawing = readFileSync(join(assets, file), "utf8")
    .replace(/<!--[\s\S]*?-->|<\/?svg[^>]*>|<path stroke="none" d="M0 0h24v24H0z" fill="none" \/>/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return `<symbol id="${name}" viewBox="0 0 24 24"${filled ? ' fill="currentColor" stroke="none"' : ""}>${drawing}</symbol>`;
}

// A file whose content is the same keeps its bytes, so that a build running at the same time may go on reading it.
function keepOnly(files) {
  mkdirSync(output, { recursive: true });
  for (const name of readdirSync(output)) if (!(name in files)) rmSync(join(output, name), { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    const path = join(output, name);
    const bytes = Buffer.from(content);
    if (existsSync(path) && readFileSync(path).equals(bytes)) {
      touch(path);
      continue;
    }
    writeFileSync(`${path}.new`, bytes);
    renameSync(`${path}.new`, path);
  }
}

function changed(path) {
  return statSync(path).mtimeMs;
}

function touch(path) {
  const now = new Date();
  utimesSync(path, now, now);
}
