import type { Box, Option } from "./engine";
import type { Look } from "./look";
import type { Timeline } from "./model";
import { dateWriter, inWords } from "./words";

const rows = 3;
const nice = [1, 2, 3, 4, 5, 6, 8, 10];

/** Bars for each interval on the left axis, the running total on the right one; both axes have their lines in the same places. */
export function drawTimeline(drawing: Timeline, look: Look, box: Box): Option {
  const write = dateWriter(drawing);
  const counts = drawing.points.map((point) => point.count);
  const totals = drawing.points.map((point) => point.cumulative);
  const step = niceStep(Math.max(...counts) / rows);
  const lines = Math.max(1, Math.ceil(Math.max(...counts) / step));
  const totalStep = niceStep(Math.max(...totals) / lines);
  const last = totals.length - 1;
  const axisLabel = { color: look.muted, fontSize: look.size, formatter: (value: number | string) => (typeof value === "number" ? inWords(value) : value) };
  const axis = (every: number, show: boolean) => ({
    type: "value",
    max: every * lines,
    interval: every,
    axisLabel,
    splitLine: { show, lineStyle: { color: look.line } },
  });
  return {
    grid: { ...box, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    xAxis: {
      type: "category",
      data: drawing.points.map((point) => write(point.date)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: look.strong } },
      axisLabel: { ...axisLabel, hideOverlap: true, margin: Math.round(look.size * 0.95) },
    },
    yAxis: [axis(step, true), axis(totalStep, false)],
    series: [
      { type: "bar", name: drawing.bars, data: counts, barMaxWidth: 24, barCategoryGap: "40%", itemStyle: { color: look.series("bar"), borderRadius: [3, 3, 0, 0] } },
      {
        type: "line",
        name: drawing.line,
        yAxisIndex: 1,
        // Only the end has a dot: there the total is read.
        data: totals.map((value, at) => ({ value, symbol: at === last ? "circle" : "none", symbolSize: 7 })),
        lineStyle: { color: look.series("line"), width: 2 },
        itemStyle: { color: look.series("line") },
      },
    ],
  };
}

function niceStep(least: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(least, 1))));
  return (nice.find((step) => step * power >= least) ?? 10) * power;
}
