import type { Box, Option } from "./engine";
import { widthOf, type Look } from "./look";
import type { Flow } from "./model";
import { inWords } from "./words";

/** The widest that the names at the right may be, of the whole. */
const mostForNames = 0.42;

/** From where applications began to where they stand; what waits is grey. */
export function drawFlow(drawing: Flow, look: Look, box: Box, width: number): Option {
  const colors = new Map(drawing.nodes.map((node) => [node.key, look.series(node.key.startsWith("waiting") ? "draft" : node.status)]));
  const names = new Map(drawing.nodes.map((node) => [node.key, `${node.label}  ${inWords(node.value)}`]));
  const sources = new Set(drawing.links.map((link) => link.source));
  const ends = drawing.nodes.filter((node) => !sources.has(node.key)).map((node) => widthOf(names.get(node.key) ?? "", look));
  const wanted = Math.max(...ends) + 18;
  const room = Math.min(wanted, Math.round(width * mostForNames));
  const breaks = room < wanted;
  return {
    series: [
      {
        type: "sankey",
        ...box,
        right: box.right + room,
        nodeWidth: 12,
        // Where names break, they need two lines.
        nodeGap: Math.round(look.size * (breaks ? 2.4 : 1.35)),
        labelLayout: { hideOverlap: true },
        draggable: false,
        emphasis: { focus: "adjacency" },
        label: {
          color: look.ink,
          fontSize: look.size,
          fontFamily: look.font,
          lineHeight: look.lineHeight,
          ...(breaks && { width: room - 10, overflow: "break" }),
          formatter: ({ name }: { name: string }) => names.get(name) ?? name,
        },
        data: drawing.nodes.map((node) => ({ name: node.key, itemStyle: { color: colors.get(node.key), borderWidth: 0 } })),
        links: drawing.links.map((link) => ({ ...link, lineStyle: { color: colors.get(link.source), opacity: 0.26, curveness: 0.5 } })),
      },
    ],
  };
}
