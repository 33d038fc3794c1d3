// The page of analytics: draws what the server leaves to the browser, swaps drawings and tables, and saves pictures.
import { readPage, type Chart } from "./scripts/charts/model";
import { savePicture, type Format } from "./scripts/charts/picture";
import { drawOnScreen } from "./scripts/charts/screen";

const page = readPage();
const charts = new Map(page.charts.map((chart) => [chart.key, chart]));

for (const panel of document.querySelectorAll<HTMLElement>("[data-chart]")) {
  const chart = charts.get(panel.dataset["chart"] ?? "");
  if (chart) equip(panel, chart);
}

function equip(panel: HTMLElement, chart: Chart): void {
  const canvas = panel.querySelector<HTMLElement>("[data-canvas]");
  if (canvas) drawOnScreen(canvas, chart);

  const swap = panel.querySelector<HTMLButtonElement>("[data-as-table]");
  swap?.addEventListener("click", () => {
    const asTable = panel.classList.toggle("as-table");
    swap.setAttribute("aria-pressed", String(asTable));
  });

  for (const button of panel.querySelectorAll<HTMLButtonElement>("[data-picture]"))
    button.addEventListener("click", async () => {
      await savePicture(chart, page.period, button.dataset["picture"] as Format);
      const menu = button.closest("details");
      if (menu) menu.open = false;
      menu?.querySelector("summary")?.focus();
    });
}
