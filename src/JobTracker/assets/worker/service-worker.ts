// Runs beside the site's pages and answers for the network when there is none. It keeps one page that says so, and what that page needs;
// nothing of a person ever gets in here.
declare const self: ServiceWorkerGlobalScope;

const cacheName = "shell";
const offlinePage = "/offline";
const dayInMilliseconds = 24 * 60 * 60 * 1000;

self.addEventListener("install", (event) => event.waitUntil(keepShell().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.mode === "navigate") event.respondWith(open(event));
  else if (request.method === "GET" && new URL(request.url).pathname.startsWith("/build/")) event.respondWith(keptOrFetched(request));
});

async function takeOver(): Promise<void> {
  // The request for a page starts at once and not only when this worker has woken up.
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

/** The page from the network, which is always asked first; the kept one when the network does not answer. */
async function open(event: FetchEvent): Promise<Response> {
  try {
    const answer = ((await event.preloadResponse) as Response | undefined) ?? (await fetch(event.request));
    event.waitUntil(renew());
    return answer;
  } catch {
    return (await (await caches.open(cacheName)).match(offlinePage)) ?? Response.error();
  }
}

async function keptOrFetched(request: Request): Promise<Response> {
  return (await (await caches.open(cacheName)).match(request)) ?? fetch(request);
}

/** Asks for the page once a day, so that it follows the site's look and the person's language. */
async function renew(): Promise<void> {
  const kept = await (await caches.open(cacheName)).match(offlinePage);
  const age = Date.now() - Date.parse(kept?.headers.get("date") ?? "");
  if (!(age < dayInMilliseconds)) await keepShell();
}

/** Fetches the page and the files that it names, and keeps them in place of the earlier ones. */
async function keepShell(): Promise<void> {
  const page = await fetch(offlinePage, { cache: "reload" });
  if (!page.ok) throw new Error(`${offlinePage} answered ${page.status}.`);
  const markup = await page.clone().text();
  const files = [...new Set([...markup.matchAll(/(?:href|src)="(\/build\/[^"#]+)/g)].map((match) => match[1] ?? ""))];
  const cache = await caches.open(cacheName);
  const before = await cache.keys();
  await cache.addAll(files);
  await cache.put(offlinePage, page);
  const wanted = new Set([offlinePage, ...files]);
  await Promise.all(before.filter((request) => !wanted.has(new URL(request.url).pathname)).map((request) => cache.delete(request)));
}

export {};
