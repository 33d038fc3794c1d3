const pause = 120;

/**
 * The search in the bar opens as a palette over the page: type, choose with the arrow keys, open with Enter.
 * Without this the bar's form leads to the page of results.
 */
export function openPalette(): void {
  const palette = document.querySelector<HTMLDialogElement>("dialog[data-palette]");
  const input = palette?.querySelector("input");
  const results = palette?.querySelector<HTMLElement>("[data-results]");
  if (!palette || !input || !results) return;

  for (const opener of document.querySelectorAll<HTMLElement>("[data-opens-palette]")) {
    // The field in the bar is a button then: what is typed there goes on in the palette.
    opener.addEventListener("mousedown", (event) => event.preventDefault());
    opener.addEventListener("click", (event) => {
      event.preventDefault();
      open(palette, input);
    });
    opener.addEventListener("beforeinput", (event) => {
      event.preventDefault();
      open(palette, input);
      input.value = event.data ?? "";
      input.dispatchEvent(new InputEvent("input"));
    });
  }
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(palette, input.value, results, ++asked, () => asked), pause);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape") {
      // A search field would use the first one to empty itself.
      event.preventDefault();
      palette.close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose(input, results, event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") {
      const chosen = hits(results).find((hit) => hit.hasAttribute("data-chosen"));
      if (!chosen) return;
      event.preventDefault();
      chosen.click();
    }
  });
  palette.addEventListener("click", (event) => {
    if (event.target === palette) palette.close();
  });
}

function open(palette: HTMLDialogElement, input: HTMLInputElement): void {
  if (palette.open) return;
  palette.showModal();
  input.select();
}

const hits = (results: HTMLElement): HTMLElement[] => [...results.querySelectorAll<HTMLElement>("[data-result]")];

async function ask(palette: HTMLDialogElement, words: string, results: HTMLElement, number: number, newest: () => number): Promise<void> {
  try {
    const answer = await fetch(`${palette.dataset["palette"]}${encodeURIComponent(words)}`, { headers: { "HX-Request": "true" } });
    const html = await answer.text();
    if (number !== newest()) return;
    if (!answer.ok) throw new Error(String(answer.status));
    results.innerHTML = html;
    const input = palette.querySelector("input");
    if (input) choose(input, results, 1);
  } catch {
    if (number === newest()) results.textContent = document.body.dataset["failure"] ?? "";
  }
}

/** The focus stays in the field; the chosen result is named by aria-activedescendant. */
function choose(input: HTMLInputElement, results: HTMLElement, by: number): void {
  const all = hits(results);
  const before = all.findIndex((hit) => hit.hasAttribute("data-chosen"));
  const next = all[(before + by + all.length) % all.length];
  all[before]?.removeAttribute("data-chosen");
  all.forEach((hit, at) => (hit.id = `result-${at}`));
  input.setAttribute("aria-expanded", String(all.length > 0));
  if (!next) {
    input.removeAttribute("aria-activedescendant");
    return;
  }
  next.setAttribute("data-chosen", "");
  next.scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", next.id);
}
