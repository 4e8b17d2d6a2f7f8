#include "domain/report/public_table.hpp"

#include <algorithm>

namespace tiendo {
namespace {

/// One sign for everything that is hidden: it does not tell why.
FigureCell hidden(const FigureCell& cell, const OfficialWords& say)
{
    if (!cell.is_number() && cell.words.empty()) return {}; // nobody is asked
    FigureCell sign;
    sign.words = say("sheet.hidden", {});
    return sign;
}

void hide_whole(FigureTableRow& row, const OfficialWords& say)
{
    row.value = hidden(row.value, say);
    row.against_plan.reset();
    row.against_last_year.reset();
    row.verdict = say("sheet.hidden", {});
}

} // namespace

FigureTable
public_table(FigureTable table, const std::vector<DisclosureLine>& lines, const OfficialWords& say)
{
    table.notice = say("sheet.public", {});
    // Units and years apart from each other were not asked for, and some would tell what is hidden.
    table.series.clear();
    table.series_periods.clear();
    for (auto& group : table.groups) {
        for (auto& row : group.rows) {
            const auto line = std::ranges::find_if(lines, [&](const DisclosureLine& each) {
                return each.measure.str() == row.number;
            });
            if (line == lines.end()) continue;
            for (auto& cell : row.units)
                cell = hidden(cell, say);
            // What the years before gave away was never asked: it does not go out.
            row.last_year = hidden(row.last_year, say);
            row.against_last_year.reset();
            row.history.clear();
            row.remarks.clear();
            if (line->why != WhyHidden::shown) hide_whole(row, say);
        }
    }
    return table;
}

} // namespace tiendo
