import type { Box, Option } from "./engine";
import type { Look } from "./look";
import type { Days } from "./model";

/** For pictures: the calendar that the server draws on the page. */
export function drawDays(drawing: Days, look: Look, box: Box, width: number): Option {
  const square = Math.min(26, Math.floor((width - box.left - box.right - 4 * look.size) / drawing.weeks.length));
  const label = { color: look.muted, fontSize: look.size, fontFamily: look.font };
  const hidden = { axisTick: { show: false }, axisLine: { show: false } };
  return {
    grid: { left: box.left + 4 * look.size, top: box.top + 2 * look.size, width: square * drawing.weeks.length, height: square * 7, outerBoundsMode: "none" },
    xAxis: {
      type: "category",
      position: "top",
      data: drawing.weeks.map((week) => week.month ?? ""),
      ...hidden,
      axisLabel: { ...label, interval: 0, align: "left", margin: 8 },
    },
    yAxis: { type: "category", inverse: true, data: drawing.weekdays, ...hidden, axisLabel: { ...label, interval: 1, margin: 12 } },
    series: [
      {
        type: "scatter",
        symbol: "roundRect",
        symbolSize: square - 3,
        data: drawing.weeks.flatMap((week, column) =>
          week.days.flatMap((day, row) => (day ? [{ value: [column, row], itemStyle: { color: look.series(`heat-${day.shade}`), opacity: 1 } }] : [])),
        ),
      },
    ],
  };
}

/** The height that the squares need. */
export const heightOfDays = 7 * 26 + 60;
