import { init, type Instance, type Option } from "./engine";
import { drawFlow } from "./flow";
import { lookOfPage, onThemeChange, type Look } from "./look";
import type { Chart, Flow, Timeline } from "./model";
import { drawTimeline } from "./timeline";
import { dateWriter, inWords } from "./words";

const edge = { top: 10, right: 2, bottom: 2, left: 2 };
const still = matchMedia("(prefers-reduced-motion: reduce)");

/** Draws the chart into the page, and again when theme or size change. */
export function drawOnScreen(canvas: HTMLElement, chart: Chart): void {
  const instance = init(canvas, null, { renderer: "svg" });
  const draw = (isFirst: boolean) => {
    if (canvas.clientWidth > 0) show(instance, chart, canvas.clientWidth, isFirst && !still.matches);
  };
  onThemeChange(() => draw(false));
  let width = 0;
  new ResizeObserver(() => {
    if (canvas.clientWidth === 0) return;
    instance.resize();
    draw(width === 0);
    width = canvas.clientWidth;
  }).observe(canvas);
}

function show(instance: Instance, chart: Chart, width: number, moves: boolean): void {
  const look = lookOfPage();
  instance.setOption(
    {
      animation: moves,
      textStyle: { fontFamily: look.font },
      aria: { enabled: true, label: { description: `${chart.title}. ${chart.description ?? ""}` } },
      ...optionOf(chart, look, width),
      tooltip: tooltipOf(chart, look),
    },
    { notMerge: true },
  );
}

function optionOf(chart: Chart, look: Look, width: number): Option {
  switch (chart.drawing.kind) {
    case "timeline":
      return drawTimeline(chart.drawing, look, edge);
    case "flow":
      return drawFlow(chart.drawing, look, edge, width);
    default:
      throw new Error(`${chart.key} is drawn by the server.`);
  }
}

// As drawn text: as HTML it would need styles that the content security policy refuses.
function tooltipOf(chart: Chart, look: Look): Option {
  const bubble = {
    renderMode: "richText",
    confine: true,
    backgroundColor: look.bubble,
    borderWidth: 0,
    padding: [8, 12],
    textStyle: { color: look.onBubble, fontSize: look.size, fontFamily: look.font, lineHeight: Math.round(look.size * 1.5) },
  };
  switch (chart.drawing.kind) {
    case "timeline":
      return { ...bubble, trigger: "axis", axisPointer: { type: "line", lineStyle: { color: look.strong, type: "dashed" } }, formatter: pointWriter(chart.drawing) };
    case "flow":
      return { ...bubble, trigger: "item", formatter: wayWriter(chart.drawing) };
    default:
      return bubble;
  }
}

function pointWriter(drawing: Timeline): (shown: { dataIndex: number }[]) => string {
  const write = dateWriter(drawing);
  return ([first]) => {
    const point = first && drawing.points[first.dataIndex];
    return point ? `${write(point.date)}\n${drawing.bars}: ${inWords(point.count)}\n${drawing.line}: ${inWords(point.cumulative)}` : "";
  };
}

function wayWriter(drawing: Flow): (shown: { dataType?: string; name: string; data: { source: string; target: string }; value: number }) => string {
  const names = new Map(drawing.nodes.map((node) => [node.key, node.label]));
  return ({ dataType, name, data, value }) =>
    dataType === "edge" ? `${names.get(data.source)} → ${names.get(data.target)}: ${inWords(value)}` : `${names.get(name)}: ${inWords(value)}`;
}
