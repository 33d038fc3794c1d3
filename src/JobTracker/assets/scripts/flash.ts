interface Flash {
  text: string;
  undo?: { path: string; label: string };
  link?: { path: string; label: string };
}

const plainMessageStays = 8000;

/** Shows messages that the server sends with an htmx answer (event "flash"), and lets those of the page itself be read out and closed. */
export function showFlashes(): void {
  const region = document.getElementById("toasts");
  const template = document.getElementById("toast") as HTMLTemplateElement | null;
  if (!region || !template) return;

  // A live region tells only what changes after it was there: put the page's own messages in once more.
  const own = [...region.children];
  setTimeout(() => own.forEach((toast) => region.append(toast)), 150);
  own.forEach(expire);

  document.body.addEventListener("flash", (event) => {
    const toast = makeToast(template, (event as CustomEvent<Flash>).detail);
    region.replaceChildren(toast);
    expire(toast);
  });
  region.addEventListener("click", (event) => {
    const target = event.target as Element;
    if (target.closest("[data-close]")) target.closest(".toast")?.remove();
  });
}

function makeToast(template: HTMLTemplateElement, flash: Flash): Element {
  const toast = (template.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
  const form = toast.querySelector("form") as HTMLFormElement;
  (toast.querySelector("[data-text]") as HTMLElement).textContent = flash.text;
  const link = toast.querySelector("a") as HTMLAnchorElement;
  if (flash.link) {
    link.href = flash.link.path;
    link.textContent = flash.link.label;
  } else {
    link.remove();
  }
  if (flash.undo) {
    form.action = flash.undo.path;
    (form.querySelector("button") as HTMLButtonElement).textContent = flash.undo.label;
  } else {
    form.remove();
  }
  return toast;
}

// With an action in it a message stays until it is closed: nobody has to be quick.
function expire(toast: Element): void {
  if (!toast.querySelector("form")) setTimeout(() => toast.remove(), plainMessageStays);
}
