#include "domain/indicator/mapped_figures.hpp"

#include "domain/indicator/allocation.hpp"

#include <algorithm>
#include <map>

namespace tiendo {
namespace {

bool is_of(const MapPart& part, const UnitId& unit)
{
    return part.to == unit;
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
        if (shares.size() == 1 && shares.front().is_whole()) {
            placed_[takers.front()->unit].push_back(*given);
            return;
        }
        auto given_parts = allocate(**given, shares);
        for (std::size_t i = 0; i < takers.size(); ++i)
            placed_[takers[i]->unit].push_back(
                std::make_shared<const Contribution>(std::move(given_parts[i]))
            );
    }

    void compute_of(MappedFigure& mapped)
    {
        mapped.figure = compute_for(
            measure_, indicator_, Contributions(std::move(placed_[mapped.unit])), mapped.from
        );
    }

    const Measure& measure_;
    const Indicator& indicator_;
    const Contributions& contributions_;
    const UnitMap& map_;
    FiguresOnMap found_{};
    std::map<UnitId, std::vector<Contributions::Shared>> placed_{};
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

} // namespace tiendo
