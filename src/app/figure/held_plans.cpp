#include "app/figure/held_plans.hpp"

#include <algorithm>

namespace tiendo::app {
namespace {

constexpr std::size_t held_max = 64; // docs/limits.md

/// Room for one more; which ones are read again does not matter.
template <class Held> auto& place_in(Held& held, const typename Held::key_type& key)
{
    if (held.size() >= held_max && !held.contains(key)) held.erase(held.begin());
    return held[key];
}

} // namespace

template <class Value>
std::shared_ptr<const Value> HeldPlans::find(Work& work, Held<Value>& held, const Touches& touches)
{
    auto changes = work.kept.changes();
    if (!held.value || changes.has_own()) return nullptr;
    const auto seq = changes.last_seq();
    if (seq < held.from) return nullptr;
    if (seq <= held.to) return held.value;
    const auto since = changes.since(held.to);
    if (!since) return nullptr;
    const bool is_touched = std::ranges::any_of(*since, [&](const store::Change& change) {
        return change.thing.kind == store::ChangeKind::everything || touches(change.thing);
    });
    if (is_touched) return nullptr;
    held.to = seq;
    return held.value;
}

template <class Value> void HeldPlans::keep(Work& work, Held<Value>& held, const Value& value)
{
    auto changes = work.kept.changes();
    if (changes.has_own()) return;
    const auto seq = changes.last_seq();
    if (held.value && seq < held.to) return;
    held = {seq, seq, std::make_shared<const Value>(value)};
}

Result<Plan>
HeldPlans::plan(Work& work, const PlanId& id, const std::function<Result<Plan>()>& read)
{
    const auto number = TRY(number_of(id));
    const auto touches = [&](const store::ChangedThing& thing) {
        return thing.kind == store::ChangeKind::units ||
               (thing.kind == store::ChangeKind::plan && thing.plan == number);
    };
    {
        const std::lock_guard lock(mutex_);
        const auto held = plans_.find(id);
        if (held != plans_.end())
            if (const auto known = find(work, held->second, touches)) return *known;
    }
    auto plan = TRY(read());
    const std::lock_guard lock(mutex_);
    keep(work, place_in(plans_, id), plan);
    return plan;
}

Result<Period> HeldPlans::period(
    Work& work, const PlanId& plan, const PeriodId& id, const std::function<Result<Period>()>& read
)
{
    const auto number = TRY(number_of(plan));
    const auto touches = [&](const store::ChangedThing& thing) {
        return thing.kind == store::ChangeKind::period && thing.plan == number &&
               thing.period == id.str();
    };
    {
        const std::lock_guard lock(mutex_);
        const auto held = periods_.find({plan, id});
        if (held != periods_.end())
            if (const auto known = find(work, held->second, touches)) return *known;
    }
    auto period = TRY(read());
    const std::lock_guard lock(mutex_);
    keep(work, place_in(periods_, {plan, id}), period);
    return period;
}

IndicatorLibrary HeldPlans::indicators(Work& work, const std::function<IndicatorLibrary()>& read)
{
    const auto touches = [](const store::ChangedThing& thing) {
        return thing.kind == store::ChangeKind::indicators;
    };
    {
        const std::lock_guard lock(mutex_);
        if (const auto known = find(work, indicators_, touches)) return *known;
    }
    auto indicators = read();
    const std::lock_guard lock(mutex_);
    keep(work, indicators_, indicators);
    return indicators;
}

} // namespace tiendo::app
