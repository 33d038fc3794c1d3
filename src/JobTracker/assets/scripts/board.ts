/** Where a card stood, so that it can go back there. */
export interface Place {
  list: HTMLElement;
  index: number;
}

export const columnsOf = (board: HTMLElement): HTMLElement[] => [...board.querySelectorAll<HTMLElement>(".cards")];
export const cardsOf = (list: HTMLElement): HTMLElement[] => [...list.querySelectorAll<HTMLElement>(":scope > .card")];

/** Says to a screen reader what happens to a card that is moved by keyboard. */
export function announce(board: HTMLElement, what: string, card: HTMLElement, list: HTMLElement): void {
  const live = document.getElementById("board-live");
  if (live) live.textContent = (board.dataset[what] ?? "").replace("{0}", card.dataset["title"] ?? "").replace("{1}", list.dataset["name"] ?? "");
}

/** Saves a move that can already be seen. When that fails the card goes back, and the reason is told. */
export async function moveCard(board: HTMLFormElement, card: HTMLElement, from: Place, to: HTMLElement): Promise<void> {
  const hadFocus = card.contains(document.activeElement);
  count(from.list, -1);
  count(to, 1);
  card.setAttribute("aria-busy", "true");
  const failure = await save(board, card, to);
  if (failure === null) {
    const now = to.querySelector<HTMLElement>(`[data-id="${card.dataset["id"]}"]`);
    if (to.matches("[data-folded]")) now?.remove();
    else if (hadFocus) now?.querySelector<HTMLElement>("[data-grip]")?.focus();
    return;
  }
  card.removeAttribute("aria-busy");
  from.list.insertBefore(card, cardsOf(from.list)[from.index] ?? null);
  count(from.list, 1);
  count(to, -1);
  if (hadFocus) card.querySelector<HTMLElement>("[data-grip]")?.focus();
  document.body.dispatchEvent(new CustomEvent("flash", { detail: { text: failure } }));
}

/** Null when it was saved; else why not, in the reader's language. */
async function save(board: HTMLFormElement, card: HTMLElement, to: HTMLElement): Promise<string | null> {
  const body = new FormData();
  body.set("id", card.dataset["id"] ?? "");
  body.set("version", card.dataset["version"] ?? "");
  body.set("status", to.dataset["status"] ?? "");
  body.set("back", board.dataset["board"] ?? "");
  const headers = {
    "HX-Request": "true",
    RequestVerificationToken: document.querySelector<HTMLMetaElement>("meta[name=antiforgery]")?.content ?? "",
  };
  let answer: Response;
  try {
    answer = await fetch(card.dataset["move"] ?? "", { method: "POST", body, headers, redirect: "manual" });
  } catch {
    return board.dataset["offline"] ?? "";
  }
  const text = await answer.text();
  if (!answer.ok) return answer.headers.get("content-type")?.startsWith("text/plain") && text ? text : (document.body.dataset["failure"] ?? "");
  replace(card, text);
  tell(answer.headers.get("HX-Trigger"));
  return null;
}

function replace(card: HTMLElement, html: string): void {
  const fresh = new DOMParser().parseFromString(html, "text/html").querySelector<HTMLElement>(".card");
  if (!fresh) return;
  for (const grip of fresh.querySelectorAll<HTMLElement>("[data-grip]")) grip.hidden = false;
  card.replaceWith(fresh);
}

function tell(trigger: string | null): void {
  const flash = trigger === null ? undefined : (JSON.parse(trigger) as { flash?: unknown }).flash;
  if (flash) document.body.dispatchEvent(new CustomEvent("flash", { detail: flash }));
}

function count(list: HTMLElement, by: number): void {
  const shown = list.closest("section")?.querySelector<HTMLElement>("[data-count]");
  if (shown) shown.textContent = String(Number(shown.textContent) + by);
}
