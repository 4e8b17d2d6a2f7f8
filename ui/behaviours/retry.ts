/** When to try again: soon after the first failure, since most gaps are short, then less and less often. */

const firstMilliseconds = 1_000;
const lastMilliseconds = 30_000;

export class Retry {
  private delay = firstMilliseconds;
  private timer = 0;

  constructor(private readonly attempt: () => void) {}

  noteFailed(): void {
    if (this.timer !== 0) return;
    this.timer = window.setTimeout(() => {
      this.timer = 0;
      this.attempt();
    }, this.delay);
    this.delay = Math.min(2 * this.delay, lastMilliseconds);
  }

  noteSent(): void {
    window.clearTimeout(this.timer);
    this.timer = 0;
    this.delay = firstMilliseconds;
  }
}
