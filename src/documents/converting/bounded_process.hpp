#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace tiendo::documents {

struct ProcessBounds {
    std::chrono::seconds time_max{};
    std::size_t memory_bytes_max = 0; ///< of address space, each process
    std::size_t file_bytes_max = 0;
};

/// Runs a program with all its children as one group, in that folder, which is also its home; it
/// hears nothing and what it says is dropped. Whether it ended by itself with 0 in time; none of
/// them is left either way.
bool run_bounded(
    const std::vector<std::string>& command,
    const std::filesystem::path& folder,
    const ProcessBounds& bounds
);

} // namespace tiendo::documents
