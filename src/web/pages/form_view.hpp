#pragma once

#include "web/pages/form_saving.hpp"
#include "web/pages/report_pages.hpp"

namespace tiendo::web {

/// The form as it is typed: the draft, and over it what a request could not save.
view::Object form_view(const ReportPage& page, const SavingOutcome& outcome, const Visit& visit);

/// One row of part 1; `line` counts the lines of the grid that arrow keys move over.
view::Object cell_view(
    const ReportPage& page,
    const SavingOutcome& outcome,
    const FormRow& row,
    int& line,
    const Wording& words
);

/// Part 2: the tasks that the unit leads or supports, and its duties.
void show_tasks(
    view::Object& data, const ReportPage& page, const SavingOutcome& outcome, const Wording& words
);
view::List duty_list(const ReportPage& page, const SavingOutcome& outcome, const Wording& words);

/// Part 3: every table with its rows and one that is empty, each folded under how many rows it has;
/// those that nothing asks for stand together behind them.
void show_activities(
    view::Object& data, const ReportPage& page, const SavingOutcome& outcome, const Wording& words
);

/// What every item carries: its name, its hidden fields, and the conflict if there is one.
void show_item(
    view::Object& data,
    const ReportPage& page,
    const SavingOutcome& outcome,
    const std::string& item,
    const Wording& words
);

/// What an item's body says, in one line.
std::string item_words(
    const app::UnitReport& report,
    const std::string& item,
    const std::string& body,
    const Wording& words
);

/// The item as this person typed it where that could not be saved; null where the draft stands.
const PostedItem* typed_over(const SavingOutcome& outcome, const std::string& item);

} // namespace tiendo::web
