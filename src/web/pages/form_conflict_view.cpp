#include "app/report/draft_items.hpp"
#include "base/text.hpp"
#include "web/pages/form_view.hpp"
#include "web/views/cell_result.hpp"

namespace tiendo::web {
namespace {

std::string cell_words(const FormRow& row, const std::string& body, const Wording& words)
{
    const auto typed = app::cell_from(body);
    if (!typed) return {};
    const auto read = read_cell(row, *typed);
    if (read.cell.state != ValueState::missing) {
        const auto counts = view::counts_words(read.cell, row.indicator, words);
        const auto result = view::result_words(read.cell, row.indicator, words);
        return counts.empty() ? result : counts + " (" + result + ")";
    }
    std::vector<std::string> texts;
    for (const auto& element : elements_of(row.indicator)) {
        const auto found = typed->typed.find(element);
        if (found != typed->typed.end()) texts.push_back(found->second);
    }
    return texts.empty() ? words.text("value.missing") : join(texts, "; ");
}

std::string task_words(const std::string& body, const Wording& words)
{
    const auto answer = app::task_answer_from(body);
    if (!answer) return {};
    std::vector<std::string> parts;
    switch (answer->state) {
    case TaskState::not_started:
        parts.push_back(words.text("task_state.not_started"));
        break;
    case TaskState::under_way:
        parts.push_back(words.text("task_state.under_way"));
        break;
    case TaskState::finished:
        parts.push_back(words.text("task_state.finished"));
        break;
    }
    for (const auto& text : {answer->result, answer->product, answer->difficulty})
        if (!text.empty()) parts.push_back(text);
    return join(parts, "; ");
}

std::string activity_words(const std::string& body)
{
    const auto rows = app::activity_rows_from(body);
    if (!rows) return {};
    std::vector<std::string> lines;
    for (const auto& row : *rows) {
        std::vector<std::string> cells;
        for (const auto& [column, text] : row)
            cells.push_back(text);
        lines.push_back(join(cells, ", "));
    }
    return join(lines, "; ");
}

} // namespace

std::string item_words(
    const app::UnitReport& report,
    const std::string& item,
    const std::string& body,
    const Wording& words
)
{
    if (body.empty()) return words.text("value.missing");
    if (item.starts_with("cell/")) {
        const auto* row = report.form.row(MeasureId(item.substr(5)));
        return row == nullptr ? std::string{} : cell_words(*row, body, words);
    }
    if (item.starts_with("activity/")) return activity_words(body);
    if (item.starts_with("narrative/")) {
        const auto text = app::narrative_from(body);
        return text ? *text : std::string{};
    }
    return task_words(body, words);
}

void show_item(
    view::Object& data,
    const ReportPage& page,
    const SavingOutcome& outcome,
    const std::string& item,
    const Wording& words
)
{
    const auto* over = typed_over(outcome, item);
    const auto found = outcome.conflicts.find(item);
    data.set("item", item);
    const auto files = page.evidence.find(item);
    data.set("may_hold_files", !item.starts_with("narrative/"));
    data.set("evidence_path", evidence_path(page.report.of, item));
    data.set("has_files", files != page.evidence.end());
    data.set("file_count", std::to_string(files == page.evidence.end() ? 0 : files->second));
    data.set(
        "revision",
        std::to_string(over == nullptr ? kept_revision(page.report, item) : over->revision)
    );
    // What could not be saved counts as changed the next time, whatever it looks like.
    data.set("shown", over == nullptr ? digest_of_body(kept_body(page.report, item)) : "");
    data.set("has_conflict", found != outcome.conflicts.end());
    if (found == outcome.conflicts.end()) return;
    const auto& theirs = found->second.theirs;
    data.set("their_revision", std::to_string(theirs.revision));
    data.set("mine_words", item_words(page.report, item, found->second.mine.body, words));
    data.set("theirs_words", item_words(page.report, item, theirs.body, words));
    data.set(
        "theirs_by",
        words.text(
            "conflict.on_server",
            {{"person", found->second.person}, {"time", words.moment(theirs.at)}}
        )
    );
}

} // namespace tiendo::web
