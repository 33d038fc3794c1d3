/** Forms with data-busy take a while: they are sent once, and their button says what is going on until the next page is there. */
export function sendOnce(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    const text = form.dataset["busy"];
    if (!text) return;
    if (form.ariaBusy === "true") {
      event.preventDefault();
      return;
    }
    form.ariaBusy = "true";
    form.classList.add("is-busy");
    const button = (event as SubmitEvent).submitter as HTMLButtonElement | null;
    if (button) say(button, text);
  });
  // Whoever comes back by the browser's button finds the form as it was left.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
}

function say(button: HTMLButtonElement, text: string): void {
  const wheel = document.createElement("span");
  wheel.className = "loading loading-spinner loading-sm";
  wheel.ariaHidden = "true";
  button.replaceChildren(wheel, text);
  // A disabled button would lose the focus, and with it the place of whoever cannot see it.
  button.ariaDisabled = "true";
}
