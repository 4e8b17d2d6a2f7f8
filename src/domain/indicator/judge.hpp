#pragma once

#include "base/result.hpp"
#include "domain/indicator/figure.hpp"

namespace tiendo {

enum class Verdict {
    met,
    not_met,
    no_data,     ///< chưa có số liệu
    no_source,   ///< không có nguồn số liệu
    not_arising, ///< không phát sinh
    not_judged,  ///< chưa đánh giá: a person keeps the text as written, or it fixes no quantity
};

/// A verdict with its rule in words (a message with its numbers), as printed beside every figure.
struct Judgement {
    Verdict verdict = Verdict::no_data;
    bool exceeded = false;             ///< better than asked, not merely equal: "vượt"
    Problem rule{};                    ///< key "rule.at_least" … with the numbers as exact text
    std::optional<Decimal> short_by{}; ///< how many more (or fewer) of the counted there should be
    std::string failing_part{};        ///< "male" | "female" where one sex alone misses it

    friend bool operator==(const Judgement&, const Judgement&) = default;
};

/// Compares the unrounded ratio with the target, or at the precision in which
/// the target is written where the plan chose that.
Judgement judge(const Measure& measure, const Indicator& indicator, const Figure& figure);

/// Whether more is better; none where nearness counts ("khoảng", "ở mức").
std::optional<bool> more_is_better(Comparator comparator);

} // namespace tiendo
