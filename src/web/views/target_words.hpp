#pragma once

#include "domain/indicator/indicator.hpp"
#include "domain/plan/plan.hpp"
#include "web/messages.hpp"

#include <string>

namespace tiendo::web::view {

/// How targets are said: the one place for all pages.

/// The short name of a measure: its indicator's, else the clause of the plan.
std::string measure_name(const Measure& measure, const Indicator& indicator, const Wording& words);

bool is_percent(const Measure& measure, const Indicator& indicator);

/// Đơn vị tính: "%", "lần", "bé trai/100 bé gái", "có/chưa".
std::string measure_unit(const Measure& measure, const Indicator& indicator, const Wording& words);

/// What a plan asks, as its own words go, whichever indicator answers it: "từ 56% trở lên",
/// "tăng 3 trường".
std::string level_words(const Quantity& quantity, const Wording& words);

/// The same with its inner condition: "100%, mỗi quý từ 3 tin, bài trở lên". The measure has a
/// quantity.
std::string level_with_inner(const Measure& measure, const Wording& words);

/// Kế hoạch năm: "từ 56% trở lên", "dưới 30%", "khoảng 80% (từ 79%)", "không quá 108 bé trai/100 bé
/// gái", "100%, mỗi quý từ 3 tin, bài trở lên", "có".
std::string target_words(const Measure& measure, const Indicator& indicator, const Wording& words);

/// A number with the unit of the plan's quantity: "56%", "1,6 lần", "108 bé trai/100 bé gái".
std::string amount_words(
    const Decimal& number, const Measure& measure, const Indicator& indicator, const Wording& words
);
std::string amount_words(
    const std::string& number,
    const Measure& measure,
    const Indicator& indicator,
    const Wording& words
);

} // namespace tiendo::web::view
