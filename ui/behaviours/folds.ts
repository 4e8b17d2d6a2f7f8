/** What is folded away opens where somebody is led: by a link, an arrow key, an error, a printer. */
export function reveal(element: Element | null): void {
  for (let fold = element?.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
}

function revealAddressed(): void {
  const target = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
  if (!target || target.checkVisibility?.() === true) return;
  reveal(target);
  target.scrollIntoView();
}

export function enhanceFolds(form: HTMLFormElement): void {
  revealAddressed();
  window.addEventListener("hashchange", revealAddressed);
  // A second press on the same link changes no address.
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href*="#"]') : null;
    if (!link || link.pathname !== window.location.pathname) return;
    reveal(document.getElementById(decodeURIComponent(link.hash.slice(1))));
  });
  let folded: HTMLDetailsElement[] = [];
  window.addEventListener("beforeprint", () => {
    folded = [...form.querySelectorAll<HTMLDetailsElement>(".fold:not([open]), .activity:not([open]), .other-tables:not([open])")];
    folded.forEach((fold) => (fold.open = true));
  });
  window.addEventListener("afterprint", () => folded.forEach((fold) => (fold.open = false)));
}
