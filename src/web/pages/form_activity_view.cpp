#include "app/report/draft_items.hpp"
#include "domain/form/activity_remarks.hpp"
#include "domain/form/evidence.hpp"
#include "web/pages/form_parts.hpp"
#include "web/pages/form_view.hpp"
#include "web/views/activity_words.hpp"

#include <algorithm>

namespace tiendo::web {
namespace {

std::vector<ActivityRow>
rows_on_page(const ReportPage& page, const PostedItem* over, const std::string& table)
{
    if (over != nullptr) {
        if (over->body.empty()) return {};
        auto rows = app::activity_rows_from(over->body);
        ensure(rows.has_value(), "what our own page wrote can be read");
        return std::move(rows).value();
    }
    const auto found = page.report.draft.activities.find(table);
    return found == page.report.draft.activities.end() ? std::vector<ActivityRow>{} : found->second;
}

bool is_numeric(ColumnKind kind)
{
    return kind == ColumnKind::number || kind == ColumnKind::money;
}

/// The id of the names that a column offers while one types.
std::string list_of(const ActivityTable& table, const ActivityColumn& column)
{
    return "list/" + table.key + "/" + column.key;
}

view::List choice_lists(const ActivityTable& table, const Wording& words)
{
    view::List lists;
    for (const auto& column : table.columns) {
        if (column.kind != ColumnKind::choice) continue;
        const auto name_of = view::choice_names(table, column, words);
        view::List names;
        for (const auto& choice : column.choices)
            names.emplace_back(name_of(choice));
        lists.emplace_back(
            view::Object{{"list", list_of(table, column)}, {"names", std::move(names)}}
        );
    }
    return lists;
}

view::List column_list(const ActivityTable& table, const Wording& words)
{
    view::List columns;
    for (const auto& column : table.columns)
        columns.emplace_back(view::Object{
            {"label", view::column_title(table, column, words)},
            {"is_numeric", is_numeric(column.kind)}
        });
    return columns;
}

/// A row that has a name can have files of its own.
void show_files(
    view::Object& data, const ReportPage& page, const ActivityTable& table, const ActivityRow& row
)
{
    const auto item = row_item(table, row);
    const auto files = page.evidence.find(item);
    const bool has_files = files != page.evidence.end();
    data.set("may_hold_files", !item.empty());
    data.set("evidence_path", evidence_path(page.report.of, item));
    data.set("has_files", has_files);
    data.set("file_count", std::to_string(has_files ? files->second : 0));
    data.set("row_name", row_name(table, row));
}

view::List activity_row_list(
    const ReportPage& page,
    const ActivityTable& table,
    const std::vector<ActivityRow>& rows,
    const Wording& words
)
{
    std::vector<std::string> wrong;
    for (const auto& remark : remarks_on(table, rows))
        if (remark.weight == Weight::error) wrong.push_back(remark.problem.place);
    view::List list;
    for (std::size_t i = 0; i <= rows.size(); ++i) {
        const ActivityRow row = i < rows.size() ? rows[i] : ActivityRow{};
        view::List cells;
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            const auto& column = table.columns[c];
            const auto found = row.find(column.key);
            const auto id = "activity/" + table.key + "/" + std::to_string(i) + "/" + column.key;
            cells.emplace_back(view::Object{
                {"id", id},
                {"label", view::column_title(table, column, words)},
                {"value",
                 found == row.end() ? std::string{}
                                    : view::activity_text(table, column, found->second, words)},
                {"is_wrong", std::ranges::find(wrong, id) != wrong.end()},
                {"is_numeric", is_numeric(column.kind)},
                {"is_choice", column.kind == ColumnKind::choice},
                {"list", list_of(table, column)},
                {"line", std::to_string(i)},
                {"column", std::to_string(c)}
            });
        }
        view::Object shown{
            {"number", std::to_string(i + 1)},
            {"index", std::to_string(i)},
            {"is_kept", i < rows.size()},
            {"cells", std::move(cells)}
        };
        show_files(shown, page, table, row);
        list.emplace_back(std::move(shown));
    }
    return list;
}

/// Answers whether something in the rows is wrong.
bool show_table(
    view::Object& data,
    const ReportPage& page,
    const ActivityTable& table,
    const std::vector<ActivityRow>& rows,
    const Wording& words
)
{
    data.set("key", table.key);
    data.set("table_title", view::table_title(table, words));
    data.set("choice_lists", choice_lists(table, words));
    data.set("has_note", !table.note.empty());
    data.set("note", table.note);
    data.set("row_count", row_count_words(rows.size(), words));
    view::List remarks;
    bool has_error = false;
    for (const auto& remark : remarks_on(table, rows)) {
        has_error = has_error || remark.weight == Weight::error;
        remarks.emplace_back(view::Object{
            {"text", words.sentence(remark.problem)}, {"is_error", remark.weight == Weight::error}
        });
    }
    data.set("remarks", std::move(remarks));
    data.set("columns", column_list(table, words));
    data.set("activity_rows", activity_row_list(page, table, rows, words));
    return has_error;
}

} // namespace

void show_activities(
    view::Object& object, const ReportPage& page, const SavingOutcome& outcome, const Wording& words
)
{
    view::List asked;
    view::List others;
    bool other_open = false;
    std::size_t other_rows = 0;
    for (const auto& table : page.report.form.activities) {
        const auto item = "activity/" + table.key;
        const auto rows = rows_on_page(page, typed_over(outcome, item), table.key);
        view::Object data;
        show_item(data, page, outcome, item, words);
        const bool has_error = show_table(data, page, table, rows, words);
        const bool is_awaited = is_office_table(table) && rows.empty();
        const bool is_open = is_awaited || has_error || typed_over(outcome, item) != nullptr ||
                             outcome.opened_table == table.key;
        data.set("is_open", is_open);
        if (!table.is_asked) {
            other_open = other_open || is_open;
            other_rows += rows.size();
        }
        (table.is_asked ? asked : others).emplace_back(std::move(data));
    }
    object.set("asked_tables", std::move(asked));
    object.set("has_other_tables", !others.empty());
    object.set("other_open", other_open);
    object.set("other_count", row_count_words(other_rows, words));
    object.set("other_tables", std::move(others));
}

} // namespace tiendo::web
