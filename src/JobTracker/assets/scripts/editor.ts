import { type Mark, put } from "./marks";

const address = "/markdown/preview";
const pause = 350;
let count = 0;

/** Every text area with data-markdown gets tabs, a toolbar and a preview that the server draws. Without this it is a plain box. */
export function equipEditors(): void {
  equip(document);
  document.addEventListener("htmx:load", (event) => equip(event.target as Element));
}

function equip(part: ParentNode): void {
  const template = document.getElementById("editor");
  if (!(template instanceof HTMLTemplateElement)) return;
  for (const box of part.querySelectorAll<HTMLTextAreaElement>("textarea[data-markdown]"))
    if (!box.closest(".editor")) build(box, (template.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement);
}

function build(box: HTMLTextAreaElement, editor: HTMLElement): void {
  const write = find(editor, ".editor-write");
  const preview = find(editor, ".editor-preview");
  const hadFocus = document.activeElement === box;
  box.before(editor);
  write.append(box);
  if (hadFocus) box.focus();
  const tabs = [...editor.querySelectorAll<HTMLButtonElement>("[role=tab]")];
  tie(tabs, [write, preview]);
  answerTabs(editor, tabs);
  answerTools(find(editor, "[role=toolbar]"), box);
  drawWhenSeen(box, preview);
}

/** Ids make the tabs and their panels known to each other. */
function tie(tabs: HTMLElement[], panels: HTMLElement[]): void {
  const prefix = `editor-${++count}`;
  tabs.forEach((tab, at) => {
    const panel = panels[at] as HTMLElement;
    tab.id = `${prefix}-tab-${at}`;
    panel.id = `${prefix}-panel-${at}`;
    tab.setAttribute("aria-controls", panel.id);
    panel.setAttribute("aria-labelledby", tab.id);
  });
}

function answerTabs(editor: HTMLElement, tabs: HTMLButtonElement[]): void {
  const show = (chosen: HTMLButtonElement) => {
    editor.dataset["view"] = chosen.dataset["tab"];
    for (const tab of tabs) {
      tab.setAttribute("aria-selected", String(tab === chosen));
      tab.tabIndex = tab === chosen ? 0 : -1;
    }
  };
  for (const tab of tabs) tab.addEventListener("click", () => show(tab));
  moveByArrows(tabs, show);
  show(tabs[0] as HTMLButtonElement);
}

function answerTools(bar: HTMLElement, box: HTMLTextAreaElement): void {
  const tools = [...bar.querySelectorAll<HTMLButtonElement>("[data-mark]")];
  tools.forEach((tool, at) => {
    tool.tabIndex = at === 0 ? 0 : -1;
    tool.addEventListener("click", () => put(box, tool.dataset["mark"] as Mark));
  });
  moveByArrows(tools, (chosen) => tools.forEach((tool) => (tool.tabIndex = tool === chosen ? 0 : -1)));
  box.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const mark = { b: "bold", i: "italic" }[event.key.toLowerCase()] as Mark | undefined;
    if (!mark) return;
    event.preventDefault();
    put(box, mark);
  });
}

/** One stop for the Tab key; the arrows go from one to the next. */
function moveByArrows(buttons: HTMLButtonElement[], then: (button: HTMLButtonElement) => void): void {
  buttons.forEach((button, at) =>
    button.addEventListener("keydown", (event) => {
      const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      const next = buttons[(to + buttons.length) % buttons.length] as HTMLButtonElement;
      next.focus();
      then(next);
    }),
  );
}

/** Asks the server when the preview comes into view and after each pause in writing, one question at a time. */
function drawWhenSeen(box: HTMLTextAreaElement, preview: HTMLElement): void {
  let drawn: string | null = null;
  let waiting = 0;
  let asked: AbortController | null = null;

  const draw = async () => {
    const text = box.value;
    if (text === drawn || !preview.checkVisibility()) return;
    asked?.abort();
    asked = new AbortController();
    const { signal } = asked;
    try {
      const html = text.trim() ? await ask(text, signal) : "";
      drawn = text;
      preview.innerHTML = html;
      if (!html) say(preview, "empty");
    } catch {
      if (!signal.aborted) say(preview, "failed");
    }
  };
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(draw, pause);
  });
  new IntersectionObserver(draw).observe(preview);
}

async function ask(text: string, signal: AbortSignal): Promise<string> {
  const token = document.querySelector<HTMLMetaElement>("meta[name=antiforgery]")?.content ?? "";
  const body = new FormData();
  body.append("text", text);
  // Somebody who was signed out meanwhile is led to the sign-in page, which is no preview.
  const answer = await fetch(address, { method: "post", body, headers: { RequestVerificationToken: token }, redirect: "error", signal });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.text();
}

function say(preview: HTMLElement, what: "empty" | "failed"): void {
  const line = document.createElement("p");
  line.className = what === "failed" ? "field-error" : "text-muted";
  line.textContent = preview.dataset[what] ?? "";
  preview.replaceChildren(line);
}

function find(part: Element, selector: string): HTMLElement {
  return part.querySelector(selector) as HTMLElement;
}
