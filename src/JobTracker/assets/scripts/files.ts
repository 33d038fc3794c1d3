/** Says at once that a chosen file is too large, instead of after it was sent. */
export function weighFiles(): void {
  document.addEventListener("change", (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || input.type !== "file") return;
    const most = Number(input.dataset["most"] ?? Infinity);
    const isTooLarge = [...(input.files ?? [])].some((file) => file.size > most);
    input.setCustomValidity(isTooLarge ? (input.dataset["tooLarge"] ?? "") : "");
    if (isTooLarge) input.reportValidity();
  });
}
