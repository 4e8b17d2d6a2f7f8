#include "app/report/draft_items.hpp"

#include "documents/exchange/answers_json.hpp"

namespace tiendo::app {

std::string item_body(const TypedCell& cell)
{
    return documents::to_json(cell);
}

std::string item_body(const TaskAnswer& answer)
{
    return documents::to_json(answer);
}

std::string item_body(const std::vector<ActivityRow>& rows)
{
    return documents::to_json(rows);
}

std::string narrative_body(const std::string& text)
{
    return documents::narrative_json(text);
}

Result<TypedCell> cell_from(std::string_view body)
{
    return documents::parse_typed_cell(body);
}

Result<TaskAnswer> task_answer_from(std::string_view body)
{
    return documents::parse_task_answer(body);
}

Result<std::vector<ActivityRow>> activity_rows_from(std::string_view body)
{
    return documents::parse_activity_rows(body);
}

Result<std::string> narrative_from(std::string_view body)
{
    return documents::parse_narrative(body);
}

} // namespace tiendo::app
