import { enhanceActivityRows } from "./activity_rows";
import { enhanceForm } from "./autosave";
import { enhanceCopyButtons } from "./copy_text";
import { focusErrorSummary } from "./error_summary";
import { enhanceFolds } from "./folds";
import { enhanceFormulaTrial } from "./formula_trial";
import { enhanceGrids } from "./grid";
import { copyOfPage, keepPage } from "./kept_page";
import { foldMenuOnPhones } from "./menu";
import { enhanceOfflinePage } from "./offline_page";
import { enhanceSignOut, personOfPage, tellWhatWaits } from "./person";
import { enhanceReview } from "./review_keys";

focusErrorSummary();
enhanceCopyButtons();
foldMenuOnPhones();
enhanceSignOut();
enhanceReview();

const person = personOfPage().catch(() => null);
const trialForm = document.querySelector<HTMLFormElement>("form[data-trial]");
if (trialForm) enhanceFormulaTrial(trialForm);

const entryForm = document.querySelector<HTMLFormElement>(".entry-form");
const offlinePage = document.querySelector<HTMLElement>(".offline-page");
if (entryForm) {
  const copy = copyOfPage(entryForm);
  enhanceFolds(entryForm);
  enhanceGrids(entryForm, enhanceForm(entryForm, person));
  enhanceActivityRows(entryForm);
  if (copy) void person.then((whose) => whose && keepPage(copy, entryForm, whose));
} else if (offlinePage) {
  void person.then(() => enhanceOfflinePage(offlinePage));
} else {
  void person.then(tellWhatWaits).catch(() => undefined);
}
