/** Writes instants that the server could only give in UTC in the reader's own time zone, now and after each swap. */
export function showLocalTimes(): void {
  write(document);
  document.addEventListener("htmx:load", (event) => write(event.target as Element));
}

function write(part: ParentNode): void {
  const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
  for (const time of part.querySelectorAll<HTMLTimeElement>("time[data-local]")) time.textContent = format.format(new Date(time.dateTime));
}
