/** Without scripts the menu is open; on a phone it folds, so that the page begins at its heading. */
export function foldMenuOnPhones(): void {
  const menu = document.querySelector<HTMLDetailsElement>(".menu-details");
  if (menu && window.matchMedia("(max-width: 40rem)").matches) menu.open = false;
}
