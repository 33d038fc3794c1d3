const linkedData = /<script[^>]*application\/ld\+json[^>]*>[\s\S]*?<\/script>/gi;
const posting = /JobPosting/;
const most = 200_000;

/** Boxes for pasted postings: the source of a copied part is taken where it says more than its words, and of too long a page what matters. */
export function readPastes(): void {
  document.addEventListener("paste", (event) => {
    const box = event.target;
    if (!(box instanceof HTMLTextAreaElement) || !("paste" in box.dataset)) return;
    const html = event.clipboardData?.getData("text/html") ?? "";
    const text = posting.test(html) ? html : (event.clipboardData?.getData("text/plain") ?? "");
    if (text !== html && text.length <= most) return;
    event.preventDefault();
    box.setRangeText(text.length > most ? essence(text) : text, box.selectionStart, box.selectionEnd, "end");
  });
}

/** The blocks about the job come first, so that they survive the limit. */
function essence(source: string): string {
  const blocks = (source.match(linkedData) ?? []).filter((block) => posting.test(block));
  return [...blocks, source].join("\n").slice(0, most);
}
