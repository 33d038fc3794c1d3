/** Keeps "3 selected" of a bulk bar true, and lets one box select all. The bar itself is shown by the style sheet. */
export function countSelected(): void {
  document.addEventListener("change", (event) => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || box.type !== "checkbox" || !box.form) return;
    if (box.matches("[data-select-all]")) for (const each of boxesOf(box.form)) each.checked = box.checked;
    tell(box.form);
  });
  document.addEventListener("click", (event) => {
    const clear = (event.target as Element).closest<HTMLButtonElement>("[data-select-none]");
    if (!clear?.form) return;
    for (const each of boxesOf(clear.form)) each.checked = false;
    tell(clear.form);
  });
  // Going back restores the boxes without an event.
  addEventListener("pageshow", () => document.querySelectorAll<HTMLFormElement>("form:has([data-selected])").forEach(tell));
}

function tell(form: HTMLFormElement): void {
  const boxes = boxesOf(form);
  const checked = boxes.filter((box) => box.checked).length;
  const all = form.querySelector<HTMLInputElement>("[data-select-all]");
  if (all) {
    all.checked = checked > 0 && checked === boxes.length;
    all.indeterminate = checked > 0 && checked < boxes.length;
  }
  const told = form.querySelector<HTMLElement>("[data-selected]");
  if (told) told.textContent = (told.dataset["selected"] ?? "{0}").replace("{0}", String(checked));
}

function boxesOf(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>("input[type=checkbox][name]:not([data-select-all])")];
}
