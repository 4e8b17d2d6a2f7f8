/** Without scripts the menu is open; where the window is as narrow as a phone it folds, so that the page begins at its heading. */
export function foldMenuOnPhones(): void {
  const menu = document.querySelector<HTMLDetailsElement>(".menu-details");
  if (!menu) return;
  const narrow = window.matchMedia("(max-width: 40rem)");
  const follow = () => (menu.open = !narrow.matches);
  narrow.addEventListener("change", follow);
  if (narrow.matches) follow();
}
