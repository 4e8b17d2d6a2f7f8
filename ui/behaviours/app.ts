import { enhanceActivityRows } from "./activity_rows";
import { enhanceForm } from "./autosave";
import { focusErrorSummary } from "./error_summary";
import { enhanceGrids } from "./grid";
import { foldMenuOnPhones } from "./menu";

focusErrorSummary();
foldMenuOnPhones();

const entryForm = document.querySelector<HTMLFormElement>(".entry-form");
if (entryForm) {
  enhanceGrids(entryForm, enhanceForm(entryForm));
  enhanceActivityRows(entryForm);
}
