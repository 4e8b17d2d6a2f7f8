#pragma once

#include "web/request.hpp"

#include <array>
#include <atomic>
#include <cstdint>
#include <string>

namespace tiendo::web {

/// What the operator's monitoring reads at /metrics, in Prometheus' text form. It counts answers
/// alone: no name, no unit and no figure is in it.
class Metrics {
public:
    /// May be called by several threads at once.
    void count(int status);

    std::string text(bool is_ready) const;

private:
    std::array<std::atomic<std::uint64_t>, 5> answers_{}; ///< 1xx to 5xx
};

/// Whether the request was made on this machine and came through no proxy.
bool is_from_this_machine(const Request& request);

} // namespace tiendo::web
