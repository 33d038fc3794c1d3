// The page of the search session: its clock goes on, and a line that was sent makes room for the next at once. Without this module the clock
// shows when the page was made, and each line leads to the page again.
import { clockOf, minutesAgo } from "./scripts/session-times";

const second = 1000;
const begun = new WeakMap<Element, number>();
const english = "en";

setInterval(tick, second);
tick();
document.addEventListener("htmx:afterSettle", tick);
document.addEventListener("visibilitychange", lookAgain);
document.addEventListener("htmx:beforeRequest", (event) => {
  const form = lineOf(event);
  if (form) makeRoom(form);
});
document.addEventListener("htmx:afterRequest", (event) => {
  const form = lineOf(event);
  if (form) settle(form, (event as CustomEvent<{ xhr: XMLHttpRequest; successful: boolean }>).detail);
});
// A removed row takes the focus with it.
document.addEventListener("htmx:afterSettle", () => {
  if (document.activeElement === document.body) company()?.focus();
});

/** The clock goes by when its figures came, so that it is right whatever this device's own clock says. */
function tick(): void {
  const face = document.querySelector<HTMLElement>("#figures [data-elapsed]");
  // Empty as long as there is no entry to count from.
  if (face?.dataset["elapsed"]) {
    const since = begun.get(face) ?? Date.now() - Number(face.dataset["elapsed"]) * second;
    begun.set(face, since);
    const elapsed = Math.floor((Date.now() - since) / second);
    const { days, clock, pace } = clockOf(elapsed, Number(face.dataset["count"]));
    const shown = face.querySelector<HTMLElement>("[data-days]");
    if (shown) shown.hidden = days === 0;
    write(face.querySelector("[data-number]"), String(days));
    write(face.querySelector("[data-clock]"), clock);
    const format = new Intl.NumberFormat(document.documentElement.lang || english, { maximumFractionDigits: 1 });
    write(document.querySelector("#figures [data-pace]"), format.format(pace));
  }
  const words = document.getElementById("entries")?.dataset;
  if (!words) return;
  for (const time of document.querySelectorAll<HTMLTimeElement>("#entries time[data-ago]")) {
    const ago = minutesAgo(Date.parse(time.dateTime), words);
    if (ago) write(time, ago);
  }
}

function write(place: Element | null, text: string): void {
  if (place && place.textContent !== text) place.textContent = text;
}

/** Another tab may have added an entry meanwhile; what is being edited here stays. */
function lookAgain(): void {
  if (document.visibilityState === "visible" && !document.querySelector("#entries .is-editing"))
    document.body.dispatchEvent(new Event("seen-again"));
}

const sent = new WeakMap<HTMLFormElement, string[]>();

function makeRoom(form: HTMLFormElement): void {
  const fields = fieldsOf(form);
  sent.set(
    form,
    fields.map((field) => field.value),
  );
  for (const field of fields) {
    field.value = "";
    field.removeAttribute("aria-invalid");
  }
  // What was said of the line before is no longer true.
  for (const mistake of form.parentElement?.querySelectorAll(".note-error, .field-error") ?? []) mistake.remove();
  fields[0]?.focus();
}

function settle(form: HTMLFormElement, { xhr, successful }: { xhr: XMLHttpRequest; successful: boolean }): void {
  if (successful && !xhr.getResponseHeader("HX-Retarget")) {
    // Told once the new figures stand in the page.
    document.addEventListener("htmx:afterSettle", announce, { once: true });
    return;
  }
  // What could not be sent stands in its line again, unless somebody has begun the next one there.
  const fields = fieldsOf(form);
  if (fields.every((field) => field.value === "")) fields.forEach((field, at) => (field.value = sent.get(form)?.[at] ?? ""));
}

function announce(): void {
  write(document.getElementById("said"), document.getElementById("figures")?.dataset["said"] ?? "");
}

function lineOf(event: Event): HTMLFormElement | null {
  const form = event.target as Element;
  return form instanceof HTMLFormElement && "line" in form.dataset ? form : null;
}

function fieldsOf(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>("input.input")];
}

function company(): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>("form[data-line] input.input");
}
