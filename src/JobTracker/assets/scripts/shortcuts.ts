const setting = "single-keys";

/**
 * Answers n (add), / and Ctrl K (search) and ? (the list of them): each key presses or focuses what carries data-key.
 * Single keys can be switched off in that list, for people whose voice control or tremor types them.
 */
export function answerKeys(): void {
  const choice = document.querySelector<HTMLInputElement>("[data-single-keys]");
  if (choice) {
    choice.checked = localStorage.getItem(setting) !== "off";
    choice.addEventListener("change", () => localStorage.setItem(setting, choice.checked ? "on" : "off"));
  }

  document.addEventListener("keydown", (event) => {
    const palette = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
    if (!palette && (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || localStorage.getItem(setting) === "off")) return;
    const wanted = [...document.querySelectorAll<HTMLElement>(`[data-key="${CSS.escape(palette ? "/" : event.key)}"]`)].find(isShown);
    if (!wanted) return;
    event.preventDefault();
    if (wanted instanceof HTMLInputElement && !wanted.matches("[data-opens-palette]")) wanted.select();
    else wanted.click();
  });
}

// A dialog that has just closed may keep the focus until the next frame: nobody types into what is not there.
function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.checkVisibility() && target.matches("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], dialog *");
}

// The shortcuts' own button sits in a closed menu and still counts.
function isShown(element: HTMLElement): boolean {
  return element.hasAttribute("popovertarget") || element.checkVisibility();
}
