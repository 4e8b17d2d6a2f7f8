#pragma once

#include "base/date.hpp"

#include <cstdint>
#include <map>
#include <mutex>
#include <string>

namespace tiendo::web {

/// How often one program may ask: so many requests in a minute, then it waits for the next one.
/// Kept in memory: a restart forgives. May be used by several threads at once.
class Pace {
public:
    explicit Pace(std::int64_t requests_a_minute) : most_(requests_a_minute) {}

    /// Counts one request; answers how many seconds to wait, 0 where it may go on.
    std::int64_t seconds_to_wait(const std::string& program, Instant now);

private:
    struct Minute {
        Instant begin{};
        std::int64_t count = 0;
    };

    std::int64_t most_;
    std::mutex mutex_;
    std::map<std::string, Minute> minutes_;
};

} // namespace tiendo::web
