#include "documents/workbook/history_sheet.hpp"

#include "base/number_text.hpp"
#include "base/text.hpp"
#include "documents/workbook/workbook_cells.hpp"
#include "domain/form/typed_answers.hpp"
#include "domain/indicator/factor.hpp"

#include <algorithm>
#include <tuple>

namespace tiendo::documents {
namespace {

constexpr std::string_view rate_role = "rate";

/// A row's columns of one year.
using YearColumns = std::map<std::string, int>; ///< column by role

std::map<PeriodId, YearColumns> years_of(const HistoryMapping& mapping)
{
    std::map<PeriodId, YearColumns> years;
    for (const auto& [column, what] : mapping.columns)
        if (is_number_role(what.role)) years[what.year].emplace(what.role, column);
    return years;
}

std::string words_of_role(const SheetRow& row, const HistoryMapping& mapping, std::string_view role)
{
    for (const auto& [column, what] : mapping.columns) {
        const auto* cell = what.role == role ? row.cell(column) : nullptr;
        if (cell != nullptr) return squeeze(text_in(*cell).text);
    }
    return {};
}

/// The number and the words of a row, as a measure is named in plans: "3.2a Tỷ lệ …".
std::string name_of_row(const SheetRow& row, const HistoryMapping& mapping)
{
    return squeeze(
        words_of_role(row, mapping, "code") + " " + words_of_role(row, mapping, "measure")
    );
}

std::optional<Decimal> rate_in(const SheetCell& cell)
{
    if (cell.kind == SheetCellKind::number || cell.kind == SheetCellKind::percent)
        return Decimal::parse(cell.text);
    const auto typed = cell.kind == SheetCellKind::text ? read_typed_number(cell.text)
                                                        : std::optional<TypedNumber>{};
    return typed ? std::optional(typed->value) : std::nullopt;
}

/// The element of a measure that a column's role stands for; empty where the measure has none.
std::string element_for(const Indicator& indicator, const std::string& role)
{
    const auto name = role == "value" && indicator.shape == Shape::yes_no ? "yes" : role;
    const auto elements = elements_of(indicator);
    return std::ranges::find(elements, name) == elements.end() ? std::string{} : name;
}

/// The numbers of one row for one year.
class ValueReader {
public:
    ValueReader(const SheetRow& row, const FormRow* measure, const PeriodId& year)
        : row_(row), measure_(measure)
    {
        value_.year = year;
    }

    /// None where the row says nothing of that year.
    std::optional<HistoryValue> read(const YearColumns& columns)
    {
        for (const auto role : history_roles) {
            const auto column = columns.find(std::string(role));
            const auto* cell = column == columns.end() ? nullptr : row_.cell(column->second);
            if (cell != nullptr) take(column->first, *cell);
        }
        if (places_.empty()) return std::nullopt;
        value_.place = join(places_, ", ");
        value_.typed = join(typed_, " / ");
        if (measure_ == nullptr) return value_;
        if (numbers_.typed.empty() && value_.problems.empty())
            value_.problems.push_back({"history_table.rate_alone", {{"typed", value_.typed}}});
        if (value_.problems.empty()) check();
        return value_;
    }

private:
    void take(const std::string& role, const SheetCell& cell)
    {
        const auto shown = shown_text(cell);
        if (shown.empty() && !cell.is_formula) return;
        places_.push_back(cell_address(cell.column, row_.number));
        typed_.push_back(shown);
        if (role == rate_role) {
            rate_ = rate_in(cell);
            return;
        }
        const auto found = number_in(cell);
        if (found.problem) {
            value_.problems.push_back(*found.problem);
            return;
        }
        if (measure_ == nullptr) return;
        const auto element = element_for(measure_->indicator, role);
        if (element.empty())
            value_.problems.push_back(
                {"history_table.other_numbers", {{"measure", measure_->measure.id.str()}}}
            );
        else
            numbers_.typed[element] = yes_or_no(found.text);
    }

    std::string yes_or_no(const std::string& typed) const
    {
        if (measure_->indicator.shape != Shape::yes_no) return typed;
        const auto words = name_key(typed);
        if (words == "có" || words == "x") return "1";
        return words == "chưa" || words == "không" ? "0" : typed;
    }

    void check()
    {
        const auto read = read_cell(*measure_, numbers_);
        bool is_right = read.cell.state != ValueState::missing;
        for (const auto& remark : read.remarks) {
            is_right = is_right && remark.weight != Weight::error;
            value_.problems.push_back(remark.problem);
        }
        compare_rate(read.cell);
        value_.is_kept = is_right;
        value_.cell = read.cell;
        value_.cell.kind = ValueKind::official;
    }

    /// The counts are kept, not the rate; but if both stand there, they should say the same.
    void compare_rate(const Cell& cell)
    {
        const auto num = cell.numbers.find("num");
        const auto den = cell.numbers.find("den");
        if (!rate_ || num == cell.numbers.end() || den == cell.numbers.end()) return;
        const auto ratio = Ratio::of(num->second, den->second, factor_of(measure_->indicator));
        if (!ratio || ratio->rounded(rate_->scale()) == *rate_) return;
        value_.problems.push_back(
            {"history_table.rate_differs",
             {{"typed", vietnamese_number(*rate_)},
              {"computed", vietnamese_number(ratio->rounded(2), 2)}}}
        );
    }

    const SheetRow& row_;
    const FormRow* measure_;
    HistoryValue value_{};
    TypedCell numbers_{};
    std::optional<Decimal> rate_{};
    std::vector<std::string> places_{};
    std::vector<std::string> typed_{};
};

bool has_numbers(const SheetRow& row, const HistoryMapping& mapping)
{
    return std::ranges::any_of(mapping.columns, [&](const auto& column) {
        const auto* cell = is_number_role(column.second.role) ? row.cell(column.first) : nullptr;
        return cell != nullptr && (!squeeze(cell->text).empty() || cell->is_formula);
    });
}

void leave_out(HistoryValue& value, const char* key)
{
    value.is_kept = false;
    value.problems.push_back({key, {{"year", value.year.str()}}});
}

/// What stands in the product is not overwritten, and of two rows about the same none is taken.
void leave_out_doubtful(std::vector<HistoryRow>& rows, const HistoryKnown& known)
{
    std::map<std::tuple<UnitId, MeasureId, PeriodId>, HistoryValue*> first;
    for (auto& row : rows) {
        for (auto& value : row.values) {
            if (!row.problems.empty()) value.is_kept = false;
            if (!value.is_kept) continue;
            if (known.own_periods.contains(value.year)) {
                leave_out(value, "history_table.own_period");
                continue;
            }
            auto& before = first[{row.unit, row.measure, value.year}];
            if (before == nullptr) {
                before = &value;
                continue;
            }
            leave_out(value, "history_table.twice");
            if (before->is_kept) leave_out(*before, "history_table.twice");
        }
    }
}

} // namespace

int likely_head_row(const Sheet& sheet)
{
    int head = 0;
    for (const auto& row : sheet.rows) {
        const auto texts = std::ranges::count_if(row.cells, [](const SheetCell& cell) {
            return cell.kind == SheetCellKind::text && !read_typed_number(cell.text);
        });
        const auto numbers = static_cast<std::ptrdiff_t>(row.cells.size()) - texts;
        if (texts >= 2 && numbers <= 1) head = row.number;
        if (numbers >= 2 && head != 0) return head;
    }
    return head;
}

std::string shown_text(const SheetCell& cell)
{
    const auto read = text_in(cell);
    return read.problem ? cell.text : read.text;
}

std::string shape_of(const Sheet& sheet, int head_row)
{
    std::vector<std::string> heads;
    for (const auto& row : sheet.rows) {
        if (row.number != head_row) continue;
        for (const auto& cell : row.cells)
            heads.push_back(std::to_string(cell.column) + ":" + name_key(cell.text));
    }
    return join(heads, "\n");
}

std::vector<HistoryRow>
read_history_sheet(const Sheet& sheet, const HistoryMapping& mapping, const HistoryKnown& known)
{
    std::vector<HistoryRow> rows;
    std::vector<const SheetRow*> lines;
    for (const auto& line : sheet.rows) {
        if (line.number <= mapping.head_row || !has_numbers(line, mapping)) continue;
        HistoryRow row;
        row.number = line.number;
        row.name = name_of_row(line, mapping);
        row.unit_name = words_of_role(line, mapping, "unit");
        rows.push_back(std::move(row));
        lines.push_back(&line);
    }
    match_rows(rows, mapping, known);
    const auto years = years_of(mapping);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto measure = std::ranges::find_if(known.measures, [&](const FormRow& row) {
            return row.measure.id == rows[i].measure;
        });
        const auto* form_row = measure == known.measures.end() ? nullptr : &*measure;
        for (const auto& [year, columns] : years)
            if (auto value = ValueReader(*lines[i], form_row, year).read(columns))
                rows[i].values.push_back(std::move(*value));
    }
    leave_out_doubtful(rows, known);
    return rows;
}

} // namespace tiendo::documents
