const pause = 400;

/** Tries an entry of the library as one types; without a script its button does. */
export function enhanceFormulaTrial(form: HTMLFormElement): void {
  let waiting: number | undefined;
  let latest = 0;

  async function tryNow(): Promise<void> {
    const mine = ++latest;
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.append(name, value);
    fields.set("viec", "thu");
    const answer = await fetch(form.action, { method: "POST", body: fields });
    if (!answer.ok || mine !== latest) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("thu");
    const shown = document.getElementById("thu");
    if (!fresh || !shown) return;
    const focused = document.activeElement?.id ?? "";
    const wasInside = shown.contains(document.activeElement);
    shown.replaceWith(fresh);
    if (wasInside) document.getElementById(focused)?.focus();
  }

  form.addEventListener("input", () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => void tryNow().catch(() => undefined), pause);
  });
}
