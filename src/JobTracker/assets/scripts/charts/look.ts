/** Colours and sizes of the present theme, as a drawing needs them. */
export interface Look {
  font: string;
  /** In pixels: grows with the reader's text. */
  size: number;
  /** In pixels: left out, ECharts takes the width of a Chinese character for it, and that is half of it where no font has one. */
  lineHeight: number;
  surface: string;
  ink: string;
  muted: string;
  line: string;
  strong: string;
  bubble: string;
  onBubble: string;
  /** Of a series: a status, `bar`, `line`, or a step of the heat. */
  series(name: string): string;
}

export function lookOfPage(): Look {
  const style = getComputedStyle(document.documentElement);
  const size = Math.round(0.75 * parseFloat(style.fontSize));
  const color = (name: string) => inHex(style.getPropertyValue(name));
  return {
    // With single quotes: it also stands inside of attributes.
    font: getComputedStyle(document.body).fontFamily.replaceAll('"', "'"),
    size,
    lineHeight: Math.round(1.2 * size),
    surface: color("--color-base-100"),
    ink: color("--color-base-content"),
    muted: color("--jt-muted"),
    line: color("--color-base-300"),
    strong: color("--jt-line-strong"),
    bubble: color("--color-neutral"),
    onBubble: color("--color-neutral-content"),
    series: (name) => color(`--ch-${name}`),
  };
}

/** Calls back whenever the theme changes, by the button or by the system. */
export function onThemeChange(draw: () => void): void {
  new MutationObserver(draw).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
}

const dot = document.createElement("canvas").getContext("2d", { willReadFrequently: true });

// The theme is written in oklch, which programs that open a saved picture may not know.
function inHex(color: string): string {
  if (!dot) return color;
  dot.fillStyle = color;
  dot.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = dot.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

/** How wide a text is, in pixels. */
export function widthOf(text: string, look: Look): number {
  if (!dot) return text.length * look.size;
  dot.font = `${look.size}px ${look.font}`;
  return Math.ceil(dot.measureText(text).width);
}
