#include "domain/org/unit_map.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <set>
#include <utility>

namespace tiendo {
namespace {

/// More reorganisations one after the other than a country has seen; a circle of them ends here.
constexpr int steps_max = 64;
constexpr int percent_decimals = 2;

__extension__ using Wide = __int128;

Wide common_divisor(Wide a, Wide b)
{
    while (b != 0)
        a = std::exchange(b, a % b);
    return a;
}

std::optional<ExactShare> reduced(Wide above, Wide below)
{
    const auto divisor = common_divisor(above, below);
    above /= divisor;
    below /= divisor;
    constexpr auto largest = std::numeric_limits<std::int64_t>::max();
    if (above > largest || below > largest) return std::nullopt;
    return ExactShare{static_cast<std::int64_t>(above), static_cast<std::int64_t>(below)};
}

std::optional<ExactShare> from_percent(const Decimal& percent)
{
    std::int64_t below = 100;
    for (int i = 0; i < percent.scale(); ++i)
        below *= 10;
    return reduced(percent.units(), below);
}

/// Where one unit's number goes, as far as it was followed: one part for each unit of the map.
using Parts = std::vector<MapPart>;

void add_part(Parts& parts, const MapPart& part)
{
    const auto found = std::ranges::find(parts, part.to, &MapPart::to);
    if (found == parts.end())
        parts.push_back(part);
    else if (found->share && part.share)
        found->share = add(*found->share, *part.share);
    else
        found->share.reset();
}

/// All parts in one unit are the whole of it, whether or not anybody knows how large each is.
void join_in_one(Parts& parts)
{
    if (parts.size() == 1) parts.front().share = ExactShare{};
}

class Follower {
public:
    Follower(const UnitDirectory& directory, Date day) : directory_(directory), day_(day) {}

    Parts run(const UnitId& from) const
    {
        const auto* unit = directory_.find(from);
        const bool is_later = unit != nullptr && unit->valid_from && day_ < *unit->valid_from;
        auto parts = is_later ? before(from, 0) : after(from, 0);
        const bool fits = is_at_most_whole(parts);
        for (auto& part : parts) {
            part.from = from;
            if (!fits) part.share.reset();
        }
        return parts;
    }

private:
    /// Shares of many decimals over several reorganisations may cease to fit.
    static bool is_at_most_whole(const Parts& parts)
    {
        std::optional<ExactShare> total = ExactShare{0, 1};
        for (const auto& part : parts)
            if (total && part.share) total = tiendo::add(*total, *part.share);
        return total && total->above <= total->below;
    }

    static Parts itself(const UnitId& unit) { return {{unit, unit, ExactShare{}}}; }

    Parts after(const UnitId& unit, int steps) const
    {
        auto links = directory_.successions_from(unit);
        std::erase_if(links, [&](const Succession* link) { return day_ < link->on; });
        if (links.empty() || steps == steps_max) return itself(unit);
        const auto shares = shares_of(links);
        Parts parts;
        for (std::size_t i = 0; i < links.size(); ++i) {
            for (auto part : after(links[i]->to, steps + 1)) {
                part.share =
                    shares[i] && part.share ? multiply(*shares[i], *part.share) : std::nullopt;
                add_part(parts, part);
            }
        }
        if (is_told_whole(links)) join_in_one(parts);
        return parts;
    }

    /// A merged unit counts what several counted before it: only where they were one is that known.
    Parts before(const UnitId& unit, int steps) const
    {
        auto links = directory_.successions_to(unit);
        std::erase_if(links, [&](const Succession* link) { return link->on <= day_; });
        if (links.empty() || steps == steps_max) return itself(unit);
        Parts parts;
        for (const auto* link : links) {
            for (auto part : before(link->from, steps + 1)) {
                part.share.reset();
                add_part(parts, part);
            }
        }
        join_in_one(parts);
        return parts;
    }

    /// One who is divided with a single successor named has others that nobody named.
    static bool is_told_whole(const std::vector<const Succession*>& links)
    {
        return links.size() > 1 || links.front()->kind != SuccessionKind::divided;
    }

    /// Shares count where all of them are known and make up the whole.
    static std::vector<std::optional<ExactShare>>
    shares_of(const std::vector<const Succession*>& links)
    {
        if (links.size() == 1 && links.front()->kind != SuccessionKind::divided)
            return {ExactShare{}};
        std::vector<std::optional<ExactShare>> shares;
        auto total = std::optional(Decimal(0));
        for (const auto* link : links) {
            if (link->share && total) total = tiendo::add(*total, *link->share);
            if (!link->share || *link->share < Decimal(0)) total.reset();
            shares.push_back(link->share ? from_percent(*link->share) : std::nullopt);
        }
        if (!total || *total != Decimal(100))
            shares.assign(links.size(), std::optional<ExactShare>());
        return shares;
    }

    const UnitDirectory& directory_;
    Date day_;
};

} // namespace

Decimal ExactShare::percent() const
{
    const auto ratio = Ratio::of(above, below, 100);
    return ratio ? ratio->rounded(percent_decimals) : Decimal(0);
}

std::optional<ExactShare> multiply(const ExactShare& a, const ExactShare& b)
{
    return reduced(Wide{a.above} * b.above, Wide{a.below} * b.below);
}

std::optional<ExactShare> add(const ExactShare& a, const ExactShare& b)
{
    const auto common = Wide{a.below} / common_divisor(a.below, b.below) * b.below;
    Wide above = 0;
    Wide part = 0;
    if (__builtin_mul_overflow(Wide{a.above}, common / a.below, &above) ||
        __builtin_mul_overflow(Wide{b.above}, common / b.below, &part) ||
        __builtin_add_overflow(above, part, &above))
        return std::nullopt;
    return reduced(above, common);
}

std::vector<MapPart> UnitMap::parts_of(const UnitId& unit) const
{
    std::vector<MapPart> found;
    for (const auto& part : parts)
        if (part.to == unit) found.push_back(part);
    return found;
}

bool UnitMap::is_known(const UnitId& unit) const
{
    return std::ranges::all_of(parts, [&](const MapPart& part) {
        return part.to != unit || part.share.has_value();
    });
}

bool UnitMap::is_as_reported() const
{
    return std::ranges::all_of(parts, [](const MapPart& part) { return part.from == part.to; });
}

UnitMap unit_map(const std::vector<UnitId>& reporters, const UnitDirectory& directory, Date day)
{
    UnitMap map;
    map.day = day;
    const Follower follower(directory, day);
    std::set<UnitId> known;
    for (const auto& reporter : reporters) {
        for (auto& part : follower.run(reporter)) {
            if (known.insert(part.to).second) map.units.push_back(part.to);
            map.parts.push_back(std::move(part));
        }
    }
    return map;
}

UnitMap map_above(const UnitMap& map, const UnitDirectory& directory)
{
    const auto above = [&](const UnitId& id) {
        const auto* unit = directory.find(id);
        return unit == nullptr || unit->parent.empty() ? id : unit->parent;
    };
    UnitMap higher;
    higher.day = map.day;
    std::set<UnitId> known;
    for (auto part = map.parts.begin(); part != map.parts.end();) {
        const auto end = std::find_if(part, map.parts.end(), [&](const MapPart& other) {
            return other.from != part->from;
        });
        std::vector<MapPart> own;
        for (; part != end; ++part) {
            const auto to = above(part->to);
            const auto same = std::ranges::find(own, to, &MapPart::to);
            if (same == own.end())
                own.push_back({part->from, to, part->share});
            else
                same->share =
                    same->share && part->share ? add(*same->share, *part->share) : std::nullopt;
        }
        if (own.size() == 1) own.front().share = ExactShare{};
        for (auto& one : own) {
            if (known.insert(one.to).second) higher.units.push_back(one.to);
            higher.parts.push_back(std::move(one));
        }
    }
    return higher;
}

std::vector<Date>
days_of_change(const std::vector<UnitId>& reporters, const UnitDirectory& directory)
{
    std::set<Date, std::greater<>> days;
    std::set<UnitId> seen;
    const auto follow = [&](const UnitId& first, auto links_of, auto next_of) {
        std::vector<UnitId> open{first};
        std::set<UnitId> met;
        while (!open.empty()) {
            const auto unit = open.back();
            open.pop_back();
            if (!met.insert(unit).second) continue;
            for (const auto* link : links_of(unit)) {
                days.insert(link->on);
                open.push_back(next_of(*link));
            }
        }
    };
    for (const auto& reporter : reporters) {
        if (!seen.insert(reporter).second) continue;
        follow(
            reporter,
            [&](const UnitId& unit) { return directory.successions_from(unit); },
            [](const Succession& link) { return link.to; }
        );
        follow(
            reporter,
            [&](const UnitId& unit) { return directory.successions_to(unit); },
            [](const Succession& link) { return link.from; }
        );
    }
    return {days.begin(), days.end()};
}

} // namespace tiendo
