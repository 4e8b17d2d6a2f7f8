#include "app/workbook/draft_bodies.hpp"

#include "app/report/draft_items.hpp"
#include "app/report/report_records.hpp"
#include "base/number_text.hpp"
#include "base/text.hpp"

namespace tiendo::app {
namespace {

bool is_untouched(const TypedCell& cell)
{
    return cell.state == ValueState::value && cell.typed.empty() && cell.reason.empty() &&
           cell.note.empty();
}

std::string task_body(const std::map<std::string, DraftTask>& tasks, const std::string& id)
{
    const auto found = tasks.find(id);
    return found == tasks.end() ? std::string{} : item_body(found->second.answer);
}

/// "1.234", "1234" and "1 234" are one number; what is none stays as it was typed.
std::string plain(const std::string& typed)
{
    const auto number = read_typed_number(typed);
    return number && number->unit.empty() ? number->value.str() : squeeze(typed);
}

TypedCell plain_cell(const FormRow& row, const std::string& body)
{
    auto cell = cell_from(body);
    if (!cell) return {};
    cell->origin.clear();
    cell->reason = squeeze(cell->reason);
    cell->note = squeeze(cell->note);
    cell->state = read_cell(row, *cell).cell.state == ValueState::not_arising
                      ? ValueState::not_arising
                      : cell->state;
    if (cell->state != ValueState::value) cell->typed.clear();
    std::erase_if(cell->typed, [](const auto& entry) { return trim(entry.second).empty(); });
    for (auto& [element, typed] : cell->typed)
        typed = plain(typed);
    return *cell;
}

TaskAnswer plain_task(const std::string& body)
{
    auto answer = task_answer_from(body);
    if (!answer) return {};
    for (auto* text : {&answer->result, &answer->product, &answer->difficulty})
        *text = squeeze(*text);
    return *answer;
}

std::vector<ActivityRow>
plain_rows(const UnitReport& report, const std::string& table, const std::string& body)
{
    auto rows = activity_rows_from(body);
    if (!rows) return {};
    for (const auto& known : report.form.activities) {
        if (known.key != table) continue;
        for (auto& row : *rows) {
            for (const auto& column : known.columns) {
                const auto found = row.find(column.key);
                if (found == row.end()) continue;
                const bool is_number =
                    column.kind == ColumnKind::number || column.kind == ColumnKind::money;
                found->second = is_number ? plain(found->second) : squeeze(found->second);
            }
        }
    }
    return *rows;
}

} // namespace

std::string body_in_draft(const UnitReport& report, const std::string& item)
{
    const auto slash = item.find('/');
    const auto kind = item.substr(0, slash);
    const auto id = item.substr(slash + 1);
    const auto& draft = report.draft;
    if (kind == "cell") {
        const auto found = draft.cells.find(MeasureId(id));
        const bool is_there = found != draft.cells.end() && !is_untouched(found->second.typed);
        return is_there ? item_body(found->second.typed) : std::string{};
    }
    if (kind == "task") return task_body(draft.tasks, id);
    if (kind == "duty") return task_body(draft.duties, id);
    if (kind == "activity") {
        const auto found = draft.activities.find(id);
        const bool is_there = found != draft.activities.end() && !found->second.empty();
        return is_there ? item_body(found->second) : std::string{};
    }
    const auto found = draft.narrative.find(id);
    const bool is_there = found != draft.narrative.end() && !trim(found->second).empty();
    return is_there ? narrative_body(found->second) : std::string{};
}

bool say_the_same(
    const UnitReport& report, const std::string& item, const std::string& a, const std::string& b
)
{
    if (a == b) return true;
    if (a.empty() || b.empty()) return false;
    const auto id = item.substr(item.find('/') + 1);
    if (item.starts_with("cell/")) {
        const auto* row = report.form.row(MeasureId(id));
        return row != nullptr && plain_cell(*row, a) == plain_cell(*row, b);
    }
    if (item.starts_with("activity/"))
        return plain_rows(report, id, a) == plain_rows(report, id, b);
    if (item.starts_with("narrative/"))
        return squeeze(narrative_from(a).value()) == squeeze(narrative_from(b).value());
    return plain_task(a) == plain_task(b);
}

Result<Done>
put_in_draft(Work& work, const UnitReport& report, const std::string& item, const std::string& body)
{
    if (body.empty()) {
        TRY(require(work, Right::enter_report, report.of.unit));
        work.kept.drafts().remove(TRY(key_of(report.of)), item);
        return done;
    }
    const auto revision = report.draft.revisions.find(item);
    const NewItem saved{
        item, body, revision == report.draft.revisions.end() ? 0 : revision->second
    };
    const auto result = TRY(save_item(work, report.of, saved));
    ensure(result.saved, "the revision was read in this transaction");
    return done;
}

} // namespace tiendo::app
