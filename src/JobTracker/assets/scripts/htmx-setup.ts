import htmx from "htmx.org/dist/htmx.esm.js";

// The content security policy allows neither eval nor inline styles, so htmx must need neither.
Object.assign(htmx.config, {
  allowEval: false,
  allowScriptTags: false,
  includeIndicatorStyles: false,
  // Pages hold private data: the browser's own cache headers decide what is kept, not a second store.
  historyCacheSize: 0,
  refreshOnHistoryMiss: true,
  scrollBehavior: "auto",
  responseHandling: [
    { code: "204", swap: false },
    { code: "[23]..", swap: true },
    // A refused form is answered with the form again, its errors in it.
    { code: "4(00|09|12|22)", swap: true, error: false },
    { code: "[45]..", swap: false, error: true },
  ],
});

document.addEventListener("htmx:configRequest", (event) => {
  const token = document.querySelector<HTMLMetaElement>("meta[name=antiforgery]")?.content;
  const { verb, headers } = (event as CustomEvent<{ verb: string; headers: Record<string, string> }>).detail;
  if (token && verb !== "get") headers["RequestVerificationToken"] = token;
});

// What the server could not answer is said, and a form keeps what was typed because nothing was swapped.
for (const name of ["htmx:responseError", "htmx:sendError", "htmx:timeout"])
  document.addEventListener(name, () => htmx.trigger(document.body, "flash", { text: document.body.dataset["failure"] ?? "" }));
