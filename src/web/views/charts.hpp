#pragma once

#include "base/decimal.hpp"
#include "web/views/view.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tiendo::web::view {

/// Drawings made on the server: they print, need no script, and say in words what they show.

struct BulletBar {
    std::optional<Decimal> actual{}; ///< none: an empty bar
    std::optional<Decimal> target{}; ///< drawn as a black tick, never as a colour
    std::optional<Decimal> scale{};  ///< where the bar ends; chosen from the numbers if none
    std::string words{}; ///< for screen readers: "27,10%, kế hoạch năm từ 26,05% trở lên"
};
Markup bullet_bar(const BulletBar& bar);

/// The last value of a measure in its run of periods; a period without a value is a gap.
Markup sparkline(const std::vector<std::optional<Decimal>>& values, std::string_view words);

/// One share of a stacked bar. The style is one of "accepted", "submitted", "returned", "owed",
/// "met", "not-met", "no-data", "none".
struct Share {
    int count = 0;
    std::string style{};
    std::string words{}; ///< "12 đã tiếp nhận"
    std::string path{};  ///< where those counted are listed, if anywhere
};
/// The bar with its legend below; shares of nothing are left out.
Markup stacked_bar(const std::vector<Share>& shares, std::string_view words);

/// One bar for each unit, with the target as a line across; the values stand beside the bars.
struct NamedValue {
    std::string name{};
    std::optional<Decimal> value{};
    std::string words{}; ///< "78,26%" or "chưa có số liệu"
};
Markup bars_by_unit(const std::vector<NamedValue>& values, const std::optional<Decimal>& target);

} // namespace tiendo::web::view
