#pragma once

#include "domain/indicator/plan_figures.hpp"
#include "web/messages.hpp"

#include <optional>
#include <string>

namespace tiendo::web::view {

/// How figures are said: the one place for all pages. Rates have two decimals ("85,00%",
/// "109,96"); a figure that is none says why, never 0.
inline constexpr int rate_decimals = 2;

/// "85,00%", "109,96", "có"; of one sex or the whole.
std::string part_value(
    const FigurePart& part, const Measure& measure, const Indicator& indicator, const Wording& words
);

/// Whether all who answer the measure have said "không áp dụng": nothing is owed.
bool is_not_applicable(const Figure& figure);

/// Thực hiện: the value, both sexes' where it is by sex ("nam 78,80%; nữ 82,35%"), or why there is
/// none ("không phát sinh").
std::string value_words(
    const Figure& figure, const Measure& measure, const Indicator& indicator, const Wording& words
);

/// What the value was computed from: "17/20", "nam 412/431; nữ 398/409". Empty without a value and
/// for plain counts.
std::string counts_words(const Figure& figure, const Indicator& indicator, const Wording& words);

/// The number that bars and differences are drawn from: the rounded ratio; by sex the lower one.
std::optional<Decimal> plotted(const Figure& figure, const Indicator& indicator);

/// How far from another number: "+5,00", "−0,44"; two decimals.
std::string difference_words(
    const Decimal& value, const Decimal& from, const Indicator& indicator, const Wording& words
);

/// "đã có số liệu 6/8 xã", for a single supplier "Phòng Nội vụ đã có số liệu".
std::string coverage_words(
    const Figure& figure,
    const Measure& measure,
    const UnitDirectory& directory,
    const Wording& words
);
/// "đã tiếp nhận 5/6"; empty where nothing was reported.
std::string accepted_words(const Coverage& coverage, const Wording& words);

/// "xã" where all suppliers are communes, else "đơn vị".
std::string
supplier_noun(const Measure& measure, const UnitDirectory& directory, const Wording& words);

/// What one unit says: "2/3", "không phát sinh", "3, 4, 3, 3", "12/12 tháng", "chưa có số liệu".
std::string cell_words(const Cell& cell, const Indicator& indicator, const Wording& words);

} // namespace tiendo::web::view
