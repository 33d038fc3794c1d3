const nearEnough = 48;

/** The part of the page that scrolls. */
export class Log {
  constructor(private readonly element: HTMLElement) {}

  get isAtBottom(): boolean {
    return this.element.scrollHeight - this.element.scrollTop - this.element.clientHeight < nearEnough;
  }

  toBottom(): void {
    this.element.scrollTop = this.element.scrollHeight;
  }

  /** Changes something and stays at the bottom, but only for a reader who was there. */
  change(how: () => void): void {
    const follows = this.isAtBottom;
    how();
    if (follows) this.toBottom();
  }

  /** Puts the server's HTML before the end. */
  add(html: string): void {
    this.element.querySelector(".talk-empty")?.remove();
    this.element.querySelector("#end")?.insertAdjacentHTML("beforebegin", html);
    equip(this.element);
  }
}

/** Buttons that need a clipboard are hidden until there is one. */
export function equip(part: ParentNode): void {
  if (navigator.clipboard) for (const button of part.querySelectorAll<HTMLButtonElement>("button[data-copy]")) button.hidden = false;
}

/** What the server says to a form, or a part of the page. Null when there is no connection. */
export async function ask(path: string, body?: FormData): Promise<{ ok: boolean; text: string; headers: Headers } | null> {
  const headers: Record<string, string> = { "HX-Request": "true" };
  const token = document.querySelector<HTMLMetaElement>("meta[name=antiforgery]")?.content;
  if (body && token) headers["RequestVerificationToken"] = token;
  try {
    const answer = await fetch(path, body ? { method: "POST", body, headers, redirect: "manual" } : { headers });
    const isSentence = answer.ok || answer.headers.get("content-type")?.startsWith("text/plain");
    return { ok: answer.ok, text: isSentence ? await answer.text() : (document.body.dataset["failure"] ?? ""), headers: answer.headers };
  } catch {
    return null;
  }
}
