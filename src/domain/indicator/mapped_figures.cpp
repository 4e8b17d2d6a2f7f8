#include "domain/indicator/mapped_figures.hpp"

#include "base/result.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace tiendo {
namespace {

__extension__ using Wide = __int128;

/// Only counts can be divided: "có" of a commune is no part of a "có".
bool is_divisible(const Indicator& indicator)
{
    const bool is_counted = indicator.shape == Shape::ratio || indicator.shape == Shape::count ||
                            indicator.shape == Shape::quarters;
    return is_counted && indicator.across_units == AcrossUnits::sum;
}

bool is_of(const MapPart& part, const UnitId& unit)
{
    return part.to == unit;
}

/// The rest of a share: what goes to those who are not known apart.
ExactShare rest_of(const std::vector<ExactShare>& shares)
{
    std::optional<ExactShare> total = ExactShare{0, 1};
    for (const auto& share : shares)
        if (total) total = add(*total, share);
    ensure(total && total->above <= total->below, "shares are at most the whole");
    return ExactShare{total->below - total->above, total->below};
}

/// One number by shares, at the decimals that it has.
std::vector<Decimal> allocate(const Decimal& number, const std::vector<ExactShare>& shares)
{
    std::vector<Decimal> parts;
    for (const auto units : allocate(number.units(), shares))
        parts.emplace_back(units, number.scale());
    return parts;
}

/// Above and below the line so that no part has more above than below it, where the whole has not.
void allocate_share(
    const std::string& sex,
    const Cell& cell,
    const std::vector<ExactShare>& shares,
    std::vector<Cell>& cells
)
{
    const auto numerator = cell.numbers.find("num" + sex);
    const auto denominator = cell.numbers.find("den" + sex);
    if (numerator == cell.numbers.end() || denominator == cell.numbers.end()) return;
    const auto rest = subtract(denominator->second, numerator->second);
    if (!rest || *rest < Decimal(0)) return;
    const auto above = allocate(numerator->second, shares);
    const auto others = allocate(*rest, shares);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        cells[i].numbers["num" + sex] = above[i];
        cells[i].numbers["den" + sex] = add(above[i], others[i]).value_or(Decimal(0));
    }
}

/// A unit's cell in parts, one for each share.
std::vector<Cell> allocate(const Cell& cell, const std::vector<ExactShare>& shares)
{
    std::vector<Cell> cells(shares.size(), cell);
    for (const auto& [key, number] : cell.numbers) {
        const auto parts = allocate(number, shares);
        for (std::size_t i = 0; i < cells.size(); ++i)
            cells[i].numbers[key] = parts[i];
    }
    for (const auto* sex : {"", ".male", ".female"})
        allocate_share(sex, cell, shares, cells);
    return cells;
}

class Mapping {
public:
    Mapping(
        const Measure& measure,
        const Indicator& indicator,
        const Contributions& contributions,
        const UnitMap& map
    )
        : measure_(measure), indicator_(indicator), contributions_(contributions), map_(map)
    {
    }

    FiguresOnMap run()
    {
        for (const auto& unit : map_.units) {
            MappedFigure mapped;
            mapped.unit = unit;
            mapped.is_known = is_known(unit);
            if (!mapped.is_known) found_.apart_in.push_back(unit);
            found_.units.push_back(std::move(mapped));
        }
        auto part = map_.parts.begin();
        while (part != map_.parts.end()) {
            const auto end = std::find_if(part, map_.parts.end(), [&](const MapPart& each) {
                return each.from != part->from;
            });
            place(part->from, {part, end});
            part = end;
        }
        for (auto& mapped : found_.units)
            if (mapped.is_known) compute_of(mapped);
        if (!found_.together.from.empty()) compute_of(found_.together);
        return std::move(found_);
    }

private:
    bool is_known(const UnitId& unit) const
    {
        return std::ranges::all_of(map_.parts, [&](const MapPart& part) {
            if (!is_of(part, unit)) return true;
            return part.share && (part.share->is_whole() || is_divisible(indicator_));
        });
    }

    MappedFigure& of(const UnitId& unit)
    {
        return *std::ranges::find(found_.units, unit, &MappedFigure::unit);
    }

    /// One reporter's number: to the units that are known, and what is left to `together`.
    void place(const UnitId& from, const std::vector<MapPart>& parts)
    {
        std::vector<MappedFigure*> takers;
        std::vector<ExactShare> shares;
        for (const auto& part : parts) {
            auto& mapped = of(part.to);
            mapped.from.push_back(from);
            if (!mapped.is_known) continue;
            takers.push_back(&mapped);
            shares.push_back(*part.share);
        }
        if (const auto rest = rest_of(shares); rest.above > 0) {
            found_.together.from.push_back(from);
            takers.push_back(&found_.together);
            shares.push_back(rest);
        }
        for (std::size_t i = 0; i < takers.size(); ++i)
            if (!shares[i].is_whole()) takers[i]->allocated.push_back({from, shares[i]});
        const auto* given = contributions_.find(from);
        if (given == nullptr) return;
        const auto cells = allocate((*given)->cell, shares);
        for (std::size_t i = 0; i < takers.size(); ++i) {
            auto contribution = **given;
            contribution.cell = cells[i];
            placed_[takers[i]->unit].push_back(std::move(contribution));
        }
    }

    void compute_of(MappedFigure& mapped)
    {
        mapped.figure = compute_for(measure_, indicator_, placed_[mapped.unit], mapped.from);
    }

    const Measure& measure_;
    const Indicator& indicator_;
    const Contributions& contributions_;
    const UnitMap& map_;
    FiguresOnMap found_{};
    std::map<UnitId, std::vector<Contribution>> placed_{};
};

} // namespace

const MappedFigure* FiguresOnMap::find(const UnitId& unit) const
{
    const auto found = std::ranges::find(units, unit, &MappedFigure::unit);
    return found == units.end() ? nullptr : &*found;
}

FiguresOnMap figures_on_map(
    const Measure& measure,
    const Indicator& indicator,
    const Contributions& contributions,
    const UnitMap& map
)
{
    return Mapping(measure, indicator, contributions, map).run();
}

std::vector<std::int64_t> allocate(std::int64_t count, const std::vector<ExactShare>& shares)
{
    std::vector<std::int64_t> parts;
    std::vector<Wide> remainders;
    std::int64_t left = count;
    for (const auto& share : shares) {
        const auto exact = Wide{count} * share.above;
        const auto part = static_cast<std::int64_t>(exact / share.below);
        parts.push_back(part);
        left -= part;
        // Compared as fractions of 2^62, so that no product overflows.
        remainders.push_back(((exact % share.below) << 62) / share.below);
    }
    std::vector<std::size_t> order(shares.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const std::int64_t step = count < 0 ? -1 : 1;
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        return remainders[a] * step > remainders[b] * step;
    });
    for (const auto index : order) {
        if (left == 0) break;
        parts[index] += step;
        left -= step;
    }
    return parts;
}

} // namespace tiendo
