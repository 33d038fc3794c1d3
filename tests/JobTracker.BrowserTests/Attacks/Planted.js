// What in this page, or in the part of one that htmx would get from a path (read, not run), the corpus has made into more than words; and links to other sites that are not as they should be.
async (path) => {
  const fetched = async () => await (await fetch(path, { headers: { "HX-Request": "true" } })).text();
  const page = path === null ? document : new DOMParser().parseFromString(await fetched(), "text/html");
  const found = [];
  const elements = ["iframe", "object", "embed", "base", "math", "style", "animate", "foreignObject", "marquee", "video"];
  const commands = /^(href|src|srcdoc|action|formaction|data|xlink:href|poster|background|ping|(data-)?hx-(get|post|put|patch|delete))$/;
  const runs = (value) => /^[\s\x00-\x1f]*(j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t|vbscript|data)\s*:/i.test(value);
  const look = (root) => {
    for (const element of root.querySelectorAll("*")) {
      const tell = (what) => found.push(`${what}: ${element.outerHTML.slice(0, 200)}`);
      if (element.matches(elements.join())) tell("An element that no page of ours has");
      if (element.matches("script:not([src], [type='application/json'])")) tell("A script");
      if (element.matches("meta[http-equiv]")) tell("A command to the browser");
      for (const { name, value } of element.attributes) {
        if (/^(on|(data-)?hx-on)/.test(name)) tell(`The handler ${name}`);
        // The bookmark of the settings is a script, and our own.
        if (commands.test(name) && runs(value) && !element.matches("a[data-bookmarklet]")) tell(`${name} runs something`);
        if (commands.test(name) && /^\W*hostile\b/.test(value)) tell(`${name} loads something`);
        if (name === "style" && value.includes("hostile")) tell("A style");
      }
      if (element.localName === "a" && element.hasAttribute("href")) {
        const target = new URL(element.getAttribute("href"), location.href);
        const elsewhere = target.origin !== location.origin && !element.matches("a[data-bookmarklet]");
        if (elsewhere && !["http:", "https:", "mailto:"].includes(target.protocol)) tell("A link to something that is no page");
        if (elsewhere && target.protocol !== "mailto:" && !element.relList.contains("noopener")) tell("A link that tells where it comes from");
      }
      if (element.localName === "template") look(element.content);
    }
  };
  look(page);
  return found;
}
