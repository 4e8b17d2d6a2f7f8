#include "app/figure/live_figures.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace tiendo::app {
namespace {

constexpr std::size_t versions_max = 4;

/// What changed of a period's reports; none where more than reports did, so that it is read anew.
std::optional<std::set<std::pair<PeriodId, UnitId>>> changed_reports(
    const std::vector<store::Change>& changes, std::int64_t plan, const PeriodId& period
)
{
    std::set<std::pair<PeriodId, UnitId>> reports;
    for (const auto& [seq, thing] : changes) {
        switch (thing.kind) {
        case store::ChangeKind::report:
            if (thing.plan == plan) reports.emplace(PeriodId(thing.period), UnitId(thing.unit));
            break;
        case store::ChangeKind::period:
            if (thing.plan == plan && thing.period == period.str()) return std::nullopt;
            break;
        case store::ChangeKind::plan:
            if (thing.plan == plan) return std::nullopt;
            break;
        case store::ChangeKind::indicators:
        case store::ChangeKind::units:
        case store::ChangeKind::everything:
            return std::nullopt;
        }
    }
    return reports;
}

} // namespace

Result<std::shared_ptr<const HeldPeriod>>
LiveFigures::period(Work& work, const PlanId& plan, const PeriodId& period)
{
    if (work.kept.changes().has_own())
        return std::make_shared<const HeldPeriod>(TRY(read_period(work, plan, period)));
    const auto seq = work.kept.changes().last_seq();
    const Key key{plan, period};
    const auto entry = entry_for(key);
    const std::lock_guard turn(entry->turn);
    auto& versions = entry->versions;
    const auto later = std::ranges::upper_bound(versions, seq, {}, &Version::seq);
    const auto base = later == versions.begin() ? Version{} : *std::prev(later);
    if (base.held && base.seq == seq) return base.held;
    auto held = brought_to(work, seq, key, base);
    if (!held) {
        forget(key);
        return held.error();
    }
    if (later == versions.end()) keep(key, *entry, {seq, *held});
    return held;
}

Result<std::shared_ptr<const HeldPeriod>>
LiveFigures::brought_to(Work& work, std::int64_t seq, const Key& key, const Version& base)
{
    const auto& [plan, period] = key;
    const auto changes =
        base.held && base.seq < seq ? work.kept.changes().since(base.seq) : std::nullopt;
    const auto reports =
        changes ? changed_reports(*changes, TRY(number_of(plan)), period) : std::nullopt;
    if (!reports) return std::make_shared<const HeldPeriod>(TRY(read_period(work, plan, period)));
    if (reports->empty()) return base.held;
    return std::make_shared<const HeldPeriod>(TRY(with_changed_reports(work, *base.held, *reports))
    );
}

std::shared_ptr<LiveFigures::Entry> LiveFigures::entry_for(const Key& key)
{
    const std::lock_guard lock(mutex_);
    auto& place = places_[key];
    if (!place.entry) place.entry = std::make_shared<Entry>();
    place.used = ++uses_;
    return place.entry;
}

void LiveFigures::keep(const Key& key, Entry& entry, const Version& version)
{
    auto& versions = entry.versions;
    versions.push_back(version);
    if (versions.size() > versions_max) versions.erase(versions.begin());
    const std::lock_guard lock(mutex_);
    const auto place = places_.find(key);
    if (place == places_.end() || place->second.entry.get() != &entry) return;
    place->second.cells = version.held->cells();
    for (;;) {
        std::size_t cells = 0;
        for (const auto& [each, held] : places_)
            cells += held.cells;
        if (cells <= cells_max_) return;
        // The least used goes first; what is too large by itself is not held at all.
        const auto idle = std::ranges::min_element(places_, {}, [](const auto& each) {
            return each.second.used;
        });
        places_.erase(idle);
    }
}

void LiveFigures::forget(const Key& key)
{
    const std::lock_guard lock(mutex_);
    places_.erase(key);
}

Result<std::shared_ptr<const HeldPeriod>>
held_period(Work& work, const PlanId& plan, const PeriodId& period)
{
    if (work.live != nullptr) return work.live->period(work, plan, period);
    return std::make_shared<const HeldPeriod>(TRY(read_period(work, plan, period)));
}

void LiveFigures::catch_up(Work& work)
{
    std::vector<Key> keys;
    {
        const std::lock_guard lock(mutex_);
        for (const auto& [key, place] : places_)
            keys.push_back(key);
    }
    for (const auto& [plan, held_period] : keys)
        (void)period(work, plan, held_period);
    cube_.catch_up(work);
}

std::size_t LiveFigures::cells() const
{
    const std::lock_guard lock(mutex_);
    std::size_t cells = 0;
    for (const auto& [key, place] : places_)
        cells += place.cells;
    return cells;
}

} // namespace tiendo::app
