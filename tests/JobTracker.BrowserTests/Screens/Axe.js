// What axe-core finds wrong on the page, one line for each place. `window.axe` is there already; there are no frames to look into.
async ({ tags, rules }) => {
  const runOnly = rules ? { type: "rule", values: rules } : { type: "tag", values: tags };
  // Part of WCAG 2.2 and still off by itself.
  const found = await axe.run(document, {
    runOnly,
    resultTypes: ["violations"],
    ...(rules ? {} : { rules: { "target-size": { enabled: true } } }),
  });
  return found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html} (${rule.help})`));
}
