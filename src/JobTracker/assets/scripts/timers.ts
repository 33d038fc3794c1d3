/** Shows how long somebody has been at it: time[data-timer] counts up from when it appeared. */
export function runTimers(): void {
  for (const timer of document.querySelectorAll<HTMLTimeElement>("time[data-timer]")) {
    const since = Date.now();
    timer.hidden = false;
    setInterval(() => {
      const seconds = Math.floor((Date.now() - since) / 1000);
      timer.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    }, 1000);
  }
}

/** Buttons with data-print open the browser's own dialog. */
export function printPages(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}
