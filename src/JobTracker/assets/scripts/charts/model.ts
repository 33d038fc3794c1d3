/** What the server says is to be drawn, in the reader's language. */
export interface Page {
  /** In words. */
  period: string;
  charts: Chart[];
}

export interface Chart<D extends Drawing = Drawing> {
  key: string;
  title: string;
  subtitle: string;
  note?: string;
  /** For those who hear the page. */
  description?: string;
  /** The name of files, without an ending. */
  file: string;
  drawing: D;
}

export type Drawing = Bars | Timeline | Flow | Days;

export interface Bars {
  kind: "bars";
  bars: { label: string; length: number; value: string; more?: string; color: string; isPale: boolean }[];
}

export interface Timeline {
  kind: "timeline";
  interval: "day" | "week" | "month";
  /** What a bar is. */
  bars: string;
  /** What the line is. */
  line: string;
  points: { date: string; count: number; cumulative: number }[];
}

export interface Flow {
  kind: "flow";
  nodes: { key: string; label: string; status: string; value: number }[];
  links: { source: string; target: string; value: number }[];
}

export interface Days {
  kind: "days";
  weekdays: string[];
  weeks: { month?: string; days: ({ count: number; shade: number } | null)[] }[];
  steps: { shade: number; text: string }[];
}

export function readPage(): Page {
  const json = document.getElementById("charts")?.textContent;
  return json ? (JSON.parse(json) as Page) : { period: "", charts: [] };
}
