#pragma once

#include "domain/indicator/judge.hpp"

#include <optional>

namespace tiendo {

/// The least that would turn the verdict, as a message with exact counts: "Cần thêm 1 người để
/// đạt", or, while somebody's counts are still missing, what these would have to say. None where no
/// count decides: without a number, a quantity or a verdict.
///
/// Keys are "change.<what>"; `numerator` and `denominator` say what the figure would then be,
/// `count` by how many it differs, `missing` how many suppliers are awaited, `above` how many of
/// theirs would stand above the line, `sex` whose figure it is ("" | "male" | "female").
std::optional<Problem> what_would_change(
    const Measure& measure,
    const Indicator& indicator,
    const Figure& figure,
    const Judgement& judgement
);

} // namespace tiendo
