/** Buttons that put a text onto the clipboard; without a script the text is selected by hand. */
export function enhanceCopyButtons(): void {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
    const text = document.getElementById(button.dataset.copy ?? "") as HTMLTextAreaElement | null;
    if (!text) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      void navigator.clipboard.writeText(text.value).then(() => {
        button.textContent = button.dataset.copied ?? "";
        button.setAttribute("aria-live", "polite");
      });
    });
  }
}
