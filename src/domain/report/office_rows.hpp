#pragma once

#include "domain/form/office_table.hpp"
#include "domain/report/activity_totals.hpp"
#include "domain/report/consolidated_report.hpp"

#include <map>
#include <string>
#include <vector>

namespace tiendo {

/// All that units have reported in one of the office's own tables.
struct OfficeRows {
    OfficeTable table{};
    std::vector<ReportedRow> rows{};       ///< in the order of the period's units
    std::map<std::string, Decimal> sums{}; ///< of the columns to be summed, where there is a number
    std::vector<UnitId> without_rows{};    ///< who reported and wrote none
    std::vector<UnitId> awaited{};         ///< whose report does not count yet
};

OfficeRows office_rows(const OfficeTable& table, const ReportMaterial& material);

/// A cell as a paper shows it: "28/11/2023", "1.234,5", "Có".
std::string
office_cell(const OfficeColumn& column, const std::string& kept, const OfficialWords& say);

/// TT | Cơ quan, đơn vị | the columns, with the sums below: a table for an annex.
Table table_of(const OfficeRows& rows, const UnitDirectory& directory, const OfficialWords& say);

} // namespace tiendo
