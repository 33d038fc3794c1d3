/** Writes instants that the server could only give in UTC in the reader's own time zone, now and after each swap. */
export function showLocalTimes(): void {
  write(document);
  document.addEventListener("htmx:load", (event) => write(event.target as Element));
}

function write(part: ParentNode): void {
  const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
  for (const time of part.querySelectorAll<HTMLTimeElement>("time[data-local]")) time.textContent = format.format(new Date(time.dateTime));
}

/** Tells the server the reader's time zone where a form asks for it, so that "today" is right from the first day. */
export function fillTimeZones(): void {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  for (const input of document.querySelectorAll<HTMLInputElement>("input[data-time-zone]")) if (!input.value) input.value = zone;
}
