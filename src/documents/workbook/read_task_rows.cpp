#include "documents/workbook/read_task_rows.hpp"

#include "base/text.hpp"

namespace tiendo::documents {
namespace {

std::optional<TaskState> task_state_in(const std::string& said, const WorkbookWords& say)
{
    for (const auto state : {TaskState::not_started, TaskState::under_way, TaskState::finished})
        if (!said.empty() && name_key(words_of(state, say)) == name_key(said)) return state;
    return std::nullopt;
}

std::string after_slash(const std::string& item)
{
    return item.substr(item.find('/') + 1);
}

} // namespace

void read_task_row(WorkbookReading& reading, const SheetRow& row, const std::string& item)
{
    const auto words = [&](TaskColumn column) {
        return reading.take(row, reading.column_of(column), item, text_in);
    };
    TaskAnswer answer;
    const auto state = words(TaskColumn::state);
    const auto day =
        reading.take(row, reading.column_of(TaskColumn::done_on), item, [&](const auto& cell) {
            return day_in(cell, reading.year);
        });
    answer.done_on = parse_iso_date(day);
    answer.result = words(TaskColumn::result);
    answer.product = words(TaskColumn::product);
    answer.difficulty = words(TaskColumn::difficulty);
    const bool is_empty = state.empty() && !answer.done_on && answer.result.empty() &&
                          answer.product.empty() && answer.difficulty.empty();
    if (is_empty) return;
    const auto where = reading.place(row, reading.column_of(TaskColumn::state));
    const auto chosen = task_state_in(state, reading.say);
    if (!chosen) {
        reading.remark(
            true,
            item,
            state.empty() ? Problem{"workbook_cell.state_missing"}
                          : Problem{"workbook_cell.not_in_list", {{"typed", state}}},
            where
        );
        return;
    }
    answer.state = *chosen;
    auto& all = reading.result.answers;
    auto& answers = item.starts_with("task/") ? all.tasks : all.duties;
    const auto [kept, is_new] = answers.emplace(after_slash(item), answer);
    if (!is_new && kept->second != answer)
        reading.remark(true, item, {"workbook.row_twice"}, where);
    reading.result.origins[item] = where;
}

void read_narrative_row(WorkbookReading& reading, const SheetRow& row, const std::string& item)
{
    const auto column = reading.columns[1];
    const auto text = reading.take(row, column, item, text_in);
    if (text.empty()) return;
    const auto where = reading.place(row, column);
    const auto [kept, is_new] = reading.result.answers.narrative.emplace(after_slash(item), text);
    if (!is_new && kept->second != text) reading.remark(true, item, {"workbook.row_twice"}, where);
    reading.result.origins[item] = where;
}

} // namespace tiendo::documents
