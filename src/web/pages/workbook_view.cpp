#include "web/pages/workbook_view.hpp"

#include "app/report/draft_items.hpp"
#include "base/text.hpp"
#include "web/pages/form_items.hpp"
#include "web/views/activity_words.hpp"

#include <algorithm>
#include <set>

namespace tiendo::web {
namespace {

/// One thing that differs inside an item.
struct Line {
    std::string label{};
    std::string before{};
    std::string after{};
};

using Texts = std::vector<std::pair<std::string, std::string>>; ///< label, text

std::string
element_name(const Indicator& indicator, const std::string& element, const Wording& words)
{
    std::string name = words.text("entry.number");
    if (element.starts_with("num") && !indicator.numerator.empty()) name = indicator.numerator;
    if (element.starts_with("den") && !indicator.denominator.empty()) name = indicator.denominator;
    if (element.starts_with('q')) return words.text("entry.quarter_" + element.substr(1));
    if (element.starts_with('m')) return words.text("entry.month", {{"month", element.substr(1)}});
    if (element == "yes") return words.text("entry.yes_or_no");
    if (element.ends_with(".male"))
        return words.text("entry.of_sex", {{"sex", words.text("entry.male")}, {"what", name}});
    if (element.ends_with(".female"))
        return words.text("entry.of_sex", {{"sex", words.text("entry.female")}, {"what", name}});
    return name;
}

std::string typed_words(const Indicator& indicator, const std::string& typed, const Wording& words)
{
    if (indicator.shape == Shape::yes_no)
        return typed == "1"   ? words.text("value.yes")
               : typed == "0" ? words.text("value.not_yet")
                              : typed;
    if (indicator.shape == Shape::months)
        return typed == "1"   ? words.text("value.yes")
               : typed == "0" ? words.text("workbook_file.no")
                              : typed;
    return typed;
}

std::string state_words(const TypedCell& cell, const Wording& words)
{
    switch (cell.state) {
    case ValueState::not_arising:
        return words.text("value.not_arising");
    case ValueState::not_applicable:
        return words.text("value.not_applicable");
    case ValueState::value:
    case ValueState::missing:
        return {};
    }
    return {};
}

std::string kind_words(const TypedCell& cell, const Wording& words)
{
    switch (cell.kind) {
    case ValueKind::estimate:
        return words.text("entry.estimate");
    case ValueKind::official:
        return words.text("workbook_file.official");
    case ValueKind::adjusted:
        return words.text("workbook_file.adjusted");
    }
    return {};
}

Texts cell_texts(const FormRow& row, const std::string& body, const Wording& words)
{
    Texts texts;
    const auto kept = body.empty() ? Result<TypedCell>(TypedCell{}) : app::cell_from(body);
    const auto cell = kept ? *kept : TypedCell{};
    for (const auto& element : elements_of(row.indicator)) {
        const auto found = cell.typed.find(element);
        texts.emplace_back(
            element_name(row.indicator, element, words),
            found == cell.typed.end() ? "" : typed_words(row.indicator, found->second, words)
        );
    }
    texts.emplace_back(words.text("entry.state"), state_words(cell, words));
    texts.emplace_back(
        words.text("workbook_file.kind"), body.empty() ? "" : kind_words(cell, words)
    );
    texts.emplace_back(words.text("entry.reason"), cell.reason);
    texts.emplace_back(words.text("entry.note"), cell.note);
    return texts;
}

std::string task_state_words(TaskState state, const Wording& words)
{
    switch (state) {
    case TaskState::not_started:
        return words.text("task_state.not_started");
    case TaskState::under_way:
        return words.text("task_state.under_way");
    case TaskState::finished:
        return words.text("task_state.finished");
    }
    return {};
}

Texts task_texts(const std::string& body, const Wording& words)
{
    const auto kept = body.empty() ? Result<TaskAnswer>(TaskAnswer{}) : app::task_answer_from(body);
    const auto answer = kept ? *kept : TaskAnswer{};
    return {
        {words.text("task_state.label"), body.empty() ? "" : task_state_words(answer.state, words)},
        {words.text("entry.done_on"), answer.done_on ? vietnamese_date(*answer.done_on) : ""},
        {words.text("entry.result"), answer.result},
        {words.text("entry.product"), answer.product},
        {words.text("entry.difficulty"), answer.difficulty},
    };
}

/// A table's rows by their number; each is one text.
Texts activity_texts(const ActivityTable& table, const std::string& body, const Wording& words)
{
    Texts texts;
    const auto rows = body.empty() ? Result<std::vector<ActivityRow>>(std::vector<ActivityRow>{})
                                   : app::activity_rows_from(body);
    if (!rows) return texts;
    for (std::size_t i = 0; i < rows->size(); ++i) {
        std::vector<std::string> parts;
        for (const auto& column : table.columns) {
            const auto found = (*rows)[i].find(column.key);
            if (found != (*rows)[i].end())
                parts.push_back(view::activity_text(table, column, found->second, words));
        }
        texts.emplace_back(
            words.text("workbook.row", {{"number", std::to_string(i + 1)}}), join(parts, " · ")
        );
    }
    return texts;
}

class ChangeView {
public:
    ChangeView(const ReportPage& page, const Wording& words) : page_(page), words_(words) {}

    view::Object show(const app::WorkbookChange& change) const
    {
        view::List lines;
        for (const auto& line : lines_of(change))
            lines.emplace_back(view::Object{
                {"label", line.label},
                {"before", line.before},
                {"after", line.after},
                {"has_before", !line.before.empty()},
                {"has_after", !line.after.empty()}
            });
        return {
            {"item", change.item},
            {"name", name_of(change.item)},
            {"origin", change.origin},
            {"has_origin", !change.origin.empty()},
            {"lines", std::move(lines)},
            {"is_readable", change.is_readable},
            {"is_ticked", change.is_readable && change.errors.empty() && !change.is_emptied()},
            {"is_new", change.is_new()},
            {"is_emptied", change.is_emptied()},
            {"shown", digest_of_body(change.before)},
            {"errors", sentences(change.errors)},
            {"notes", sentences(change.notes)},
        };
    }

    view::List sentences(const std::vector<Problem>& problems) const
    {
        view::List list;
        std::set<std::string> said;
        for (const auto& problem : problems) {
            auto text = words_.sentence(problem);
            if (problem.place.find('!') != std::string::npos) text = problem.place + ": " + text;
            if (said.insert(text).second) list.emplace_back(view::Object{{"text", text}});
        }
        return list;
    }

private:
    std::string name_of(const std::string& item) const
    {
        const auto id = item.substr(item.find('/') + 1);
        const auto& form = page_.report.form;
        if (item.starts_with("cell/")) return id + " " + form.row(MeasureId(id))->measure.title;
        if (item.starts_with("activity/")) {
            const auto table = std::ranges::find(form.activities, id, &ActivityTable::key);
            return table == form.activities.end() ? id : view::table_title(*table, words_);
        }
        if (item.starts_with("narrative/")) return words_.text("narrative." + id);
        if (item.starts_with("duty/")) return words_.text("entry.duty");
        const auto task =
            std::ranges::find_if(form.tasks, [&](const TaskRow& row) { return row.task.id == id; });
        return task == form.tasks.end() ? id : id + " " + task->task.text;
    }

    Texts texts_of(const std::string& item, const std::string& body) const
    {
        const auto id = item.substr(item.find('/') + 1);
        const auto& form = page_.report.form;
        if (item.starts_with("cell/")) return cell_texts(*form.row(MeasureId(id)), body, words_);
        if (item.starts_with("activity/")) {
            const auto table = std::ranges::find(form.activities, id, &ActivityTable::key);
            return activity_texts(*table, body, words_);
        }
        if (item.starts_with("narrative/")) {
            const auto text = body.empty() ? Result<std::string>("") : app::narrative_from(body);
            return {{words_.text("narrative." + id), text ? *text : ""}};
        }
        return task_texts(body, words_);
    }

    std::vector<Line> lines_of(const app::WorkbookChange& change) const
    {
        const auto before = texts_of(change.item, change.before);
        const auto after = change.is_readable ? texts_of(change.item, change.after) : Texts{};
        std::vector<Line> lines;
        for (std::size_t i = 0; i < std::max(before.size(), after.size()); ++i) {
            Line line;
            if (i < before.size()) std::tie(line.label, line.before) = before[i];
            if (i < after.size()) std::tie(line.label, line.after) = after[i];
            if (line.before != line.after) lines.push_back(std::move(line));
        }
        return lines;
    }

    const ReportPage& page_;
    const Wording& words_;
};

/// The part of the form that an item stands in.
std::string part_of(const std::string& item)
{
    if (item.starts_with("cell/")) return "entry.part_1";
    if (item.starts_with("task/") || item.starts_with("duty/")) return "entry.part_2";
    return item.starts_with("activity/") ? "entry.part_3" : "entry.part_4";
}

} // namespace

void show_changes(
    view::Object& data,
    const ReportPage& page,
    const app::WorkbookComparison& comparison,
    const Wording& words
)
{
    const ChangeView view(page, words);
    view::List parts;
    int readable = 0;
    int fresh = 0;
    for (const auto* part : {"entry.part_1", "entry.part_2", "entry.part_3", "entry.part_4"}) {
        view::List changes;
        for (const auto& change : comparison.changes) {
            if (part_of(change.item) != part) continue;
            changes.emplace_back(view.show(change));
            readable += change.is_readable ? 1 : 0;
            fresh += change.is_new() ? 1 : 0;
        }
        if (changes.empty()) continue;
        parts.emplace_back(
            view::Object{{"title", words.text(part)}, {"changes", std::move(changes)}}
        );
    }
    auto problems = view.sentences(comparison.problems);
    data.set("file_name", comparison.file_name);
    data.set("has_changes", !parts.empty());
    data.set("may_take", readable > 0);
    data.set("has_new", fresh > 0);
    data.set("parts", std::move(parts));
    data.set("has_file_problems", !problems.empty());
    data.set("file_problems", std::move(problems));
    data.set(
        "summary",
        words.text(
            "workbook.summary",
            {{"changes", std::to_string(comparison.changes.size())},
             {"equal", std::to_string(comparison.equal)}}
        )
    );
}

} // namespace tiendo::web
