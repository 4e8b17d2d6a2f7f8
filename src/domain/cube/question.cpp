#include "domain/cube/question.hpp"

#include "domain/cube/column_sums.hpp"
#include "domain/cube/questioner.hpp"

#include <algorithm>

namespace tiendo {

CubeAnswers::CubeAnswers(std::size_t slices, std::size_t units, std::uint64_t as_of)
    : units_(units), scales_(slices, 0), sums_(slices * units, 0), expected_(slices * units, 0),
      reported_(slices * units, 0), as_of_(as_of)
{
}

std::vector<std::uint32_t>& CubeAnswers::counts_of(Mark mark)
{
    if (mark == Mark::reported) return reported_;
    auto& counts = mark == Mark::not_arising      ? seldom_.not_arising
                   : mark == Mark::not_applicable ? seldom_.not_applicable
                   : mark == Mark::estimated      ? seldom_.estimated
                                                  : seldom_.accepted;
    if (counts.empty()) counts.assign(sums_.size(), 0);
    return counts;
}

CubeAnswer CubeAnswers::at(std::size_t slice, std::size_t unit) const
{
    const auto cell = slice * units_ + unit;
    const auto count = [&](const std::vector<std::uint32_t>& counts) {
        return counts.empty() ? 0U : counts[cell];
    };
    CubeAnswer answer;
    answer.scale = scales_[slice];
    answer.counts = {
        expected_[cell],
        reported_[cell],
        count(seldom_.not_arising),
        count(seldom_.not_applicable),
        count(seldom_.estimated),
        count(seldom_.accepted),
    };
    answer.allocated = std::ranges::binary_search(allocated_, cell);
    const auto unknown = std::ranges::lower_bound(unknown_, cell, {}, &Unknown::cell);
    if (unknown != unknown_.end() && unknown->cell == cell) {
        answer.state = AnswerState::not_known;
        answer.known_at = unknown->known_at;
    } else if (std::ranges::binary_search(overflows_, cell)) {
        answer.state = AnswerState::overflow;
    } else if (answer.counts.reported > 0) {
        answer.state = answer.counts.reported == answer.counts.not_arising
                           ? AnswerState::not_arising
                           : AnswerState::value;
        answer.sum = sums_[cell];
    }
    return answer;
}

Result<CubeAnswers>
ask(const Cube& cube, std::span<const Slice> slices, std::span<const DenseIndex> units)
{
    if (std::ranges::any_of(units, [&](DenseIndex unit) { return unit >= cube.map().size(); }))
        return refuse(Refusal::invalid, "cube.unit_unknown");
    CubeAnswers answers(slices.size(), units.size(), cube.as_of());
    Questioner questioner(cube, units);
    for (std::size_t number = 0; number < slices.size(); ++number) {
        TRY(questioner.gather(slices[number]));
        questioner.answer(slices[number], number, answers);
    }
    return answers;
}

Result<CubeAnswer> ask_one(const Cube& cube, const Slice& slice, DenseIndex unit)
{
    return TRY(ask(cube, std::span(&slice, 1), std::span(&unit, 1))).at(0, 0);
}

Result<std::vector<std::uint32_t>>
count_reported(const Cube& cube, const Slice& slice, std::span<const DenseIndex> units)
{
    if (std::ranges::any_of(units, [&](DenseIndex unit) { return unit >= cube.map().size(); }))
        return refuse(Refusal::invalid, "cube.unit_unknown");
    std::vector<std::uint32_t> counts(units.size(), 0);
    Questioner questioner(cube, units);
    TRY(questioner.gather(slice));
    questioner.add_marks(Mark::reported, counts);
    return counts;
}

Result<std::optional<std::int64_t>> sum_again(const Cube& cube, const Slice& slice, DenseIndex unit)
{
    if (unit >= cube.map().size()) return refuse(Refusal::invalid, "cube.unit_unknown");
    TRY(Questioner(cube, {}).gather(slice));
    Wide sum = 0;
    std::vector<std::span<const std::int32_t>> narrow;
    for (const auto period : slice.periods) {
        const auto range = cube.mapping(cube.mapping_of(period)).tree().range_of(unit);
        const auto length = range.end - range.begin;
        for (const auto element : slice.elements)
            for (const auto option : slice.options) {
                const auto* column = cube.column(element, period, option);
                if (column == nullptr) continue;
                if (column->is_wide())
                    sum += sum_of(column->wide_numbers().subspan(range.begin, length));
                else
                    narrow.push_back(column->numbers().subspan(range.begin, length));
            }
    }
    sum += sum_of_all(narrow);
    if (!fits_64_bits(sum)) return std::optional<std::int64_t>{};
    return std::optional{static_cast<std::int64_t>(sum)};
}

} // namespace tiendo
