/** The theme's forms work without this; with it the colours change at once, and the answer only stores the choice. */
export function switchThemeAtOnce(): void {
  document.addEventListener("submit", async (event) => {
    const form = event.target as HTMLFormElement;
    const theme = (event.submitter as HTMLButtonElement | null)?.value;
    if (!form.matches("[data-theme-form]") || theme === undefined) return;
    event.preventDefault();
    const body = new FormData(form, event.submitter);
    show(theme);
    await fetch(form.action, { method: "post", body, redirect: "manual" });
  });
}

function show(theme: string): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-theme-form] [aria-pressed]"))
    button.setAttribute("aria-pressed", String(button.value === theme));
}
