// What the finished image must do: hold only what it needs, migrate, answer, keep what it was told over a restart.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { freePort, start } from "./processes.mjs";

// The base image's APP_UID.
const unprivileged = 1654;

/** Tries out an image against an empty database. */
export async function tryOut(image, databaseUrl) {
  assert.equal(image.user, "$APP_UID", "the image must not run as root");
  const folder = join(image.root, image.workdir);
  holdsOnlyTheApp(folder);
  const port = await freePort();
  const app = new App(image.command, image.health, folder, {
    ...image.env,
    PATH: process.env.PATH,
    // The base image listens on 8080; hosts say otherwise.
    ASPNETCORE_HTTP_PORTS: "8080",
    PORT: `${port}`,
    DATABASE_URL: databaseUrl,
    JWT_SECRET: "kR7v-reproduction-Zq4mX9wL2sT8bN5yC1hD6g",
    DATA_PROTECTION_SECRET: "pW3e-reproduction-Vu8nB2kM7xQ4tR9zF6aS1d",
  });
  await app.migrates();
  await app.migrates();

  await app.serving(async (site) => {
    assert.equal(await app.asksHealth(), 0);
    await site.servesPages();
    await site.registers();
    await site.adds();
    await site.has(1);
  });
  assert.equal(await app.asksHealth(), 1, "nobody answers, and health says so");
  await app.serving((site) => site.has(1));
}

function holdsOnlyTheApp(folder) {
  const unwanted = /(^|\/)(initdb|postgres|pg_ctl|package(-lock)?\.json|node_modules|\.data|[^/]*\.(ts|map|cs|cshtml|pem))$/;
  assert.deepEqual(readdirSync(folder, { recursive: true }).filter((name) => unwanted.test(name)), []);
}

class App {
  #command; #health; #folder; #env; #site;

  constructor(command, health, folder, env) {
    [this.#command, this.#health, this.#folder, this.#env] = [command, health, folder, env];
    this.#site = new Site(`http://127.0.0.1:${env.PORT}`);
  }

  async migrates() {
    const run = this.#start([...this.#command, "migrate"]);
    assert.equal(await run.ended, 0, run.output());
  }

  asksHealth() {
    return this.#start(this.#health).ended;
  }

  /** Runs the app for as long as the questions take; SIGTERM must end it in order. */
  async serving(questions) {
    const run = this.#start(this.#command);
    try {
      await run.until(() => this.#site.isReady());
      await questions(this.#site);
      assert.equal(await run.stop("SIGTERM"), 0);
    } catch (problem) {
      console.error(run.output());
      throw problem;
    } finally {
      await run.stop("SIGKILL");
    }
  }

  #start(command) {
    return start(command, { user: unprivileged, cwd: this.#folder, env: this.#env });
  }
}

class Site {
  #address; #token;

  constructor(address) {
    this.#address = address;
  }

  async isReady() {
    return fetch(`${this.#address}/health/ready`).then((answer) => answer.ok, () => false);
  }

  async servesPages() {
    const page = await this.#get("/", { "Accept-Language": "fr" });
    const html = await page.text();
    assert.match(html, /<html lang="fr"/);
    const style = html.match(/\/build\/site\.\w+\.css/)?.[0];
    assert.ok(style, "the style sheet's name carries its fingerprint");
    for (const encoding of ["br", "gzip"]) {
      const answer = await this.#get(style, { "Accept-Encoding": encoding });
      assert.equal(answer.headers.get("content-encoding"), encoding, "compressed when it was published");
      assert.match(answer.headers.get("cache-control"), /immutable/);
      assert.ok((await answer.text()).length > 1000);
    }
  }

  async registers() {
    const body = { email: "ada@example.org", password: "correct horse battery", locale: "fr", time_zone: "Europe/Paris" };
    const answer = await this.#post("/api/auth/register", body, {});
    this.#token = answer.access_token;
  }

  async adds() {
    const body = { company: "Électricité & Cie", position: "Développeuse" };
    const once = await this.#post("/api/applications", body, { "Idempotency-Key": "once" });
    const twice = await this.#post("/api/applications", body, { "Idempotency-Key": "once" });
    assert.equal(twice.id, once.id);
  }

  async has(count) {
    const page = await this.#get("/api/applications?q=electricite", { Authorization: `Bearer ${this.#token}` });
    assert.equal((await page.json()).items.length, count);
  }

  async #get(path, headers) {
    const answer = await fetch(this.#address + path, { headers });
    assert.equal(answer.status, 200, path);
    return answer;
  }

  async #post(path, body, headers) {
    const authorization = this.#token ? { Authorization: `Bearer ${this.#token}` } : {};
    const answer = await fetch(this.#address + path, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...authorization, ...headers },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    assert.equal(answer.status, 201, `${path}: ${text}`);
    return JSON.parse(text);
  }
}
