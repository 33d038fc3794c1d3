// The page of practice: a timer for answers, and a checklist that is remembered on this device. Without this module there is no timer.

const kept = "checklist";

for (const panel of document.querySelectorAll<HTMLElement>("[data-timer]")) startTimer(panel);
for (const list of document.querySelectorAll<HTMLElement>("[data-checklist]")) remember(list);

function startTimer(panel: HTMLElement): void {
  const face = part<HTMLElement>(panel, "[data-face]");
  const minutes = part<HTMLSelectElement>(panel, "[data-minutes]");
  const start = part<HTMLButtonElement>(panel, "[data-start]");
  const said = part<HTMLElement>(panel, "[data-said]");
  const words = { start: start.textContent ?? "", pause: start.dataset["pause"] ?? "", over: panel.dataset["over"] ?? "" };
  let left = 0;
  let endsAt = 0;
  let ticking = 0;

  // The clock decides, not the number of ticks: a tab in the background ticks rarely.
  const tick = () => show(Math.max(0, endsAt - Date.now()));
  const show = (ms: number) => {
    left = ms;
    const seconds = Math.ceil(ms / 1000);
    face.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    if (ms === 0 && ticking) {
      stop();
      said.textContent = words.over;
      face.classList.add("is-over");
    }
  };
  const stop = () => {
    clearInterval(ticking);
    ticking = 0;
    start.textContent = words.start;
  };
  const reset = () => {
    stop();
    said.textContent = "";
    face.classList.remove("is-over");
    show(Number(minutes.value) * 60_000);
  };

  start.addEventListener("click", () => {
    if (ticking) return stop();
    if (left === 0) reset();
    endsAt = Date.now() + left;
    ticking = window.setInterval(tick, 250);
    start.textContent = words.pause;
  });
  part(panel, "[data-reset]").addEventListener("click", reset);
  minutes.addEventListener("change", reset);
  reset();
  panel.hidden = false;
}

function remember(list: HTMLElement): void {
  const boxes = [...list.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
  const done = new Set((localStorage.getItem(kept) ?? "").split(" "));
  for (const box of boxes) box.checked = done.has(box.id);
  list.addEventListener("change", () =>
    localStorage.setItem(
      kept,
      boxes
        .filter((box) => box.checked)
        .map((box) => box.id)
        .join(" "),
    ),
  );
}

function part<T extends Element = Element>(panel: Element, selector: string): T {
  return panel.querySelector<T>(selector) as T;
}
