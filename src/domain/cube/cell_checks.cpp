#include "domain/cube/cell_checks.hpp"

#include "domain/cube/column_sums.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <optional>

namespace tiendo {
namespace {

/// As many positions as words of marks hold; one word of which is looked at by itself.
constexpr DenseIndex word_size = 64;
constexpr DenseIndex block_size = 8 * word_size;
/// So many narrow numbers make a side that 100 times it fits into 64 bits.
constexpr std::size_t narrow_terms_max = std::size_t{1} << 20;

using Columns = std::vector<const CubeColumn*>;
using Side = std::array<std::int64_t, block_size>;

struct Sides {
    Columns left;
    Columns right;
    bool is_wide = false;
};

template <class Number> bool holds(const CellCheck& check, Number left, Number right)
{
    switch (check.relation) {
    case CheckRelation::at_most:
        return left <= right;
    case CheckRelation::equal:
        return left == right;
    case CheckRelation::near: {
        const auto apart = left < right ? right - left : left - right;
        return apart * 100 <= (right < 0 ? -right : right) * check.percent;
    }
    }
    return false;
}

/// Which of sixty-four units have reported all terms.
std::uint64_t judged_at(const Sides& sides, std::size_t word)
{
    auto judged = ~std::uint64_t{0};
    for (const auto* columns : {&sides.left, &sides.right})
        for (const auto* column : *columns) {
            const auto* units = column->marked(Mark::reported);
            judged &= units == nullptr ? 0 : units->bits()[word];
        }
    return judged;
}

void add_up(Side& side, const Columns& columns, DenseIndex begin, DenseIndex length)
{
    side.fill(0);
    for (const auto* column : columns)
        add_each(std::span(side).first(length), column->numbers().subspan(begin, length));
}

Wide exact_sum(const Columns& columns, DenseIndex position)
{
    Wide sum = 0;
    for (const auto* column : columns)
        sum += column->is_wide() ? column->wide_numbers()[position] : column->numbers()[position];
    return sum;
}

/// The columns of both sides; none where a term was never reported.
class Checker {
public:
    Checker(const Cube& cube, const CheckedPeriods& periods, DenseIndex top)
        : cube_(cube), periods_(periods), range_(cube.map().range_of(top))
    {
    }

    Result<std::optional<Sides>> sides_of(const CellCheck& check) const
    {
        Sides sides;
        auto complete = true;
        std::optional<int> scale;
        const auto take = [&](const CheckTerm& term, Columns& columns) -> Result<Done> {
            if (term.element >= cube_.elements() || term.option >= cube_.options())
                return refuse(Refusal::invalid, "cube.place_unknown");
            if (scale.value_or(cube_.scale_of(term.element)) != cube_.scale_of(term.element))
                return refuse(Refusal::invalid, "cube.scales_differ");
            scale = cube_.scale_of(term.element);
            const auto period = term.before ? periods_.before : periods_.period;
            const auto* column =
                period == no_index ? nullptr : cube_.column(term.element, period, term.option);
            complete = complete && column != nullptr;
            if (column == nullptr) return done;
            sides.is_wide = sides.is_wide || column->is_wide();
            columns.push_back(column);
            return done;
        };
        for (const auto& term : check.left)
            TRY(take(term, sides.left));
        for (const auto& term : check.right)
            TRY(take(term, sides.right));
        sides.is_wide = sides.is_wide || check.percent > (1 << 10) ||
                        sides.left.size() + sides.right.size() > narrow_terms_max;
        return complete ? std::optional(std::move(sides)) : std::nullopt;
    }

    void find(const CellCheck& check, const Sides& sides, std::size_t number)
    {
        for (auto begin = range_.begin / word_size * word_size; begin < range_.end;
             begin += block_size) {
            const auto length = std::min(block_size, cube_.map().size() - begin);
            if (!sides.is_wide) {
                add_up(left_, sides.left, begin, length);
                add_up(right_, sides.right, begin, length);
            }
            for (auto position = begin; position < std::min(begin + length, range_.end);
                 position += word_size)
                find_in_word(check, sides, number, {begin, position});
        }
    }

    std::vector<CheckFinding> found{};

private:
    struct Place {
        DenseIndex block;
        DenseIndex word;
    };

    void
    find_in_word(const CellCheck& check, const Sides& sides, std::size_t number, const Place& place)
    {
        auto judged = judged_at(sides, place.word / word_size);
        if (place.word < range_.begin) judged &= ~std::uint64_t{0} << (range_.begin - place.word);
        if (range_.end - place.word < word_size)
            judged &= (std::uint64_t{1} << (range_.end - place.word)) - 1;
        for (; judged != 0; judged &= judged - 1) {
            const auto position = place.word + static_cast<DenseIndex>(std::countr_zero(judged));
            const auto k = position - place.block;
            const auto good =
                sides.is_wide
                    ? holds<Wide>(
                          check, exact_sum(sides.left, position), exact_sum(sides.right, position)
                      )
                    : holds(check, left_[k], right_[k]);
            if (!good) found.push_back({number, cube_.map().unit_at(position)});
        }
    }

    const Cube& cube_;
    CheckedPeriods periods_;
    PositionRange range_;
    Side left_{};
    Side right_{};
};

} // namespace

Result<std::vector<CheckFinding>> run_checks(
    const Cube& cube,
    std::span<const CellCheck> checks,
    const CheckedPeriods& periods,
    DenseIndex top
)
{
    if (top >= cube.map().size()) return refuse(Refusal::invalid, "cube.unit_unknown");
    for (const auto period : {periods.period, periods.before}) {
        if (period == no_index) continue;
        if (period >= cube.periods()) return refuse(Refusal::invalid, "cube.place_unknown");
        if (!cube.mapping(cube.mapping_of(period)).is_same())
            return refuse(Refusal::invalid, "cube.other_map");
    }
    Checker checker(cube, periods, top);
    for (std::size_t number = 0; number < checks.size(); ++number)
        if (const auto sides = TRY(checker.sides_of(checks[number])))
            checker.find(checks[number], *sides, number);
    return std::move(checker.found);
}

} // namespace tiendo
