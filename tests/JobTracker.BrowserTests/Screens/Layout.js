// Complaints about what the window shows now: text that sticks out, is cut or lies on other text, and targets too small to hit.
(smallestTarget) => {
  const complaints = [];
  const root = document.documentElement;
  const named = (element) => {
    const label = (element.getAttribute("aria-label") ?? element.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 40);
    return `<${element.tagName.toLowerCase()} class="${element.getAttribute("class") ?? ""}"> "${label}"`;
  };
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const forReadersOnly = (element) => element.closest(".sr-only, .skip:not(:focus)") !== null || element.getBoundingClientRect().width <= 1;
  const clips = (style) => style.overflowX !== "visible" || style.overflowY !== "visible";

  // What can be seen of a box, given everything around it that cuts.
  const visiblePart = (element, box) => {
    let { left, top, right, bottom } = box;
    let scrolls = false;
    for (let around = element; around && around !== document.body; around = around.parentElement) {
      const style = getComputedStyle(around);
      if (!clips(style)) continue;
      if (style.overflowX === "auto" || style.overflowX === "scroll") scrolls = true;
      const edge = around.getBoundingClientRect();
      [left, top, right, bottom] = [Math.max(left, edge.left), Math.max(top, edge.top), Math.min(right, edge.right), Math.min(bottom, edge.bottom)];
    }
    return { left, top, right, bottom, scrolls, empty: right - left < 1 || bottom - top < 1 };
  };

  if (root.scrollWidth > root.clientWidth) complaints.push(`The page scrolls sideways: ${root.scrollWidth} in ${root.clientWidth}.`);

  const layers = ".dialog, .palette, .toast, .bulk, .menu-panel, .bar, .dock, .side, .skip, .sees";
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !element || !shown(element) || forReadersOnly(element) || element.matches("script, style, noscript, option")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      const part = visiblePart(element, box);
      if (part.empty) continue;
      if (!part.scrolls && (part.left < -1 || part.right > root.clientWidth + 1)) complaints.push(`Text leaves the window: ${named(element)}`);
      texts.push({ element, node, layer: element.closest(layers), ...part });
    }
  }
  for (const box of document.querySelectorAll("input[type=checkbox], input[type=radio]"))
    if (shown(box)) texts.push({ element: box, node: box, layer: box.closest(layers), ...visiblePart(box, box.getBoundingClientRect()) });
  for (const [at, one] of texts.entries())
    for (const other of texts.slice(at + 1)) {
      if (one.node === other.node || one.layer !== other.layer) continue;
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      // Lines of different fonts may touch by the height of their empty upper and lower edges.
      if (across > 2 && down > 5) complaints.push(`One lies on the other: ${named(one.element)} and ${named(other.element)}`);
    }

  for (const element of document.body.querySelectorAll("*")) {
    if (!shown(element) || forReadersOnly(element) || element.closest("svg, template")) continue;
    const style = getComputedStyle(element);
    const hides = (overflow) => overflow === "hidden" || overflow === "clip";
    const wide = element.scrollWidth > element.clientWidth + 1;
    const high = element.scrollHeight > element.clientHeight + 1;
    if (element.matches(".btn, .chip, .star, button, summary") && style.display !== "inline" && wide) complaints.push(`Text leaves its button: ${named(element)}`);
    if (!element.textContent.trim() || style.display === "inline" || element.matches("select, textarea")) continue;
    // An ellipsis says that there is more, and the page of the thing itself shows it.
    if (hides(style.overflowX) && wide && style.textOverflow !== "ellipsis") complaints.push(`Text is cut at the side: ${named(element)}`);
    if (hides(style.overflowY) && high && style.textOverflow !== "ellipsis") complaints.push(`Text is cut below: ${named(element)}`);
  }

  for (const element of document.body.querySelectorAll("a[href], button, summary, select, input:not([type=hidden], :disabled), textarea, label:has(input)")) {
    if (!shown(element) || forReadersOnly(element)) continue;
    const style = getComputedStyle(element);
    const inRunningText = style.display === "inline" && [...element.parentElement.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const box = element.getBoundingClientRect();
    if (!inRunningText && (box.width < smallestTarget - 0.5 || box.height < smallestTarget - 0.5))
      complaints.push(`Too small to hit, ${Math.round(box.width)} by ${Math.round(box.height)}: ${named(element)}`);
  }
  return [...new Set(complaints)];
}
