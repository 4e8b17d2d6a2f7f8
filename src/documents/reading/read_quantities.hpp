#pragma once

#include "domain/plan/plan_reading.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tiendo::documents {

/// What a target inherits from its document and its heading.
struct TargetFrame {
    std::optional<Date> plan_from{};
    std::optional<Date> plan_to{};
    int written_in = 0;        ///< year of the document; 0 where unknown
    std::optional<Date> due{}; ///< of the heading "Đến năm 2025"; else the plan's end
    std::string unit{};        ///< of all numbers of a table: "Đơn vị tính: hộ" above it
};

struct QuantitiesRead {
    std::vector<Quantity> quantities{};
    bool unit_unknown = false;
};

/// The year in which the plan begins to hold. A plan that is only said to run "đến năm 2030" begins
/// when it is written.
int first_year(const TargetFrame& frame);

/// Every quantity that the text of a target fixes, in its order.
QuantitiesRead read_quantities(const std::string& text, const TargetFrame& frame);

/// "từ 60% trở lên", "≥ 80", "< 10", "2 tỷ đồng" of a table cell, whose unit may stand elsewhere.
QuantitiesRead
read_cell_quantity(const std::string& cell, const std::string& unit, const TargetFrame& frame);

} // namespace tiendo::documents
