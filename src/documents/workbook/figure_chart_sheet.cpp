#include "documents/workbook/figure_sheets.hpp"
#include "documents/writing/official_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace tiendo::documents {
namespace {

using Rows = std::vector<const FigureTableRow*>;

Rows rows_with_numbers(const FigureTable& table)
{
    Rows rows;
    for (const auto& group : table.groups)
        for (const auto& row : group.rows)
            if (row.value.is_number()) rows.push_back(&row);
    return rows;
}

/// Only what is measured alike can stand on one axis: the unit that most rows have.
std::string most_frequent_unit(const Rows& rows)
{
    std::map<std::string, int> uses;
    for (const auto* row : rows)
        ++uses[row->unit];
    const auto most =
        std::ranges::max_element(uses, {}, [](const auto& use) { return use.second; });
    return most == uses.end() ? std::string{} : most->first;
}

std::string unit_words(const std::string& unit)
{
    return unit.empty() ? official_words("sheet.without_unit", {}) : unit;
}

/// The tables that the charts are drawn from stand beside them.
class ChartSheet {
public:
    explicit ChartSheet(FigureSheets& sheets)
        : sheets_(sheets), sheet_(sheets.book.add_sheet(official_words("sheet.charts", {}))),
          rows_(rows_with_numbers(sheets.table)), unit_(most_frequent_unit(rows_))
    {
        std::erase_if(rows_, [&](const FigureTableRow* row) { return row->unit != unit_; });
    }

    void write()
    {
        sheet_.set_columns({7, 44, 12, 12, 12, 12, 3});
        row_ = sheets_.write_title(sheet_, last_column, "sheet.charts_title") + 1;
        plan_chart();
        years_chart();
        coverage_chart();
        auto page = sheets_.page(-1, 0);
        page.is_landscape = true;
        sheet_.finish(page);
    }

private:
    static constexpr int last_column = 15; ///< charts stand over columns of the usual width
    static constexpr int chart_column = 7;
    static constexpr int first_number = 2;

    /// The number and the name; the chart has room for the number.
    void label(const FigureTableRow& row)
    {
        sheet_.text(row_, 0, row.number, FigureSheets::centred_style);
        sheet_.text(row_, 1, row.measure, FigureSheets::text_style);
    }

    void heads(const std::vector<std::string>& texts)
    {
        sheet_.text(row_, 0, official_words("table.number", {}), FigureSheets::head_style);
        sheet_.text(row_, 1, official_words("table.measure", {}), FigureSheets::head_style);
        for (std::size_t i = 0; i < texts.size(); ++i)
            sheet_.text(
                row_, first_number + static_cast<int>(i), texts[i], FigureSheets::head_style
            );
        sheet_.at_least(row_, 36);
    }

    /// Draws what stands in the rows from `first` on, and goes on below the chart.
    void draw(int first, XlsxChart chart)
    {
        constexpr int pixels_of_a_row = 22;
        const auto rows = row_ - first;
        chart.first_row = first;
        chart.last_row = row_ - 1;
        chart.height = std::max(300, 110 + rows * 30);
        sheet_.chart(first - 1, chart_column, chart);
        row_ = std::max(row_ + 2, first + chart.height / pixels_of_a_row + 1);
    }

    void plan_chart()
    {
        const auto target = official_words("table.target", {});
        const auto value =
            official_words(sheets_.table.is_estimated ? "table.estimate" : "table.value", {});
        const auto begin = row_ + 1;
        heads({target, value});
        ++row_;
        for (const auto* row : rows_) {
            if (!row->target_value) continue;
            label(*row);
            FigureCell planned;
            planned.count = row->target_value;
            sheets_.write_figure(sheet_, row_, first_number, planned);
            sheets_.write_figure(sheet_, row_, first_number + 1, row->value);
            ++row_;
        }
        if (row_ == begin) return;
        XlsxChart chart;
        chart.title = official_words("sheet.chart_plan", {{"unit", unit_words(unit_)}});
        chart.series = {{target, first_number}, {value, first_number + 1}};
        draw(begin, chart);
    }

    /// Measures that were known in each of the last years; at most three of them.
    void years_chart()
    {
        std::set<PeriodId> years;
        for (const auto* row : rows_)
            for (const auto& [period, cell] : row->history)
                years.insert(period);
        while (years.size() > 3)
            years.erase(years.begin());
        if (years.empty()) return;
        std::vector<std::string> names;
        for (const auto& year : years)
            names.push_back(year.str());
        names.push_back(sheets_.table.period_id.str());
        const auto begin = row_ + 1;
        heads(names);
        ++row_;
        for (const auto* row : rows_)
            write_years(*row, years);
        if (row_ == begin) return;
        XlsxChart chart;
        chart.kind = XlsxChart::Kind::columns;
        chart.title = official_words("sheet.chart_years", {{"unit", unit_words(unit_)}});
        for (std::size_t i = 0; i < names.size(); ++i)
            chart.series.push_back({names[i], first_number + static_cast<int>(i)});
        draw(begin, chart);
    }

    void write_years(const FigureTableRow& row, const std::set<PeriodId>& years)
    {
        std::map<PeriodId, FigureCell> known(row.history.begin(), row.history.end());
        const bool is_whole = std::ranges::all_of(years, [&](const PeriodId& year) {
            const auto found = known.find(year);
            return found != known.end() && found->second.is_number();
        });
        if (!is_whole) return;
        int column = first_number;
        label(row);
        for (const auto& year : years)
            sheets_.write_figure(sheet_, row_, column++, known[year]);
        sheets_.write_figure(sheet_, row_, column, row.value);
        ++row_;
    }

    void coverage_chart()
    {
        const auto expected = official_words("sheet.expected", {});
        const auto reported = official_words("sheet.reported", {});
        const auto begin = row_ + 1;
        heads({expected, reported});
        ++row_;
        std::string before;
        for (const auto& group : sheets_.table.groups) {
            for (const auto& row : group.rows) {
                if (row.expected < 2 || row.number == before) continue;
                before = row.number;
                label(row);
                write_count(first_number, row.expected);
                write_count(first_number + 1, row.reported);
                ++row_;
            }
        }
        if (row_ == begin) return;
        XlsxChart chart;
        chart.title = official_words("sheet.chart_coverage", {});
        chart.series = {{expected, first_number}, {reported, first_number + 1}};
        draw(begin, chart);
    }

    void write_count(int column, int count)
    {
        FigureCell cell;
        cell.count = Decimal(count);
        sheets_.write_figure(sheet_, row_, column, cell);
    }

    FigureSheets& sheets_;
    XlsxSheet sheet_;
    Rows rows_;
    std::string unit_;
    int row_ = 0;
};

} // namespace

void write_chart_sheet(FigureSheets& sheets)
{
    ChartSheet(sheets).write();
}

} // namespace tiendo::documents
