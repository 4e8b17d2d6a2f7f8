#pragma once

#include "base/result.hpp"
#include "domain/indicator/figure.hpp"

namespace tiendo {

enum class Verdict {
    met,
    not_met,
    on_track,    ///< before its day: near the line from the baseline to the target (course.hpp)
    at_risk,     ///< before its day: somewhat behind that line
    behind,      ///< before its day: far behind it, or going the wrong way
    no_data,     ///< chưa có số liệu
    no_source,   ///< không có nguồn số liệu
    not_arising, ///< không phát sinh
    not_judged,  ///< chưa đánh giá: a person keeps the text as written, or it fixes no quantity
};

/// A verdict with its rule in words (a message with its numbers), as printed beside every figure.
struct Judgement {
    Verdict verdict = Verdict::no_data;
    bool exceeded = false;             ///< "vượt": more than asked, where more is wanted
    Problem rule{};                    ///< key "rule.at_least" … with the numbers as exact text
    std::optional<Decimal> short_by{}; ///< how many more (or fewer) of the counted there should be
    std::string failing_part{};        ///< "male" | "female" where one sex alone misses it
    bool early = false;                ///< the target's day is still to come (course.hpp)
    Problem course{};                  ///< how that was judged; without a key where it was not

    friend bool operator==(const Judgement&, const Judgement&) = default;
};

/// Compares the unrounded ratio with the target, or at the precision in which
/// the target is written where the plan chose that.
Judgement judge(const Measure& measure, const Indicator& indicator, const Figure& figure);

/// Whether a ratio satisfies the measure's quantity, compared as judge() compares it.
bool reaches(const Ratio& ratio, const Measure& measure);

/// Whether the target is missed, or will be if things go on as they do.
bool is_lacking(const Judgement& judgement);

/// Whether more is better; none where nearness counts ("khoảng", "ở mức").
std::optional<bool> more_is_better(Comparator comparator);

} // namespace tiendo
