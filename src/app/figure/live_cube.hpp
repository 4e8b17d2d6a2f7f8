#pragma once

#include "app/work.hpp"
#include "domain/cube/cube.hpp"
#include "domain/cube/cube_directory.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <shared_mutex>
#include <string>
#include <utility>
#include <vector>

namespace tiendo::app {

/// A measure whose numbers a cube holds.
struct CubeMeasure {
    Measure measure{};
    Indicator indicator{};
    std::vector<std::string> keys{};    ///< without breakdown: "num", "den"
    std::vector<DenseIndex> elements{}; ///< one for each key
    std::vector<DenseIndex> options{};  ///< the whole, or the parts that make it up
};

/// The numbers that count, of all plans or of some, on the map on which they were reported.
struct FedCube {
    /// Elements are named as values are exchanged: "1/3.2a/num".
    CubeDirectory names{};
    Cube cube;
    std::map<std::pair<PlanId, MeasureId>, CubeMeasure> measures{};
    std::set<std::pair<PlanId, PeriodId>> run{}; ///< periods that the office runs here
};

/// The cube of all plans, kept in step with the store as LiveFigures are, by the first reader who
/// sees more than it holds.
class LiveCube {
public:
    static constexpr std::size_t bytes_max = std::size_t{512} << 20; // docs/limits.md

    explicit LiveCube(std::size_t bytes = bytes_max) : bytes_max_(bytes) {}
    LiveCube(const LiveCube&) = delete;
    LiveCube& operator=(const LiveCube&) = delete;

    /// The cube as of the reader's moment or a later one, while `use` works; no other change comes
    /// between. Where all plans do not fit, one of the plans that are named.
    Result<Done>
    ask(Work& work,
        const std::set<PlanId>& plans,
        const std::function<Result<Done>(const FedCube&)>& use);

    /// Brings it up to date, if there is one.
    void catch_up(Work& work);

private:
    Result<Done> bring_to(Work& work, std::int64_t seq);

    std::size_t bytes_max_;
    std::shared_mutex turn_{};
    std::unique_ptr<FedCube> fed_{};
    std::int64_t seq_ = 0;
    bool is_too_large_ = false;
};

/// All that counts of those plans, read from the store.
Result<FedCube> feed_cube(Work& work, const std::vector<PlanId>& plans, std::size_t bytes_max);
/// Lays over it what one unit's report says now. False where it has no room for the decimals of a
/// number, and is to be fed anew.
Result<bool> feed_report(Work& work, FedCube& fed, const store::ReportKey& report);

/// As LiveCube::ask(), also where nothing is held in memory.
Result<Done> with_cube(
    Work& work,
    const std::set<PlanId>& plans,
    const std::function<Result<Done>(const FedCube&)>& use
);

} // namespace tiendo::app
