#pragma once

#include "app/work.hpp"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <utility>

namespace tiendo::app {

/// What nearly every use case reads first and seldom changes: the plan in use with its lists of
/// units, a period, the library. Held as it was read, for as long as the store's sequence of
/// changes tells of none that touches it.
class HeldPlans {
public:
    Result<Plan> plan(Work& work, const PlanId& id, const std::function<Result<Plan>()>& read);
    Result<Period> period(
        Work& work,
        const PlanId& plan,
        const PeriodId& id,
        const std::function<Result<Period>()>& read
    );
    IndicatorLibrary indicators(Work& work, const std::function<IndicatorLibrary()>& read);

private:
    /// True for every moment from `from` to `to`.
    template <class Value> struct Held {
        std::int64_t from = 0;
        std::int64_t to = 0;
        std::shared_ptr<const Value> value{};
    };
    using Touches = std::function<bool(const store::ChangedThing&)>;

    template <class Value>
    std::shared_ptr<const Value> find(Work& work, Held<Value>& held, const Touches& touches);
    template <class Value> void keep(Work& work, Held<Value>& held, const Value& value);

    std::mutex mutex_{};
    std::map<PlanId, Held<Plan>> plans_{};
    std::map<std::pair<PlanId, PeriodId>, Held<Period>> periods_{};
    Held<IndicatorLibrary> indicators_{};
};

} // namespace tiendo::app
