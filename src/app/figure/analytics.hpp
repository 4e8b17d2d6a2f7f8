#pragma once

#include "app/work.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tiendo::app {

/// One dimension of a question. In a filter stands one thing that all answers are about.
struct AnalyticsDimension {
    std::vector<std::string> items{};
    bool is_filter = false;
};

/// A question in DHIS2's words: which data, periods and units, each with each.
struct AnalyticsQuery {
    AnalyticsDimension data{};         ///< "1/3.2a/num", counted; "1/3.2a", the rate from the sums
    AnalyticsDimension periods{};      ///< "2023", LAST_4_QUARTERS
    AnalyticsDimension units{};        ///< ids, USER_ORGUNIT, LEVEL-n below the ids or below all
    std::optional<Date> relative_to{}; ///< of the names of periods; today
};

struct AnalyticsRow {
    std::string data{};
    std::string period{};
    std::string unit{};
    std::string value{}; ///< "26.05"
    std::uint32_t reported = 0;
    std::uint32_t expected = 0;
    bool estimated = false; ///< at least one count is "ước thực hiện"
};

using AnalyticsNames =
    std::vector<std::pair<std::string, std::string>>; ///< with what they are called

/// Rows where somebody has reported, in the order of the question.
struct Analytics {
    AnalyticsQuery query{};
    AnalyticsNames data{};
    AnalyticsNames periods{};
    AnalyticsNames units{};
    std::vector<AnalyticsRow> rows{};
    std::vector<std::string> withheld{}; ///< data about victims: they stay in the reporting line
    Instant as_of{};
    std::uint64_t change = 0; ///< the number of the last change that is in
};

/// From the sums in memory. Units stand on the map on which they reported. Needs Right::see_plan.
Result<Analytics> analytics(Work& work, const AnalyticsQuery& query);

} // namespace tiendo::app
