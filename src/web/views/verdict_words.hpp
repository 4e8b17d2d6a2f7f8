#pragma once

#include "domain/indicator/plan_figures.hpp"
#include "web/messages.hpp"

#include <string>

namespace tiendo::web::view {

/// How verdicts are said: the one place for all pages.

/// "Đạt khi từ 56% trở lên. Thực hiện 55,56% (5/9)."
std::string rule_words(
    const Judgement& judgement,
    const Measure& measure,
    const Indicator& indicator,
    const Wording& words
);
/// Why a result that would round up to the target misses it; empty elsewhere.
std::string rounding_words(
    const Judgement& judgement,
    const Measure& measure,
    const Indicator& indicator,
    const Wording& words
);
/// "còn thiếu 2 người"; empty where no count is short.
std::string
shortfall_words(const Judgement& judgement, const Indicator& indicator, const Wording& words);

} // namespace tiendo::web::view
