#pragma once

#include "domain/report/office_rows.hpp"

#include <map>
#include <string>

namespace tiendo::documents {

/// One of the office's own tables with the rows of all units, and what stands at its head.
struct OfficeTableSheet {
    OfficeRows rows{};
    std::map<UnitId, std::string> units{}; ///< by name
    std::string issuer{};
    std::string plan{};
    std::string period{};
    Instant taken_at{};
    std::string mark{};
};

/// As .xlsx: numbers are numbers, days are days, and a sum is a formula over its column.
std::string write_office_table(const OfficeTableSheet& sheet);

} // namespace tiendo::documents
