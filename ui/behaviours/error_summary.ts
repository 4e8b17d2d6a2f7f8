/** A page that comes back with errors begins at them, for the eye and for a screen reader. */
export function focusErrorSummary(): void {
  document.querySelector<HTMLElement>(".error-summary[data-focus]")?.focus();
}
