/** A menu is a details element: close it by Escape (the focus goes back to its button), by a click elsewhere, and when the focus leaves. */
export function closeMenusElsewhere(): void {
  document.addEventListener("click", (event) => closeAllBut(event.target));
  document.addEventListener("focusin", (event) => closeAllBut(event.target));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of openMenus()) {
      menu.open = false;
      menu.querySelector("summary")?.focus();
    }
  });
  leadBackFromDialogs();
}

/** The item that opened a dialog is hidden again by the time the dialog closes, so its menu's button takes the focus instead. */
function leadBackFromDialogs(): void {
  let button: HTMLElement | null = null;
  const opens = (event: ToggleEvent) => event.newState === "open";
  document.addEventListener(
    "beforetoggle",
    (event) => {
      if (opens(event)) button = document.activeElement?.closest("details.menu")?.querySelector("summary") ?? null;
    },
    true,
  );
  document.addEventListener(
    "toggle",
    (event) => {
      const dialog = event.target as Element;
      const focused = document.activeElement;
      const isLost = focused === null || focused === document.body || dialog.contains(focused);
      if (dialog.matches("[popover]") && !opens(event) && isLost) button?.focus();
    },
    true,
  );
}

function closeAllBut(target: EventTarget | null): void {
  for (const menu of openMenus()) if (!(target instanceof Node && menu.contains(target))) menu.open = false;
}

function openMenus(): NodeListOf<HTMLDetailsElement> {
  return document.querySelectorAll<HTMLDetailsElement>("details.menu[open]");
}
