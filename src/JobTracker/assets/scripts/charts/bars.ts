import type { Box, Option } from "./engine";
import type { Look } from "./look";
import type { Bars } from "./model";

/** For pictures: the rows of bars that the server draws on the page. */
export function drawBars(drawing: Bars, look: Look, box: Box): Option {
  const { bars } = drawing;
  const text = { fontSize: look.size, fontFamily: look.font };
  return {
    grid: { ...box, right: box.right + 8 * look.size, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    xAxis: { type: "value", min: 0, max: 1, show: false },
    yAxis: {
      type: "category",
      inverse: true,
      data: bars.map((bar) => bar.label),
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { ...text, color: look.ink, margin: 16 },
    },
    series: [
      {
        type: "bar",
        barWidth: 12,
        showBackground: true,
        backgroundStyle: { color: look.line, opacity: 0.5, borderRadius: 4 },
        data: bars.map((bar) => ({
          value: bar.length,
          itemStyle: { color: look.series(bar.color), opacity: bar.isPale ? 0.55 : 1, borderRadius: 4 },
        })),
      },
      // Nothing to see but its labels, which stand in one column at the right.
      {
        type: "bar",
        barWidth: 12,
        barGap: "-100%",
        itemStyle: { color: "transparent" },
        data: bars.map(() => 1),
        label: {
          show: true,
          position: "right",
          distance: 14,
          color: look.muted,
          ...text,
          formatter: ({ dataIndex }: { dataIndex: number }) => `{strong|${bars[dataIndex]?.value ?? ""}}  ${bars[dataIndex]?.more ?? ""}`,
          rich: { strong: { ...text, color: look.ink, fontWeight: 700 } },
        },
      },
    ],
  };
}
