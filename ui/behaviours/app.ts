import { enhanceActivityRows } from "./activity_rows";
import { enhanceForm } from "./autosave";
import { enhanceCopyButtons } from "./copy_text";
import { focusErrorSummary } from "./error_summary";
import { enhanceFolds } from "./folds";
import { enhanceGrids } from "./grid";
import { foldMenuOnPhones } from "./menu";

focusErrorSummary();
enhanceCopyButtons();
foldMenuOnPhones();

const entryForm = document.querySelector<HTMLFormElement>(".entry-form");
if (entryForm) {
  enhanceFolds(entryForm);
  enhanceGrids(entryForm, enhanceForm(entryForm));
  enhanceActivityRows(entryForm);
}
