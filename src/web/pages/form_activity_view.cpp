#include "app/report/draft_items.hpp"
#include "domain/form/activity_remarks.hpp"
#include "web/pages/form_view.hpp"

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

view::List column_list(const ActivityTable& table, const Wording& words)
{
    view::List columns;
    for (const auto& column : table.columns)
        columns.emplace_back(view::Object{
            {"label", words.text("activity." + table.key + "." + column.key)},
            {"is_numeric", is_numeric(column.kind)}
        });
    return columns;
}

view::List activity_row_list(
    const ActivityTable& table, const std::vector<ActivityRow>& rows, const Wording& words
)
{
    std::vector<std::string> wrong;
    for (const auto& remark : remarks_on(table, rows))
        wrong.push_back(remark.problem.place);
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
                {"label", words.text("activity." + table.key + "." + column.key)},
                {"value", found == row.end() ? std::string{} : shown_text(column, found->second)},
                {"is_wrong", std::ranges::find(wrong, id) != wrong.end()},
                {"is_numeric", is_numeric(column.kind)},
                {"line", std::to_string(i)},
                {"column", std::to_string(c)}
            });
        }
        list.emplace_back(view::Object{
            {"number", std::to_string(i + 1)},
            {"index", std::to_string(i)},
            {"is_kept", i < rows.size()},
            {"cells", std::move(cells)}
        });
    }
    return list;
}

} // namespace

view::List activity_list(const ReportPage& page, const FormOutcome& outcome, const Wording& words)
{
    view::List list;
    for (const auto& table : page.report.form.activities) {
        const auto item = "activity/" + table.key;
        const auto rows = rows_on_page(page, typed_over(outcome, item), table.key);
        view::Object data;
        show_item(data, page, outcome, item, words);
        data.set("key", table.key);
        data.set("table_title", words.text("activity." + table.key));
        data.set("count", std::to_string(rows.size()));
        data.set("has_rows", !rows.empty());
        view::List remarks;
        for (const auto& remark : remarks_on(table, rows))
            remarks.emplace_back(view::Object{{"text", words.sentence(remark.problem)}});
        data.set("remarks", std::move(remarks));
        data.set("columns", column_list(table, words));
        data.set("activity_rows", activity_row_list(table, rows, words));
        list.emplace_back(std::move(data));
    }
    return list;
}

} // namespace tiendo::web
