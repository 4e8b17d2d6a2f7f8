#include "documents/workbook/workbook_lines.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace tiendo::documents {
namespace {

constexpr std::size_t label_bytes_max = 600;

} // namespace

std::string label_of(std::string_view text)
{
    auto label = squeeze(text);
    if (label.size() <= label_bytes_max) return label;
    auto end = label_bytes_max;
    while ((static_cast<unsigned char>(label[end]) & 0xC0U) == 0x80U)
        --end;
    return std::string(trim(std::string_view(label).substr(0, end)));
}

std::string
element_label(const Indicator& indicator, const std::string& element, const WorkbookWords& say)
{
    const auto sex = element.ends_with(".male")     ? say("entry.male", {})
                     : element.ends_with(".female") ? say("entry.female", {})
                                                    : std::string{};
    const auto said = [&](const std::string& what) {
        return sex.empty() ? what : say("entry.of_sex", {{"sex", sex}, {"what", what}});
    };
    if (element.starts_with("num")) return said(indicator.numerator);
    if (element.starts_with("den")) return said(indicator.denominator);
    if (indicator.shape == Shape::quarters) return say("entry.quarter_" + element.substr(1), {});
    if (indicator.shape == Shape::months) return say("entry.month", {{"month", element.substr(1)}});
    if (indicator.shape == Shape::yes_no) return say("entry.yes_or_no", {});
    return indicator.numerator.empty() ? say("entry.number", {}) : indicator.numerator;
}

std::string
measure_label(const std::string& code, const std::string& title, const std::string& element)
{
    return label_of(code + " | " + title + " | " + element);
}

std::string task_text(const Task& task)
{
    return squeeze(task.text);
}

std::vector<WorkbookLine> workbook_lines(const Form& form, const WorkbookWords& say)
{
    std::vector<WorkbookLine> lines;
    for (const auto& row : form.rows) {
        const auto id = row.measure.id.str();
        for (const auto& element : elements_of(row.indicator)) {
            lines.push_back(
                {"cell/" + id + "/" + element,
                 measure_label(id, row.measure.title, element_label(row.indicator, element, say))}
            );
        }
    }
    for (const auto& clause : form.clauses)
        lines.push_back({"duty/" + clause.id, label_of(clause.text)});
    for (const auto& row : form.tasks)
        lines.push_back({"task/" + row.task.id, label_of(row.task.id + " | " + task_text(row.task))}
        );
    for (const auto& table : form.activities)
        lines.push_back({"activity/" + table.key, title_of(table, say)});
    for (const auto part : narrative_parts) {
        const std::string name(part);
        lines.push_back({"narrative/" + name, say("narrative." + name, {})});
    }
    return lines;
}

std::string head_of(MeasureColumn column, const WorkbookWords& say)
{
    switch (column) {
    case MeasureColumn::code:
        return say("answers.code", {});
    case MeasureColumn::title:
        return say("answers.measure", {});
    case MeasureColumn::target:
        return say("entry.target", {});
    case MeasureColumn::last_year:
        return say("entry.last_year", {});
    case MeasureColumn::element:
        return say("workbook_file.element", {});
    case MeasureColumn::value:
        return say("workbook_file.value", {});
    case MeasureColumn::kind:
        return say("workbook_file.kind", {});
    case MeasureColumn::state:
        return say("entry.state", {});
    case MeasureColumn::reason:
        return say("entry.reason", {});
    case MeasureColumn::note:
        return say("entry.note", {});
    }
    return {};
}

std::string head_of(TaskColumn column, const WorkbookWords& say)
{
    switch (column) {
    case TaskColumn::code:
        return say("answers.code", {});
    case TaskColumn::text:
        return say("workbook_file.task", {});
    case TaskColumn::part:
        return say("workbook_file.part", {});
    case TaskColumn::due:
        return say("entry.due", {});
    case TaskColumn::state:
        return say("task_state.label", {});
    case TaskColumn::done_on:
        return say("entry.done_on", {});
    case TaskColumn::result:
        return say("entry.result", {});
    case TaskColumn::product:
        return say("entry.product", {});
    case TaskColumn::difficulty:
        return say("entry.difficulty", {});
    }
    return {};
}

std::string title_of(const ActivityTable& table, const WorkbookWords& say)
{
    return table.title.empty() ? say("activity." + table.key, {}) : table.title;
}

std::string
head_of(const ActivityTable& table, const ActivityColumn& column, const WorkbookWords& say)
{
    if (!column.title.empty()) return column.title;
    return say("activity." + table.key + "." + column.key, {});
}

std::string words_of(
    const ActivityTable& table,
    const ActivityColumn& column,
    const std::string& kept,
    const WorkbookWords& say
)
{
    if (std::ranges::find(column.choices, kept) == column.choices.end()) return kept;
    // The office typed its choices as people read them.
    if (is_office_table(table))
        return says_yes_or_no(column) ? say("office_table." + kept, {}) : kept;
    return say("activity." + table.key + "." + column.key + "." + kept, {});
}

std::string words_of(ValueKind kind, const WorkbookWords& say)
{
    switch (kind) {
    case ValueKind::estimate:
        return say("entry.estimate", {});
    case ValueKind::official:
        return say("workbook_file.official", {});
    case ValueKind::adjusted:
        return say("workbook_file.adjusted", {});
    }
    return {};
}

std::string words_of(ValueState state, const WorkbookWords& say)
{
    switch (state) {
    case ValueState::value:
    case ValueState::missing:
        return say("entry.state_value", {});
    case ValueState::not_arising:
        return say("value.not_arising", {});
    case ValueState::not_applicable:
        return say("value.not_applicable", {});
    }
    return {};
}

std::string words_of(TaskState state, const WorkbookWords& say)
{
    switch (state) {
    case TaskState::not_started:
        return say("task_state.not_started", {});
    case TaskState::under_way:
        return say("task_state.under_way", {});
    case TaskState::finished:
        return say("task_state.finished", {});
    }
    return {};
}

} // namespace tiendo::documents
