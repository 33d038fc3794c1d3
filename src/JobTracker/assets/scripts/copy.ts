import htmx from "htmx.org/dist/htmx.esm.js";

/** Buttons with data-copy="#…" put the text of that element on the clipboard. They are hidden where there is none to be had. */
export function copyTexts(): void {
  if (!navigator.clipboard) return;
  show(document);
  document.addEventListener("htmx:load", (event) => show(event.target as Element));
  document.addEventListener("click", async (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>("button[data-copy]");
    if (!button) return;
    try {
      await navigator.clipboard.writeText(textOf(document.querySelector(button.dataset["copy"] ?? "")));
      tell(button.dataset["copied"]);
    } catch {
      tell(document.body.dataset["failure"]);
    }
  });
}

function show(part: ParentNode): void {
  for (const button of part.querySelectorAll<HTMLButtonElement>("button[data-copy]")) button.hidden = false;
}

function textOf(element: Element | null): string {
  if (element instanceof HTMLTemplateElement) return element.content.textContent ?? "";
  return element instanceof HTMLTextAreaElement ? element.value : (element?.textContent ?? "");
}

function tell(text = ""): void {
  htmx.trigger(document.body, "flash", { text });
}
