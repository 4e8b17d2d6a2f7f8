#include "domain/plan/parent_comparison.hpp"

#include "base/text.hpp"
#include "domain/plan/text_likeness.hpp"

#include <algorithm>
#include <map>
#include <string_view>

namespace tiendo {
namespace {

/// Below it two targets share common words only.
constexpr double likeness_min = 0.3;

std::vector<std::string> texts_of(const std::vector<ReadTarget>& targets)
{
    std::vector<std::string> texts;
    for (const auto& target : targets)
        texts.push_back(target.text);
    return texts;
}

/// Milestones of one quantity: "60% vào năm 2025 và 75% vào năm 2030".
using Series = std::vector<Quantity>;

bool continues(const Quantity& before, const Quantity& next)
{
    return before.unit == next.unit && before.change == next.change && before.due && next.due &&
           *before.due < *next.due;
}

std::vector<Series> series_of(const std::vector<Quantity>& quantities)
{
    std::vector<Series> all;
    for (const auto& quantity : quantities) {
        if (all.empty() || !continues(all.back().back(), quantity)) all.emplace_back();
        all.back().push_back(quantity);
    }
    return all;
}

/// +1 where more is better, -1 where less is; none where nearness counts.
std::optional<int> direction_of(const Quantity& quantity)
{
    switch (quantity.comparator) {
    case Comparator::at_least:
    case Comparator::above:
        return 1;
    case Comparator::at_most:
    case Comparator::below:
        return -1;
    case Comparator::about:
    case Comparator::exactly:
        return std::nullopt;
    }
    return std::nullopt;
}

/// The first milestone that is not due before the own one; else the last that there is.
const Quantity& in_force(const Series& milestones, const Quantity& own)
{
    const auto found = std::ranges::find_if(milestones, [&](const Quantity& milestone) {
        return !own.due || !milestone.due || *milestone.due >= *own.due;
    });
    return found == milestones.end() ? milestones.back() : *found;
}

ParentStanding standing_of(const Quantity& own, const Quantity& parent)
{
    if (own.unit != parent.unit || own.change != parent.change || own.every != parent.every)
        return ParentStanding::other_unit;
    auto direction = direction_of(parent);
    if (!direction) direction = direction_of(own);
    if (own.value == parent.value) {
        const bool own_is_strict =
            own.comparator == Comparator::above || own.comparator == Comparator::below;
        const bool parent_is_strict =
            parent.comparator == Comparator::above || parent.comparator == Comparator::below;
        if (own_is_strict == parent_is_strict || !direction) return ParentStanding::same;
        return own_is_strict ? ParentStanding::stricter : ParentStanding::weaker;
    }
    if (!direction) return ParentStanding::differs;
    const bool asks_more = (own.value > parent.value) == (*direction > 0);
    if (asks_more) return ParentStanding::stricter;
    const bool is_earlier = own.due && parent.due && *own.due < *parent.due;
    return is_earlier ? ParentStanding::on_the_way : ParentStanding::weaker;
}

/// Series answer each other in the order in which both texts name them.
std::vector<ComparedQuantity>
compared(const std::vector<Series>& own, const std::vector<Series>& parent)
{
    std::vector<ComparedQuantity> all;
    for (std::size_t i = 0; i < std::max(own.size(), parent.size()); ++i) {
        if (i >= parent.size()) {
            for (const auto& quantity : own[i])
                all.push_back({quantity, {}, ParentStanding::only_here});
            continue;
        }
        if (i >= own.size()) {
            for (const auto& quantity : parent[i])
                all.push_back({{}, quantity, ParentStanding::only_above});
            continue;
        }
        for (const auto& quantity : own[i]) {
            const auto& above = in_force(parent[i], quantity);
            all.push_back({quantity, above, standing_of(quantity, above)});
        }
    }
    return all;
}

/// The part of the parent's series that the k-th of several own targets answers.
std::vector<Series> share_of(const std::vector<Series>& series, std::size_t before, std::size_t own)
{
    if (before >= series.size()) return {};
    const auto first = series.begin() + static_cast<std::ptrdiff_t>(before);
    const auto count = std::min(own, series.size() - before);
    return {first, first + static_cast<std::ptrdiff_t>(count)};
}

int occurrences(std::string_view text, std::string_view phrase)
{
    int count = 0;
    for (auto at = text.find(phrase); at != std::string_view::npos;
         at = text.find(phrase, at + phrase.size()))
        ++count;
    return count;
}

/// A target with two quantities may narrow both: what is said once less is gone as well.
std::vector<std::string> dropped_phrases(
    const std::string& own, const std::string& parent, const std::vector<std::string>& narrowing
)
{
    std::vector<std::string> dropped;
    const auto here = name_key(own);
    const auto above = name_key(parent);
    for (const auto& phrase : narrowing) {
        const auto key = name_key(phrase);
        if (occurrences(above, key) > occurrences(here, key)) dropped.push_back(phrase);
    }
    return dropped;
}

} // namespace

std::vector<ComparedTarget> compare_with_parent(
    const std::vector<ReadTarget>& own,
    const std::vector<ReadTarget>& parent,
    const std::vector<std::string>& narrowing
)
{
    // Several own targets may take one apart.
    const auto match =
        most_alike(texts_of(own), texts_of(parent), likeness_min, Matching::many_to_one);
    std::map<std::size_t, std::size_t> sharers;
    std::map<std::size_t, std::size_t> answered; ///< series of a parent that own targets have used
    for (const auto& [_, above] : match)
        ++sharers[above];
    std::vector<ComparedTarget> all;
    for (std::size_t i = 0; i < own.size(); ++i) {
        ComparedTarget line;
        line.own = own[i];
        if (const auto found = match.find(i); found != match.end()) {
            const auto above = found->second;
            const auto own_series = series_of(own[i].quantities);
            auto parent_series = series_of(parent[above].quantities);
            if (sharers[above] > 1) {
                parent_series = share_of(parent_series, answered[above], own_series.size());
                answered[above] += own_series.size();
            }
            line.parent = parent[above];
            line.quantities = compared(own_series, parent_series);
            line.dropped = dropped_phrases(own[i].text, parent[above].text, narrowing);
        }
        all.push_back(std::move(line));
    }
    for (std::size_t j = 0; j < parent.size(); ++j) {
        if (sharers.contains(j)) continue;
        ComparedTarget line;
        line.parent = parent[j];
        all.push_back(std::move(line));
    }
    return all;
}

std::vector<ReadTarget> targets_of(const PlanReading& reading)
{
    std::vector<ReadTarget> all;
    for (const auto& objective : reading.objectives)
        all.insert(all.end(), objective.targets.begin(), objective.targets.end());
    return all;
}

std::vector<ReadTarget> targets_of(const Plan& plan)
{
    std::vector<ReadTarget> all;
    for (const auto& objective : plan.objectives) {
        for (const auto& target : objective.targets) {
            ReadTarget read{target.id, target.text, target.lines, {}};
            for (const auto& id : target.measures) {
                const auto* measure = plan.measure(id);
                if (measure == nullptr) continue;
                if (measure->quantity) read.quantities.push_back(*measure->quantity);
                if (measure->inner) read.quantities.push_back(*measure->inner);
            }
            all.push_back(std::move(read));
        }
    }
    return all;
}

} // namespace tiendo
