import { drawBars } from "./bars";
import { drawDays, heightOfDays } from "./days";
import { init, type Box, type Option } from "./engine";
import { drawFlow } from "./flow";
import { lookOfPage, type Look } from "./look";
import type { Chart } from "./model";
import { drawTimeline } from "./timeline";

export type Format = "png" | "svg";

const width = 960;
const margin = 36;
const head = 78;
const foot = 44;
/** Sharp on good screens and in print. */
const scale = 2;

/** Saves the chart with its title and period, in the present theme. */
export async function savePicture(chart: Chart, period: string, format: Format): Promise<void> {
  const look = { ...lookOfPage(), size: 14, lineHeight: 17 };
  const height = head + heightOf(chart) + foot;
  const svg = render(chart, period, look, height);
  const file = new Blob([svg], { type: "image/svg+xml" });
  save(format === "svg" ? file : await inPixels(svg, height), `${chart.file}.${format}`);
}

function heightOf({ drawing }: Chart): number {
  switch (drawing.kind) {
    case "bars":
      return drawing.bars.length * 38 + 12;
    case "days":
      return heightOfDays;
    case "flow":
      return 420;
    case "timeline":
      return 340;
  }
}

function render(chart: Chart, period: string, look: Look, height: number): string {
  const drawing = init(null, null, { renderer: "svg", ssr: true, width, height });
  drawing.setOption({
    animation: false,
    silent: true,
    backgroundColor: look.surface,
    textStyle: { fontFamily: look.font },
    title: [heading(chart, look), signature(chart, period, look)].flat(),
    ...optionOf(chart, look),
  });
  const svg = drawing.renderToSVGString();
  drawing.dispose();
  return svg;
}

function optionOf({ drawing }: Chart, look: Look): Option {
  const box: Box = { top: head, right: margin, bottom: foot + 8, left: margin };
  switch (drawing.kind) {
    case "bars":
      return drawBars(drawing, look, box);
    case "days":
      return drawDays(drawing, look, box, width);
    case "flow":
      return drawFlow(drawing, look, box, width);
    case "timeline":
      return drawTimeline(drawing, look, box);
  }
}

function heading({ title, subtitle, drawing }: Chart, look: Look): Option {
  const keys = drawing.kind === "timeline" ? `{bar|■} ${drawing.bars}     {line|━} ${drawing.line}` : subtitle;
  return {
    text: title,
    subtext: keys,
    left: margin,
    top: 20,
    padding: 0,
    itemGap: 6,
    textStyle: { color: look.ink, fontSize: 20, fontWeight: 700 },
    subtextStyle: {
      color: look.muted,
      fontSize: look.size,
      rich: { bar: { color: look.series("bar"), fontSize: look.size }, line: { color: look.series("line"), fontSize: look.size } },
    },
  };
}

/** The period, and the note if there is one: a picture that is passed on must say what it is of. */
function signature({ note }: Chart, period: string, look: Look): Option[] {
  const line = { bottom: 16, padding: 0, textStyle: { color: look.muted, fontSize: 12, fontWeight: 400 } };
  return [
    { ...line, left: margin, text: note ? `${period}. ${note}` : period },
    { ...line, right: margin, text: "JobTracker" },
  ];
}

async function inPixels(svg: string, height: number): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * scale;
  canvas.height = height * scale;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The browser made no picture.")))));
}

function save(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser reads it after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
