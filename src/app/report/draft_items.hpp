#pragma once

#include "domain/form/typed_answers.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tiendo::app {

/// The bodies of a draft's items (reports.hpp, NewItem): made from what was typed, and read back.
/// Canonical: the same answer gives the same body.
std::string item_body(const TypedCell& cell);
std::string item_body(const TaskAnswer& answer);
std::string item_body(const std::vector<ActivityRow>& rows);
std::string narrative_body(const std::string& text);

Result<TypedCell> cell_from(std::string_view body);
Result<TaskAnswer> task_answer_from(std::string_view body);
Result<std::vector<ActivityRow>> activity_rows_from(std::string_view body);
Result<std::string> narrative_from(std::string_view body);

} // namespace tiendo::app
