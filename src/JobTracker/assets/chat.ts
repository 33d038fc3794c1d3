import { ask, equip, Log } from "./scripts/chat-log";
import { replace, Reply } from "./scripts/chat-stream";
import { Draft } from "./scripts/drafts";

/** The chat without reloads: messages are sent and answers appear in place. Without this module every button still works. */
function start(chat: HTMLElement): void {
  const find = <T extends HTMLElement>(selector: string) => chat.querySelector<T>(selector);
  const log = new Log(find("[data-log]") as HTMLElement);
  const composer = find<HTMLFormElement>("[data-composer]");
  const box = composer?.querySelector("textarea") ?? null;
  const send = find<HTMLButtonElement>("[data-send]");
  const draft = new Draft(chat.dataset["draft"] ?? "");
  let running: Reply | null = null;
  let sending = false;

  function follow(element: HTMLElement | null): void {
    if (!element?.dataset["stream"]) return busy();
    running?.leave();
    running = new Reply(element, log, (ended) => {
      running = null;
      busy();
      announce(ended);
    });
    running.follow();
    busy();
  }

  function busy(): void {
    const writing = find("[data-writing]");
    const field = writing?.querySelector<HTMLInputElement>("input[name=reply]");
    const hadFocus = writing?.contains(document.activeElement) ?? false;
    if (writing) writing.hidden = running === null;
    if (field) field.value = running?.id ?? "";
    if (running || sending) send?.setAttribute("aria-disabled", "true");
    else send?.removeAttribute("aria-disabled");
    if (hadFocus && running === null) box?.focus();
  }

  function announce(reply: HTMLElement): void {
    const words = reply.querySelector(".prose")?.textContent ?? reply.querySelector(".reply-error p")?.textContent ?? "";
    const live = find("[data-live]");
    if (live) live.textContent = (chat.dataset["answered"] ?? "{0}").replace("{0}", words.trim());
  }

  function tell(sentence: string): void {
    const place = find("[data-error]");
    if (!place) return;
    place.textContent = sentence;
    place.hidden = sentence === "";
  }

  async function say(form: HTMLFormElement): Promise<void> {
    if (!box || sending || running || box.value.trim() === "") return;
    sending = true;
    busy();
    tell("");
    const answer = await ask(form.action, new FormData(form));
    sending = false;
    const elsewhere = answer?.headers.get("HX-Redirect");
    if (!answer?.ok) tell(answer?.text ?? chat.dataset["offline"] ?? "");
    else {
      box.value = "";
      draft.forget();
      if (elsewhere) return location.assign(elsewhere);
      show(answer.text);
    }
    busy();
    box.focus();
  }

  function show(html: string): void {
    log.add(html);
    log.toBottom();
    const next = find<HTMLTemplateElement>("template[data-next-id]");
    const id = composer?.querySelector<HTMLInputElement>("input[name='Input.ClientMessageId']");
    if (next && id) id.value = next.dataset["nextId"] ?? "";
    const title = find("#talk-title");
    if (next && title) title.textContent = next.dataset["title"] ?? "";
    next?.remove();
    count();
    follow([...chat.querySelectorAll<HTMLElement>(".reply")].at(-1) ?? null);
  }

  /** What is left of the day comes with the server's next page or part; until then the number goes down by the one just sent. */
  function count(): void {
    const left = find("[data-left] strong");
    if (left) left.textContent = String(Math.max(0, Number(left.textContent) - 1));
  }

  async function again(form: HTMLFormElement): Promise<void> {
    const reply = form.closest<HTMLElement>(".reply");
    if (!reply || running) return;
    const answer = await ask(form.action, new FormData(form));
    if (!answer?.ok) return tell(answer?.text ?? chat.dataset["offline"] ?? "");
    tell("");
    count();
    const fresh = replace(reply, answer.text, log);
    fresh.focus();
    follow(fresh);
  }

  async function turn(link: HTMLAnchorElement): Promise<void> {
    const reply = link.closest<HTMLElement>(".reply");
    const answer = await ask(link.dataset["version"] ?? "");
    if (!reply || !answer?.ok) return location.assign(link.href);
    const fresh = replace(reply, answer.text, log);
    (fresh.querySelector<HTMLElement>(`[data-way=${link.dataset["way"]}]`) ?? fresh.querySelector<HTMLElement>("[data-way]"))?.focus();
    if (fresh.dataset["stream"] && !running) follow(fresh);
  }

  chat.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    const does = form.matches("[data-composer]") ? say : form.matches("[data-again]") ? again : form.matches("[data-stop]") ? stop : null;
    if (!does) return;
    event.preventDefault();
    void does(form);
  });

  async function stop(form: HTMLFormElement): Promise<void> {
    const answer = await ask(form.action, new FormData(form));
    if (!answer?.ok) tell(answer?.text ?? chat.dataset["offline"] ?? "");
  }

  chat.addEventListener("click", (event) => {
    const target = event.target as Element;
    const link = target.closest<HTMLAnchorElement>("a[data-version]");
    const idea = target.closest<HTMLElement>("[data-idea]");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      void turn(link);
    } else if (idea && box) {
      box.value = idea.textContent ?? "";
      draft.keep(box.value);
      box.focus();
    }
  });

  box?.addEventListener("keydown", (event) => {
    // While an input method composes a word, Enter chooses it.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    composer?.requestSubmit();
  });
  box?.addEventListener("input", () => draft.keep(box.value));

  document.addEventListener("keydown", (event) => {
    const sees = find("#sees");
    if (event.key === "Escape" && sees?.matches(":popover-open")) sees.hidePopover();
  });

  for (const idea of chat.querySelectorAll<HTMLElement>("[data-idea]")) idea.hidden = false;
  if (box && box.value === "") box.value = draft.read();
  equip(chat);
  if (!location.search.includes("version=") && !location.search.includes("before=")) log.toBottom();
  follow(find<HTMLElement>(".reply:not([data-stream=''])"));
}

const chat = document.querySelector<HTMLElement>("[data-chat]");
if (chat) start(chat);
