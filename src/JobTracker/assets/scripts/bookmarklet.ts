import htmx from "htmx.org/dist/htmx.esm.js";

/** A bookmarklet is dragged, not clicked: here, where it has nothing to do, a click says so. */
export function explainBookmarklets(): void {
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLElement>("a[data-bookmarklet]");
    if (!link) return;
    event.preventDefault();
    htmx.trigger(document.body, "flash", { text: link.dataset["explain"] });
  });
}
