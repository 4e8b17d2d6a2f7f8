#include "domain/report/office_rows.hpp"

#include "base/number_text.hpp"
#include "base/text.hpp"
#include "domain/report/report_names.hpp"
#include "domain/report/report_writer.hpp"

#include <algorithm>

namespace tiendo {
namespace {

constexpr int number_width = 12;
constexpr int unit_width = 45;
constexpr int words_width = 45;
constexpr int value_width = 24;

Alignment alignment_of(OfficeColumnKind kind)
{
    switch (kind) {
    case OfficeColumnKind::whole:
    case OfficeColumnKind::decimal:
        return Alignment::right;
    case OfficeColumnKind::day:
    case OfficeColumnKind::yes_no:
        return Alignment::centre;
    case OfficeColumnKind::text:
    case OfficeColumnKind::choice:
        return Alignment::left;
    }
    return Alignment::left;
}

std::string kept_in(const ActivityRow& row, const std::string& column)
{
    const auto found = row.find(column);
    return found == row.end() ? std::string{} : found->second;
}

TableRow sum_row(const OfficeRows& rows, const OfficialWords& say)
{
    TableRow line;
    line.cells.push_back({});
    line.cells.push_back({plain(say("annex.total", {}))});
    for (const auto& column : rows.table.columns) {
        const auto sum = rows.sums.find(column.key);
        line.cells.push_back(
            sum == rows.sums.end() ? Runs{} : Runs{plain(vietnamese_number(sum->second))}
        );
    }
    for (auto& cell : line.cells)
        for (auto& run : cell)
            run.bold = true;
    return line;
}

} // namespace

OfficeRows office_rows(const OfficeTable& table, const ReportMaterial& material)
{
    OfficeRows rows;
    rows.table = table;
    const auto totals = add_up_activities(material);
    if (const auto found = totals.find(table.key); found != totals.end()) {
        rows.rows = found->second.rows;
        for (const auto& column : table.columns) {
            const auto sum = found->second.sums.find(column.key);
            if (column.is_summed && sum != found->second.sums.end())
                rows.sums.emplace(column.key, sum->second);
        }
    }
    for (const auto& reported : material.units) {
        const auto& asked = table.units;
        if (std::ranges::find(asked, reported.unit) == asked.end()) continue;
        const bool has_row =
            std::ranges::find(rows.rows, reported.unit, &ReportedRow::unit) != rows.rows.end();
        if (!has_reported(reported.state.stage))
            rows.awaited.push_back(reported.unit);
        else if (!has_row)
            rows.without_rows.push_back(reported.unit);
    }
    return rows;
}

std::string
office_cell(const OfficeColumn& column, const std::string& kept, const OfficialWords& say)
{
    switch (column.kind) {
    case OfficeColumnKind::whole:
    case OfficeColumnKind::decimal:
        if (const auto number = read_typed_number(kept)) return vietnamese_number(number->value);
        return kept;
    case OfficeColumnKind::day:
        if (const auto day = parse_iso_date(kept)) return vietnamese_date(*day);
        return kept;
    case OfficeColumnKind::yes_no:
        if (kept == "yes" || kept == "no") return say("office_table." + kept, {});
        return kept;
    case OfficeColumnKind::text:
    case OfficeColumnKind::choice:
        return kept;
    }
    return kept;
}

Table table_of(const OfficeRows& rows, const UnitDirectory& directory, const OfficialWords& say)
{
    Table table;
    table.columns.push_back({say("table.number", {}), number_width, Alignment::centre});
    table.columns.push_back({say("annex.unit", {}), unit_width, Alignment::left});
    for (const auto& column : rows.table.columns) {
        const bool is_words = column.kind == OfficeColumnKind::text;
        table.columns.push_back(
            {column.title, is_words ? words_width : value_width, alignment_of(column.kind)}
        );
    }
    int number = 0;
    for (const auto& [unit, row] : rows.rows) {
        TableRow line;
        line.cells.push_back({plain(std::to_string(++number))});
        line.cells.push_back({plain(with_capital(name_in_document(unit, directory, say)))});
        for (const auto& column : rows.table.columns)
            line.cells.push_back({plain(office_cell(column, kept_in(row, column.key), say))});
        table.rows.push_back(std::move(line));
    }
    if (!rows.sums.empty()) table.rows.push_back(sum_row(rows, say));
    return table;
}

} // namespace tiendo
