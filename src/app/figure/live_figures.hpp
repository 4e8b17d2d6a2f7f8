#pragma once

#include "app/figure/held_period.hpp"
#include "app/figure/held_plans.hpp"
#include "app/figure/live_cube.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace tiendo::app {

/// What counts, held in memory, a period of a plan at a time, and brought up to date from the
/// store's sequence of changes by whoever reads (docs/decisions): the reader's own transaction says
/// how far it sees, so that it is given all of that and nothing more. Any number of threads may
/// ask.
class LiveFigures {
public:
    static constexpr std::size_t cells_max = 1'000'000; // docs/limits.md

    explicit LiveFigures(std::size_t cells = cells_max) : cells_max_(cells) {}
    LiveFigures(const LiveFigures&) = delete;
    LiveFigures& operator=(const LiveFigures&) = delete;

    /// Read from the store where it is not held, and where this very transaction has changed what
    /// counts, since that may be refused yet.
    Result<std::shared_ptr<const HeldPeriod>>
    period(Work& work, const PlanId& plan, const PeriodId& period);

    HeldPlans& plans() { return plans_; }
    /// The sums of all plans, held likewise.
    LiveCube& cube() { return cube_; }

    /// Brings all that is held up to date, so that the next reader need not.
    void catch_up(Work& work);

    /// How many cells are held at present.
    std::size_t cells() const;

private:
    using Key = std::pair<PlanId, PeriodId>;
    struct Version {
        std::int64_t seq = 0; ///< the change up to which it holds
        std::shared_ptr<const HeldPeriod> held{};
    };
    /// One period. Readers that see an earlier moment find theirs among the last versions.
    struct Entry {
        std::mutex turn{};
        std::vector<Version> versions{}; ///< the newest last
    };
    struct Place {
        std::shared_ptr<Entry> entry{};
        std::size_t cells = 0;
        std::uint64_t used = 0; ///< grows with each use
    };

    std::shared_ptr<Entry> entry_for(const Key& key);
    static Result<std::shared_ptr<const HeldPeriod>>
    brought_to(Work& work, std::int64_t seq, const Key& key, const Version& base);
    void keep(const Key& key, Entry& entry, const Version& version);
    void forget(const Key& key);

    HeldPlans plans_{};
    LiveCube cube_{};
    std::size_t cells_max_;
    mutable std::mutex mutex_{}; ///< over what follows; nothing else is waited for under it
    std::map<Key, Place> places_{};
    std::uint64_t uses_ = 0;
};

} // namespace tiendo::app
