// The parts of ECharts that the page draws with, and no others.
import { BarChart, LineChart, SankeyChart, ScatterChart } from "echarts/charts";
import { AriaComponent, GridComponent, TitleComponent, TooltipComponent } from "echarts/components";
import { LabelLayout } from "echarts/features";
import { init, use, type EChartsCoreOption, type EChartsType } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, LineChart, SankeyChart, ScatterChart, AriaComponent, GridComponent, TitleComponent, TooltipComponent, LabelLayout, SVGRenderer]);

export { init, type EChartsCoreOption as Option, type EChartsType as Instance };

/** Room around a drawing, in pixels. */
export interface Box {
  top: number;
  right: number;
  bottom: number;
  left: number;
}
