// Everything that takes the focus without looking any different for it. The last key pressed must have been Tab, or nothing shows a focus.
() => {
  const look = (element) =>
    [element, element.closest(".search-box, label, .checkbox")].filter(Boolean).map((each) => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor } = getComputedStyle(each);
      return [outlineStyle === "none" || outlineWidth === "0px" ? "" : outlineWidth + outlineColor, boxShadow, borderColor].join();
    }).join("|");
  const complaints = [];
  for (const element of document.querySelectorAll("a[href], button, summary, select, input:not([type=hidden]), textarea")) {
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    document.activeElement?.blur();
    const before = look(element);
    element.focus();
    if (document.activeElement !== element) complaints.push(`Takes no focus: ${element.outerHTML.slice(0, 120)}`);
    else if (look(element) === before) complaints.push(`Looks the same with the focus: ${element.outerHTML.slice(0, 120)}`);
  }
  return complaints;
}
