#include "domain/cube/ranking.hpp"

#include <algorithm>

namespace tiendo {
namespace {

/// A unit's two sums, below the line never nothing and never negative.
struct Quotient {
    std::size_t unit = 0;
    Wide above = 0;
    Wide below = 1;
};

/// The first `count` of those who come before the others.
template <class Entry, class Before>
std::vector<std::size_t> first_of(std::vector<Entry> entries, std::size_t count, Before before)
{
    const auto end = entries.begin() + static_cast<std::ptrdiff_t>(std::min(count, entries.size()));
    std::partial_sort(entries.begin(), end, entries.end(), before);
    std::vector<std::size_t> units;
    std::transform(entries.begin(), end, std::back_inserter(units), [](const Entry& entry) {
        return entry.unit;
    });
    return units;
}

template <class Compare>
MeetingUnits count_meeting(const CubeAnswers& answers, Meets meets, Compare compare)
{
    MeetingUnits units{.asked = static_cast<std::uint32_t>(answers.units())};
    for (std::size_t unit = 0; unit < answers.units(); ++unit) {
        const std::optional<std::strong_ordering> order = compare(unit);
        if (!order) continue;
        ++units.with_number;
        if (meets(*order)) ++units.meeting;
    }
    return units;
}

} // namespace

std::optional<Ratio>
ratio_of(const CubeAnswer& numerator, const CubeAnswer& denominator, std::int64_t factor)
{
    if (!numerator.has_sum() || !denominator.has_sum()) return std::nullopt;
    return Ratio::of(numerator.number(), denominator.number(), factor);
}

std::vector<std::size_t> highest(const CubeAnswers& answers, std::size_t slice, std::size_t count)
{
    std::vector<Quotient> sums;
    for (std::size_t unit = 0; unit < answers.units(); ++unit)
        if (const auto answer = answers.at(slice, unit); answer.has_sum())
            sums.push_back({.unit = unit, .above = answer.sum});
    return first_of(std::move(sums), count, [](const Quotient& a, const Quotient& b) {
        return a.above != b.above ? a.above > b.above : a.unit < b.unit;
    });
}

std::vector<std::size_t>
highest(const CubeAnswers& answers, const RatioSlices& slices, std::size_t count)
{
    std::vector<Quotient> quotients;
    for (std::size_t unit = 0; unit < answers.units(); ++unit) {
        const auto above = answers.at(slices.numerator, unit);
        const auto below = answers.at(slices.denominator, unit);
        if (!above.has_sum() || !below.has_sum() || below.sum == 0) continue;
        const auto sign = below.sum < 0 ? -1 : 1;
        quotients.push_back({unit, Wide{above.sum} * sign, Wide{below.sum} * sign});
    }
    // Two numbers of 64 bits multiplied fit; scales and factor are the same for all.
    return first_of(std::move(quotients), count, [](const Quotient& a, const Quotient& b) {
        const auto left = a.above * b.below;
        const auto right = b.above * a.below;
        return left != right ? left > right : a.unit < b.unit;
    });
}

MeetingUnits
units_meeting(const CubeAnswers& answers, std::size_t slice, const Decimal& bound, Meets meets)
{
    return count_meeting(answers, meets, [&](std::size_t unit) {
        const auto answer = answers.at(slice, unit);
        return answer.has_sum() ? std::optional(answer.number() <=> bound) : std::nullopt;
    });
}

MeetingUnits units_meeting(
    const CubeAnswers& answers, const RatioSlices& slices, const Decimal& bound, Meets meets
)
{
    return count_meeting(answers, meets, [&](std::size_t unit) {
        const auto ratio = ratio_of(
            answers.at(slices.numerator, unit), answers.at(slices.denominator, unit), slices.factor
        );
        return ratio ? std::optional(ratio->compare(bound)) : std::nullopt;
    });
}

} // namespace tiendo
