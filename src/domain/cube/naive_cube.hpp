#pragma once

#include "domain/cube/question.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <vector>

namespace tiendo {

/// What a cube must answer, straight from the definitions and as slowly as they read: all values in
/// one map, looked through for every question. For tests only.
class NaiveCube {
public:
    using Parents = std::vector<DenseIndex>;

    explicit NaiveCube(Parents map) : map_(std::move(map)) {}

    /// From now on this period is reported by units that became those of the map.
    void report_by(DenseIndex period, const Parents& reporting, std::vector<UnitPart> parts)
    {
        others_[period] = {reporting, std::move(parts)};
    }

    void set(const CubeKey& key, const CubeValue& value)
    {
        const auto place = std::tuple(key.element, key.period, key.option, key.unit);
        if (value.state == ValueState::missing)
            values_.erase(place);
        else
            values_[place] = value;
    }

    CubeAnswer ask(const Slice& slice, DenseIndex unit, int scale) const
    {
        Tally tally;
        for (const auto element : slice.elements)
            for (const auto period : slice.periods)
                for (const auto option : slice.options)
                    for (DenseIndex from = 0; from < reporting(period).size(); ++from) {
                        const auto at = values_.find({element, period, option, from});
                        add(tally,
                            period,
                            from,
                            at == values_.end() ? CubeValue{} : at->second,
                            unit);
                    }
        return finished(tally, scale);
    }

private:
    struct Other {
        Parents reporting;
        std::vector<UnitPart> parts;
    };
    struct Tally {
        Wide sum = 0;
        CubeAnswer answer{};
        std::set<DenseIndex> known_at{};
    };

    const Parents& reporting(DenseIndex period) const
    {
        const auto other = others_.find(period);
        return other == others_.end() ? map_ : other->second.reporting;
    }

    bool is_below(DenseIndex unit, DenseIndex above) const
    {
        for (; unit != no_index; unit = map_[unit])
            if (unit == above) return true;
        return false;
    }

    static bool is_leaf(const Parents& parents, DenseIndex unit)
    {
        return std::ranges::find(parents, unit) == parents.end();
    }

    /// The parts of a unit in the order of where they went; a single unknown share is the rest.
    std::vector<UnitPart> parts_of(DenseIndex period, DenseIndex from) const
    {
        const auto other = others_.find(period);
        if (other == others_.end()) return {{from, from}};
        std::vector<UnitPart> parts;
        std::ranges::copy_if(other->second.parts, std::back_inserter(parts), [&](const auto& part) {
            return part.from == from;
        });
        std::ranges::stable_sort(parts, {}, &UnitPart::to);
        std::ranges::stable_partition(parts, [](const auto& part) {
            return part.share.has_value();
        });
        return parts;
    }

    void
    add(Tally& tally, DenseIndex period, DenseIndex from, const CubeValue& value, DenseIndex unit
    ) const
    {
        const auto parts = parts_of(period, from);
        const auto here = [&](const UnitPart& part) { return is_below(part.to, unit); };
        if (std::ranges::none_of(parts, here)) return;
        count(tally, value, is_leaf(reporting(period), from));
        if (value.state != ValueState::value) return;
        if (std::ranges::all_of(parts, here)) {
            tally.sum += value.number;
            return;
        }
        const auto known_end =
            std::ranges::find(parts, std::optional<UnitShare>{}, &UnitPart::share);
        const auto unknown = std::vector(known_end, parts.end());
        std::int64_t before = 0;
        std::int64_t whole = 1;
        for (auto part = parts.begin(); part != known_end; ++part)
            whole = std::lcm(whole, part->share->denominator);
        for (auto part = parts.begin(); part != known_end; ++part) {
            const auto until = before + whole / part->share->denominator * part->share->numerator;
            if (here(*part)) take(tally, value.number, before, until, whole);
            before = until;
        }
        if (unknown.empty()) return;
        if (std::ranges::all_of(unknown, here))
            take(tally, value.number, before, whole, whole);
        else if (std::ranges::any_of(unknown, here))
            tally.known_at.insert(holding(unknown, unit));
    }

    /// The first unit on the way up that has all of them.
    DenseIndex holding(const std::vector<UnitPart>& parts, DenseIndex unit) const
    {
        while (!std::ranges::all_of(parts, [&](const auto& part) {
            return is_below(part.to, unit);
        }))
            unit = map_[unit];
        return unit;
    }

    /// number × until / whole, rounded, less the same of before.
    static void take(
        Tally& tally,
        std::int64_t number,
        std::int64_t before,
        std::int64_t until,
        std::int64_t whole
    )
    {
        const auto rounded = [&](std::int64_t share) {
            const auto twice = Wide{number} * share * 2 + whole;
            auto down = twice / (Wide{whole} * 2);
            if (down * whole * 2 > twice) --down;
            return down;
        };
        tally.sum += rounded(until) - rounded(before);
        tally.answer.allocated = true;
    }

    static void count(Tally& tally, const CubeValue& value, bool expected)
    {
        auto& counts = tally.answer.counts;
        counts.expected += expected ? 1 : 0;
        counts.not_applicable += value.state == ValueState::not_applicable ? 1 : 0;
        counts.not_arising += value.state == ValueState::not_arising ? 1 : 0;
        if (!value.is_reported()) return;
        ++counts.reported;
        counts.estimated += value.estimated ? 1 : 0;
        counts.accepted += value.accepted ? 1 : 0;
    }

    CubeAnswer finished(const Tally& tally, int scale) const
    {
        auto answer = tally.answer;
        answer.scale = scale;
        if (!tally.known_at.empty()) {
            answer.state = AnswerState::not_known;
            answer.known_at = *std::ranges::min_element(tally.known_at, [&](auto a, auto b) {
                return is_below(b, a) && a != b;
            });
        } else if (tally.sum != static_cast<std::int64_t>(tally.sum)) {
            answer.state = AnswerState::overflow;
        } else if (answer.counts.reported > 0) {
            answer.state = answer.counts.reported == answer.counts.not_arising
                               ? AnswerState::not_arising
                               : AnswerState::value;
            answer.sum = static_cast<std::int64_t>(tally.sum);
        }
        return answer;
    }

    Parents map_;
    std::map<DenseIndex, Other> others_;
    std::map<std::tuple<DenseIndex, DenseIndex, DenseIndex, DenseIndex>, CubeValue> values_;
};

} // namespace tiendo
