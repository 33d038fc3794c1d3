import { ask, equip, type Log } from "./chat-log";

const longestWait = 8000;

/** Shows a reply as it comes, whatever becomes of the line, and at its end as it is to be read. */
export class Reply {
  private source: EventSource | null = null;
  private wait = 500;
  private last = 0;

  constructor(
    private element: HTMLElement,
    private readonly log: Log,
    private readonly ended: (element: HTMLElement) => void,
  ) {
    const path = new URL(element.dataset["stream"] ?? "", location.href);
    this.last = Number(path.searchParams.get("after") ?? 0);
  }

  get id(): string {
    return this.element.dataset["reply"] ?? "";
  }

  follow(): void {
    const path = new URL(this.element.dataset["stream"] ?? "", location.href);
    path.searchParams.set("after", String(this.last));
    const source = new EventSource(path);
    this.source = source;
    source.addEventListener("delta", (event) => this.write(event as MessageEvent<string>));
    source.addEventListener("done", () => void this.end());
    // The server's own event "error" carries data; the browser's, which tells of the line, does not.
    source.addEventListener("error", (event) => {
      if ("data" in event && event.data) void this.end();
      else if (source.readyState === EventSource.CLOSED) this.comeBack();
    });
  }

  leave(): void {
    this.source?.close();
  }

  private write(event: MessageEvent<string>): void {
    const number = Number(event.lastEventId);
    if (number <= this.last) return;
    this.last = number;
    this.wait = 500;
    const { text } = JSON.parse(event.data) as { text: string };
    this.log.change(() => {
      this.element.querySelector("[data-text]")?.append(text);
      this.element.querySelector<HTMLElement>("[data-thinking]")?.setAttribute("hidden", "");
    });
  }

  // The browser gives up when it was answered with anything but a stream, as by a proxy whose server is being replaced.
  private comeBack(): void {
    this.leave();
    setTimeout(() => this.follow(), this.wait);
    this.wait = Math.min(this.wait * 2, longestWait);
  }

  private async end(): Promise<void> {
    this.leave();
    const part = await ask(this.element.dataset["part"] ?? "");
    if (!part) return this.comeBack();
    if (part.ok) this.element = replace(this.element, part.text, this.log);
    this.ended(this.element);
  }
}

/** Puts another version of a reply, or the same in another state, in its place. */
export function replace(element: HTMLElement, html: string, log: Log): HTMLElement {
  const fresh = new DOMParser().parseFromString(html, "text/html").querySelector<HTMLElement>(".reply");
  if (!fresh) return element;
  log.change(() => element.replaceWith(fresh));
  equip(fresh);
  return fresh;
}
