/** The line of a form that says whether what was typed has been saved, and if not, why. */

export type Trouble = "" | "offline" | "signedOut" | "refused";

export class SaveBar {
  trouble: Trouble = "";
  isUnkept = false; // the browser takes nothing more
  private savedAt: string;
  private told = "";

  constructor(
    private readonly line: HTMLElement,
    private readonly wayIn: HTMLElement | null, // to sign in again
  ) {
    this.savedAt = line.textContent?.trim() ?? "";
  }

  noteSaved(hour: string): void {
    this.savedAt = `${this.line.dataset.saved} ${hour}`;
  }

  /** What a person just did is told beside the state, until that person does something else. */
  tell(sentence: string): void {
    this.told = sentence;
  }

  show(waitingItems: number): void {
    const waiting = waitingItems === 0 ? "" : `${waitingItems} ${this.line.dataset.waiting}`;
    const trouble = this.trouble === "" ? "" : (this.line.dataset[this.trouble] ?? "");
    const unkept = this.isUnkept && trouble !== "" ? (this.line.dataset.unkept ?? "") : "";
    const state = [this.told, unkept || trouble || this.savedAt, waiting].filter((part) => part !== "").join(" · ");
    if (this.line.textContent !== state) this.line.textContent = state;
    if (this.wayIn) this.wayIn.hidden = this.trouble !== "signedOut";
  }
}
