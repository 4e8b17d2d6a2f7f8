import { keepDrafts } from "./review_drafts";

const offSetting = "tiendo.review.keys";

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["radio", "checkbox", "submit", "button"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

/** Goes through the findings of a reading by keys; every key presses what stands on the page anyway. */
class ReviewKeys {
  private readonly findings = [...document.querySelectorAll<HTMLElement>("article.finding")];
  private readonly help: HTMLDialogElement | null;

  constructor(private readonly panel: HTMLElement) {
    this.help = panel.querySelector("dialog");
    const on = panel.querySelector<HTMLInputElement>("[data-keys-on]");
    panel.hidden = false;
    if (on) {
      on.checked = localStorage.getItem(offSetting) !== "off";
      on.addEventListener("change", () => localStorage.setItem(offSetting, on.checked ? "on" : "off"));
    }
    document.addEventListener("keydown", (event) => {
      if (on && !on.checked) return;
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || this.help?.open) return;
      if (event.key === "Escape" && isTyping(event.target)) {
        (event.target as HTMLElement).closest<HTMLElement>("article.finding")?.focus();
      } else if (!isTyping(event.target) && this.act(event.key.toLowerCase())) {
        event.preventDefault();
      }
    });
  }

  /** The finding that has the focus, or the one that the address leads to. */
  private current(): HTMLElement | undefined {
    const focused = document.activeElement?.closest<HTMLElement>("article.finding");
    if (focused) return focused;
    const addressed = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
    return this.findings.find((finding) => finding === addressed);
  }

  private act(key: string): boolean {
    switch (key) {
      case "j":
        return this.move(1);
      case "k":
        return this.move(-1);
      case "a":
        return this.press("accept");
      case "e":
        return this.press("edit") || this.press("keep");
      case "g":
        return this.press("keep");
      case "v":
        return this.press("source");
      case "u":
        return this.press("undo") || this.undoLast();
      case "?":
        this.help?.showModal();
        return true;
      default:
        return false;
    }
  }

  /** Those that wait first; where none waits, all of them. */
  private move(by: 1 | -1): boolean {
    const waiting = this.findings.filter((finding) => finding.dataset.waits !== undefined);
    const list = waiting.length > 0 ? waiting : this.findings;
    const current = this.current();
    const place = current ? this.findings.indexOf(current) : by > 0 ? -1 : this.findings.length;
    const ahead = list.filter((finding) => (this.findings.indexOf(finding) - place) * by > 0);
    const next = by > 0 ? (ahead[0] ?? list[0]) : (ahead[ahead.length - 1] ?? list[list.length - 1]);
    if (!next) return false;
    next.focus();
    next.scrollIntoView({ block: "nearest" });
    return true;
  }

  private press(what: string): boolean {
    const control = this.current()?.querySelector<HTMLElement>(`[data-key="${what}"]`);
    if (!control) return false;
    control.click();
    if (control instanceof HTMLInputElement) this.lead(control, what);
    return true;
  }

  /** What has to be typed after a choice: the field to correct, else the reason. */
  private lead(choice: HTMLInputElement, what: string): void {
    const form = choice.form;
    const field = what === "edit" ? form?.querySelector<HTMLElement>(".finding-fields :is(input:not([type=hidden]), select)") : null;
    (field ?? form?.querySelector<HTMLElement>('[name="reason"]'))?.focus();
  }

  private undoLast(): boolean {
    const button = document.querySelector<HTMLElement>("[data-undo-last]");
    button?.click();
    return button !== null;
  }
}

export function enhanceReview(): void {
  const panel = document.querySelector<HTMLElement>(".review-keys");
  if (!panel) return;
  new ReviewKeys(panel);
  keepDrafts();
}
