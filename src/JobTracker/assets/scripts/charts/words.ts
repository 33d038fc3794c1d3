import type { Timeline } from "./model";

const language = document.documentElement.lang;
const month = new Intl.DateTimeFormat(language, { month: "short", timeZone: "UTC" });
const number = new Intl.NumberFormat(language);

export const inWords = (count: number): string => number.format(count);

/** "31 Aug", "31 août"; months with their year where there are several. */
export function dateWriter(drawing: Timeline): (date: string) => string {
  const years = new Set(drawing.points.map((point) => point.date.slice(0, 4)));
  return (date) => {
    const day = new Date(`${date}T00:00:00Z`);
    const name = month.format(day);
    const year = years.size > 1 ? ` ${day.getUTCFullYear()}` : "";
    return drawing.interval === "month" ? `${name}${year}` : `${day.getUTCDate()} ${name}`;
  };
}
