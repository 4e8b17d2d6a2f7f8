#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace tiendo::store {

/// Which report is meant: one unit's, on one plan, for one period.
struct ReportKey {
    std::int64_t plan = 0;
    std::string period{};
    std::string unit{};

    friend auto operator<=>(const ReportKey&, const ReportKey&) = default;
};

} // namespace tiendo::store
