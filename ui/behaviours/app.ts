import { focusErrorSummary } from "./error_summary";
import { foldMenuOnPhones } from "./menu";

focusErrorSummary();
foldMenuOnPhones();
