#include "web/pages/report_view.hpp"

#include "base/text.hpp"
#include "web/pages/form_items.hpp"
#include "web/views/activity_words.hpp"
#include "web/views/cell_result.hpp"
#include "web/views/figure_words.hpp"
#include "web/views/target_words.hpp"

namespace tiendo::web {
namespace {

const Cell* cell_in(const Answers* answers, const MeasureId& id)
{
    if (answers == nullptr) return nullptr;
    const auto found = answers->cells.find(id);
    return found == answers->cells.end() ? nullptr : &found->second;
}

std::string said(const Cell* cell, const Indicator& indicator, const Wording& words)
{
    const Cell missing;
    const auto& shown = cell == nullptr ? missing : *cell;
    const auto counts = view::counts_words(shown, indicator, words);
    const auto result = view::result_words(shown, indicator, words);
    return counts.empty() ? result : result + " (" + counts + ")";
}

view::Object measure_view(
    const FormRow& row, const Answers& answers, const Answers* earlier, const Wording& words
)
{
    const auto* cell = cell_in(&answers, row.measure.id);
    const Cell missing;
    const auto& shown = cell == nullptr ? missing : *cell;
    const auto now = said(cell, row.indicator, words);
    const auto before = said(cell_in(earlier, row.measure.id), row.indicator, words);
    std::vector<std::string> remarks;
    if (!shown.reason.empty()) remarks.push_back(shown.reason);
    if (!shown.note.empty()) remarks.push_back(shown.note);
    view::Object data{
        {"id", row.measure.id.str()},
        {"measure_title", row.measure.title},
        {"target", view::target_words(row.measure, row.indicator, words)},
        {"result", view::result_words(shown, row.indicator, words)},
        {"counts", view::counts_words(shown, row.indicator, words)},
        {"is_missing", shown.state == ValueState::missing},
        {"is_estimate", shown.state == ValueState::value && shown.kind == ValueKind::estimate},
        {"remark", join(remarks, ". ")},
        {"is_changed", earlier != nullptr && now != before},
        {"before", before}
    };
    return data;
}

view::Object task_view(
    const std::string& anchor,
    const std::string& text,
    const std::map<std::string, TaskAnswer>& answers,
    const std::map<std::string, TaskAnswer>* earlier,
    const Wording& words
)
{
    const auto code = anchor.substr(anchor.find('/') + 1);
    const auto found = answers.find(code);
    const bool is_answered = found != answers.end();
    const auto given = is_answered ? found->second : TaskAnswer{};
    bool is_changed = false;
    if (earlier != nullptr) {
        const auto before = earlier->find(code);
        is_changed =
            (before != earlier->end()) != is_answered || (is_answered && before->second != given);
    }
    std::string state = words.text("value.missing");
    if (is_answered) {
        const auto* key = given.state == TaskState::finished      ? "task_state.finished"
                          : given.state == TaskState::not_started ? "task_state.not_started"
                                                                  : "task_state.under_way";
        state = words.text(key);
    }
    return {
        {"anchor", anchor},
        {"code", code},
        {"text", text},
        {"state", state},
        {"is_missing", !is_answered},
        {"done_on", given.done_on ? words.day(*given.done_on) : std::string{}},
        {"result", given.result},
        {"product", given.product},
        {"difficulty", given.difficulty},
        {"is_changed", is_changed}
    };
}

view::List activity_views(const Answers& answers, const Form& form, const Wording& words)
{
    view::List list;
    for (const auto& table : form.activities) {
        const auto found = answers.activities.find(table.key);
        if (found == answers.activities.end() || found->second.empty()) continue;
        view::List columns;
        for (const auto& column : table.columns)
            columns.emplace_back(view::column_title(table, column, words));
        view::List rows;
        for (const auto& row : found->second) {
            view::List cells;
            for (const auto& column : table.columns) {
                const auto cell = row.find(column.key);
                cells.emplace_back(
                    cell == row.end() ? std::string{}
                                      : view::activity_text(table, column, cell->second, words)
                );
            }
            rows.emplace_back(view::Object{{"cells", std::move(cells)}});
        }
        list.emplace_back(view::Object{
            {"table_title", view::table_title(table, words)},
            {"columns", std::move(columns)},
            {"activity_rows", std::move(rows)}
        });
    }
    return list;
}

view::List narrative_views(const Answers& answers, const Wording& words)
{
    view::List list;
    for (const auto key : narrative_parts) {
        const auto found = answers.narrative.find(std::string(key));
        if (found == answers.narrative.end() || trim(found->second).empty()) continue;
        view::List paragraphs;
        for (const auto& line : split(found->second, '\n'))
            if (!trim(line).empty()) paragraphs.emplace_back(trim(line));
        list.emplace_back(view::Object{
            {"label", words.text("narrative." + std::string(key))},
            {"paragraphs", std::move(paragraphs)}
        });
    }
    return list;
}

} // namespace

void show_answers(
    view::Object& data,
    const ReportPage& page,
    const Answers& answers,
    const Answers* earlier,
    const Wording& words
)
{
    view::List objectives;
    for (const auto& group : rows_by_objective(page, words)) {
        view::List rows;
        for (const auto* row : group.rows)
            rows.emplace_back(measure_view(*row, answers, earlier, words));
        objectives.emplace_back(view::Object{{"objective", group.title}, {"rows", std::move(rows)}}
        );
    }
    data.set("has_edit", false);
    data.set("has_measures", !objectives.empty());
    data.set("objectives", std::move(objectives));
    view::List tasks;
    for (const auto& row : page.report.form.tasks) {
        if (row.part == Part::support && !answers.tasks.contains(row.task.id)) continue;
        tasks.emplace_back(task_view(
            "task/" + row.task.id,
            row.task.text,
            answers.tasks,
            earlier == nullptr ? nullptr : &earlier->tasks,
            words
        ));
    }
    for (const auto& clause : page.report.form.clauses)
        tasks.emplace_back(task_view(
            "duty/" + clause.id,
            clause.text,
            answers.duties,
            earlier == nullptr ? nullptr : &earlier->duties,
            words
        ));
    data.set("has_tasks", !tasks.empty());
    data.set("tasks", std::move(tasks));
    auto activities = activity_views(answers, page.report.form, words);
    data.set("has_activities", !activities.empty());
    data.set("activities", std::move(activities));
    auto narratives = narrative_views(answers, words);
    data.set("has_narratives", !narratives.empty());
    data.set("narratives", std::move(narratives));
    const auto incomplete = answers.narrative.find("incomplete");
    data.set("has_incomplete", incomplete != answers.narrative.end());
    data.set("incomplete", incomplete == answers.narrative.end() ? "" : incomplete->second);
}

Answers answers_to_show(const app::UnitReport& report)
{
    if (is_unsent(report.state.stage) || !report.newest) return report.draft.answers();
    return report.newest->answers;
}

view::Object report_view(const ReportPage& page, const std::string& why, const Visit& visit)
{
    view::Object data;
    data.set(
        "title",
        visit.words.text(
            "entry.title",
            {{"unit", page.unit.name}, {"period", visit.words.period(page.report.of.period)}}
        )
    );
    show_report_head(data, page, visit);
    data.set("why", why);
    data.set("may_withdraw", page.may_enter && page.report.state.stage == Stage::submitted);
    const bool waits_for_leader = page.report.state.stage == Stage::awaiting_leader;
    data.set("may_decide", waits_for_leader && page.may_decide);
    const bool is_own = visit.actor.unit == page.report.of.unit;
    data.set("may_take_back", waits_for_leader && page.may_enter && is_own);
    show_answers(data, page, answers_to_show(page.report), nullptr, visit.words);
    return data;
}

} // namespace tiendo::web
