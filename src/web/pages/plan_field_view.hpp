#pragma once

#include "domain/plan/plan.hpp"
#include "web/messages.hpp"
#include "web/request.hpp"
#include "web/views/choices.hpp"

#include <string>
#include <vector>

namespace tiendo::web {

/// One field of a plan that a person can correct, as a small form.
struct EditableField {
    std::string path{}; ///< "measure/4.1/value"
    std::string label{};
    std::string value{};                 ///< as the plan keeps it; numbers with a decimal comma
    std::vector<view::Choice> choices{}; ///< empty where it is typed
};

/// What {{> plan_field}} and {{> field_input}} are filled with.
view::Object field_view(const EditableField& field);

/// The same with what was typed into a form that came back.
view::Object field_view(const EditableField& field, const std::string& typed);

/// The same with what came back in a form of its own, refused: its "path", "value" and "reason".
view::Object field_view(const EditableField& field, const Fields* typed);

/// Everything of a measure that can be corrected on the review screen.
std::vector<EditableField> measure_fields(const Measure& measure, const Wording& words);

/// The quantities of the measures that stand in those lines.
std::vector<EditableField>
fields_at(const Plan& plan, const LineRange& lines, const Wording& words);

/// The same with the texts and days that stand there: of targets, tasks, and the document's head
/// where its number or day does.
std::vector<EditableField>
all_fields_at(const Plan& plan, const LineRange& lines, const Wording& words);

/// "4.1 – Con số" for "measure/4.1/value", as a decision names what it changed.
std::string field_name(const std::string& path, const Wording& words);

/// A comparator or a unit of measure as the fields' choices word it; anything else as it is.
std::string field_value(const std::string& path, const std::string& value, const Wording& words);

} // namespace tiendo::web
