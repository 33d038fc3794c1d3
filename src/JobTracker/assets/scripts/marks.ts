export type Mark = "bold" | "italic" | "heading" | "list" | "link";

/** Puts a mark on what is selected in a box, or takes it away again; the browser's own Undo knows of it. */
export function put(box: HTMLTextAreaElement, mark: Mark): void {
  box.focus();
  if (mark === "bold") around(box, "**");
  else if (mark === "italic") around(box, "*");
  else if (mark === "heading") before(box, "## ");
  else if (mark === "list") before(box, "- ");
  else link(box);
}

function around(box: HTMLTextAreaElement, mark: string): void {
  const { selectionStart: start, selectionEnd: end, value } = box;
  const isMarked = value.slice(start - mark.length, start) === mark && value.slice(end, end + mark.length) === mark;
  // The single star of italics is no part of the two of bold.
  const isOther = mark === "*" && value.slice(start - 2, start) === "**" && value.slice(start - 3, start) !== "***";
  if (isMarked && !isOther) {
    replace(box, start - mark.length, end + mark.length, value.slice(start, end));
    box.setSelectionRange(start - mark.length, end - mark.length);
  } else {
    replace(box, start, end, mark + value.slice(start, end) + mark);
    box.setSelectionRange(start + mark.length, end + mark.length);
  }
}

/** On every line of the selection; lines that all have it lose it. */
function before(box: HTMLTextAreaElement, mark: string): void {
  const start = box.value.lastIndexOf("\n", box.selectionStart - 1) + 1;
  const until = box.value.indexOf("\n", box.selectionEnd);
  const end = until < 0 ? box.value.length : until;
  const lines = box.value.slice(start, end).split("\n");
  const areMarked = lines.every((line) => line.startsWith(mark));
  const changed = lines.map((line) => (areMarked ? line.slice(mark.length) : mark + line)).join("\n");
  replace(box, start, end, changed);
  if (lines.length > 1) box.setSelectionRange(start, start + changed.length);
}

function link(box: HTMLTextAreaElement): void {
  const { selectionStart: start, selectionEnd: end } = box;
  const text = box.value.slice(start, end);
  const isAddress = /^https?:\/\/\S+$/.test(text);
  const [words, address] = isAddress ? ["", text] : [text, "https://"];
  replace(box, start, end, `[${words}](${address})`);
  // What is still missing is selected, so that typing fills it in.
  if (words) box.setSelectionRange(start + words.length + 3, start + words.length + 3 + address.length);
  else box.setSelectionRange(start + 1, start + 1);
}

function replace(box: HTMLTextAreaElement, start: number, end: number, text: string): void {
  box.setSelectionRange(start, end);
  // Old, and the one way that leaves Undo whole; a browser that lost it gets the plain way.
  const isDone = text ? document.execCommand("insertText", false, text) : document.execCommand("delete");
  if (isDone) return;
  box.setRangeText(text, start, end, "end");
  box.dispatchEvent(new Event("input", { bubbles: true }));
}
