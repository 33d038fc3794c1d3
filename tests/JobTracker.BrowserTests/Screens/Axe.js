// What axe-core finds wrong on the page, one line for each place. `window.axe` is there already; there are no frames to look into.
async ({ tags, rules }) => {
  const runOnly = rules ? { type: "rule", values: rules } : { type: "tag", values: tags };
  // Part of WCAG 2.2 and still off by itself.
  const found = await axe.run(document, {
    runOnly,
    resultTypes: ["violations"],
    elementRef: true,
    ...(rules ? {} : { rules: { "target-size": { enabled: true } } }),
  });
  const menus = [...document.querySelectorAll("details[open] .menu-panel")];
  // What looks out from under an open menu is whole again when the menu closes.
  const isCovered = (element) =>
    menus.some((menu) => {
      const [over, under] = [menu.getBoundingClientRect(), element.getBoundingClientRect()];
      const meet = over.left < under.right && under.left < over.right && over.top < under.bottom && under.top < over.bottom;
      return meet && !menu.contains(element);
    });
  return found.violations.flatMap((rule) =>
    rule.nodes
      .filter((node) => rule.id !== "target-size" || !isCovered(node.element))
      .map((node) => `${rule.id}: ${node.html} (${rule.help})`),
  );
}
