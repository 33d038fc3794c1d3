/** Starts the worker that answers when there is no network. It waits until the page is there: nothing on it depends on the worker. */
export function keepShell(): void {
  if (!("serviceWorker" in navigator)) return;
  window.addEventListener("load", async () => {
    try {
      await navigator.serviceWorker.register("/build/service-worker.js", { scope: "/" });
    } catch {
      // Private windows and unusual settings forbid it: the site works all the same.
    }
  });
}
