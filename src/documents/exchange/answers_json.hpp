#pragma once

#include "base/result.hpp"
#include "domain/form/answers.hpp"
#include "domain/form/typed_answers.hpp"

#include <string>
#include <string_view>

namespace tiendo::documents {

/// The body of a submission: all that a unit's report says. Canonical: the same answers give the
/// same bytes, which are what the digest covers.
std::string to_json(const Answers& answers);
Result<Answers> parse_answers(std::string_view json);

/// One autosaved item of a draft, as it was typed.
std::string to_json(const TypedCell& cell);
Result<TypedCell> parse_typed_cell(std::string_view json);

std::string to_json(const TaskAnswer& answer);
Result<TaskAnswer> parse_task_answer(std::string_view json);

std::string to_json(const std::vector<ActivityRow>& rows);
Result<std::vector<ActivityRow>> parse_activity_rows(std::string_view json);

/// {"text": "…"}
std::string narrative_json(const std::string& text);
Result<std::string> parse_narrative(std::string_view json);

/// {"reason": "…"}, or {} for none.
std::string reason_json(const std::string& reason);
/// {"program": "…"}, or {} where a person acted.
std::string program_json(const std::string& program);

/// Whether the JSON of a draft's item is what its kind ("cell", "task" …) holds.
Result<Done> check_item(std::string_view kind, std::string_view json);

} // namespace tiendo::documents
