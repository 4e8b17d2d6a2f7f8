#include "domain/form/activity_remarks.hpp"

#include "base/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace tiendo {
namespace {

/// The message of what is wrong with a text in a column; null where it is right.
const char* fault_in(const ActivityColumn& column, const std::string& text)
{
    switch (column.kind) {
    case ColumnKind::text:
    case ColumnKind::link:
        return nullptr;
    case ColumnKind::choice:
        return std::ranges::find(column.choices, text) != column.choices.end()
                   ? nullptr
                   : "activity_cell.not_a_choice";
    case ColumnKind::date:
        return parse_iso_date(text) ? nullptr : "activity_cell.not_a_day";
    case ColumnKind::number:
    case ColumnKind::money: {
        const auto number = read_typed_number(text);
        const bool is_right = number && !(number->value < Decimal{}) &&
                              (column.kind == ColumnKind::money || number->value.is_whole());
        return is_right ? nullptr : "activity_cell.not_a_number";
    }
    }
    return nullptr;
}

/// A dot that could have been meant otherwise is said as it was read; null where there is none.
const char* reading_of(const ActivityColumn& column, const std::string& text)
{
    if (column.kind != ColumnKind::number && column.kind != ColumnKind::money) return nullptr;
    const auto number = read_typed_number(text);
    if (!number || number->reading == NumberReading::plain) return nullptr;
    return number->reading == NumberReading::dot_as_thousands ? "activity_cell.dot_as_thousands"
                                                              : "activity_cell.dot_as_decimal";
}

std::string place_of(const ActivityTable& table, std::size_t row, std::string_view column)
{
    return fmt::format("activity/{}/{}/{}", table.key, row, column);
}

void remark_on_cell(
    std::vector<Remark>& remarks,
    const ActivityColumn& column,
    const std::string& text,
    const std::string& place
)
{
    if (const auto* fault = fault_in(column, text)) {
        remarks.push_back({Weight::error, {fault, {{"typed", text}}, place}});
    } else if (const auto* reading = reading_of(column, text)) {
        const auto value = read_typed_number(text)->value.str();
        remarks.push_back({Weight::warning, {reading, {{"typed", text}, {"value", value}}, place}});
    }
}

/// Women and minorities are a part of the people, what is spent usually one of what was allotted.
struct PartOfWhole {
    const char* part;
    const char* whole;
    Weight weight;
    const char* fault;
};
constexpr std::array parts{
    PartOfWhole{"women", "people", Weight::error, "activity_cell.more_than_all"},
    PartOfWhole{"minorities", "people", Weight::error, "activity_cell.more_than_all"},
    PartOfWhole{"spent", "allotted", Weight::warning, "activity_cell.more_than_allotted"},
};

std::optional<Decimal> number_in(const ActivityRow& row, const char* column)
{
    const auto found = row.find(column);
    const auto number = found == row.end() ? std::nullopt : read_typed_number(found->second);
    return number ? std::optional(number->value) : std::nullopt;
}

void compare_numbers(
    std::vector<Remark>& remarks, const ActivityTable& table, const ActivityRow& row, std::size_t i
)
{
    for (const auto& [part, whole, weight, fault] : parts) {
        const auto smaller = number_in(row, part);
        const auto larger = number_in(row, whole);
        if (!smaller || !larger || *smaller <= *larger) continue;
        remarks.push_back(
            {weight,
             {fault, {{"part", row.at(part)}, {"whole", row.at(whole)}}, place_of(table, i, part)}}
        );
    }
}

} // namespace

std::vector<Remark> remarks_on(const ActivityTable& table, const std::vector<ActivityRow>& rows)
{
    std::vector<Remark> remarks;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (const auto& column : table.columns) {
            const auto found = rows[i].find(column.key);
            if (found == rows[i].end() || found->second.empty()) continue;
            remark_on_cell(remarks, column, found->second, place_of(table, i, column.key));
        }
        compare_numbers(remarks, table, rows[i], i);
    }
    return remarks;
}

} // namespace tiendo
