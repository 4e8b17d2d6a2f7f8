#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>

namespace tiendo::documents {

struct ChildAnswer {
    std::string output{};
    int exit_code = -1; ///< -1 where a signal ended it
    int signal = 0;
    bool timed_out = false;
    bool too_long = false; ///< it wrote more than it may
};

struct ChildLimits {
    std::chrono::milliseconds time_max{};
    std::size_t output_bytes_max = 0;
};

/// Starts the program with one argument, an empty environment and no open file but the ends of two
/// pipes, feeds it the bytes and collects what it says. Throws Fault where it cannot be started.
ChildAnswer run_child(
    const std::filesystem::path& program,
    const std::string& argument,
    std::string_view input,
    const ChildLimits& limits
);

} // namespace tiendo::documents
