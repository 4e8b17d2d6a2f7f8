#include "app/report/draft_items.hpp"
#include "base/text.hpp"
#include "web/pages/form_view.hpp"
#include "web/views/activity_words.hpp"

#include <algorithm>

namespace tiendo::web {
namespace {

const char* name_of(TaskState state)
{
    switch (state) {
    case TaskState::not_started:
        return "not_started";
    case TaskState::under_way:
        return "under_way";
    case TaskState::finished:
        return "finished";
    }
    return "under_way";
}

std::optional<TaskAnswer> answer_on_page(
    const std::map<std::string, app::DraftTask>& kept, const std::string& id, const PostedItem* over
)
{
    if (over != nullptr) {
        if (over->body.empty()) return std::nullopt;
        auto answer = app::task_answer_from(over->body);
        ensure(answer.has_value(), "what our own page wrote can be read");
        return *answer;
    }
    const auto found = kept.find(id);
    return found == kept.end() ? std::nullopt : std::optional(found->second.answer);
}

void show_task_answer(
    view::Object& data,
    const std::optional<TaskAnswer>& answer,
    const PostedItem* over,
    const Wording& words
)
{
    const auto given = answer.value_or(TaskAnswer{});
    view::List states;
    for (const auto state : {TaskState::not_started, TaskState::under_way, TaskState::finished})
        states.emplace_back(view::Object{
            {"value", name_of(state)},
            {"label", words.text(std::string("task_state.") + name_of(state))},
            {"checked", answer && given.state == state}
        });
    data.set("states", std::move(states));
    std::string day = given.done_on ? vietnamese_date(*given.done_on) : std::string{};
    if (over != nullptr && !over->typed_day.empty()) day = over->typed_day;
    data.set("done_on", day);
    data.set("result", given.result);
    data.set("product", given.product);
    data.set("difficulty", given.difficulty);
    data.set("is_detailed", !day.empty() || !given.product.empty() || !given.difficulty.empty());
    view::List remarks;
    if (over != nullptr) {
        for (const auto& problem : over->problems)
            remarks.emplace_back(view::Object{{"text", words.sentence(problem)}, {"is_error", true}}
            );
    }
    data.set("is_day_wrong", !remarks.empty());
    data.set("has_remarks", !remarks.empty());
    data.set("remarks", std::move(remarks));
}

view::List tables_offered(const Form& form, const ClauseRow& clause, const Wording& words)
{
    view::List tables;
    for (const auto& table : form.activities)
        if (std::ranges::find(clause.tables, table.key) != clause.tables.end())
            tables.emplace_back(view::Object{
                {"href", "#activity/" + table.key}, {"title", view::table_title(table, words)}
            });
    return tables;
}

view::Object clause_view(
    const ReportPage& page,
    const SavingOutcome& outcome,
    const ClauseRow& clause,
    const Wording& words
)
{
    const auto item = "duty/" + clause.id;
    const auto* over = typed_over(outcome, item);
    view::Object data;
    show_item(data, page, outcome, item, words);
    show_task_answer(data, answer_on_page(page.report.draft.duties, clause.id, over), over, words);
    data.set("code", clause.id);
    data.set("text", clause.text);
    auto tables = tables_offered(page.report.form, clause, words);
    data.set("has_tables", !tables.empty());
    data.set("tables", std::move(tables));
    return data;
}

view::Object task_view(
    const ReportPage& page, const SavingOutcome& outcome, const TaskRow& row, const Wording& words
)
{
    const auto item = "task/" + row.task.id;
    const auto* over = typed_over(outcome, item);
    view::Object data;
    show_item(data, page, outcome, item, words);
    show_task_answer(data, answer_on_page(page.report.draft.tasks, row.task.id, over), over, words);
    data.set("code", row.task.id);
    data.set("text", row.task.text);
    data.set("part", words.text(row.part == Part::lead ? "entry.leads" : "entry.supports"));
    data.set("has_due", row.task.due.has_value());
    data.set("due", row.task.due ? words.day(*row.task.due) : std::string{});
    return data;
}

} // namespace

void show_tasks(
    view::Object& data, const ReportPage& page, const SavingOutcome& outcome, const Wording& words
)
{
    view::List led;
    view::List supported;
    int answered = 0;
    bool is_troubled = false;
    for (const auto& row : page.report.form.tasks) {
        if (row.part == Part::support) {
            answered += page.report.draft.tasks.contains(row.task.id) ? 1 : 0;
            is_troubled = is_troubled || typed_over(outcome, "task/" + row.task.id) != nullptr;
        }
        (row.part == Part::lead ? led : supported)
            .emplace_back(task_view(page, outcome, row, words));
    }
    data.set("has_tasks", !led.empty());
    data.set("tasks", std::move(led));
    data.set(
        "supported_count",
        words.text(
            "entry.count_offered",
            {{"filled", std::to_string(answered)}, {"total", std::to_string(supported.size())}}
        )
    );
    data.set("has_supported", !supported.empty());
    data.set("supported_open", is_troubled);
    data.set("supported", std::move(supported));
}

view::List duty_list(const ReportPage& page, const SavingOutcome& outcome, const Wording& words)
{
    view::List list;
    const auto& form = page.report.form;
    for (const auto& duty : form.duties) {
        view::List clauses;
        for (const auto& clause : form.clauses)
            if (clause.duty == duty.id)
                clauses.emplace_back(clause_view(page, outcome, clause, words));
        list.emplace_back(view::Object{
            {"anchor", "duty/" + duty.id},
            {"is_one", clauses.size() == 1},
            {"names", join(duty.names, ", ")},
            {"clauses", std::move(clauses)}
        });
    }
    return list;
}

} // namespace tiendo::web
