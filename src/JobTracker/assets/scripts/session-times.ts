const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** What the clock of a session shows after so many seconds, and the pace of so many entries: the first day counts whole. */
export function clockOf(seconds: number, count: number): { days: number; clock: string; pace: number } {
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  return {
    days: Math.floor(seconds / day),
    clock: `${two((seconds % day) / hour)}:${two((seconds % hour) / minute)}:${two(seconds % minute)}`,
    pace: count / Math.max(1, seconds / day),
  };
}

/** How long ago, in the server's words; null from a day on, where what the server wrote is still right. */
export function minutesAgo(instant: number, words: DOMStringMap): string | null {
  const seconds = Math.max(0, (Date.now() - instant) / 1000);
  if (seconds < minute) return words["now"] ?? null;
  if (seconds < hour) return (words["minutes"] ?? "").replace("{0}", String(Math.floor(seconds / minute)));
  return seconds < day ? (words["hours"] ?? "").replace("{0}", String(Math.floor(seconds / hour))) : null;
}
