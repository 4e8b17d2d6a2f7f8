#pragma once

#include <cstddef>

namespace tiendo::documents {

/// What a package may cost before it is refused (docs/limits.md). Sizes are counted while
/// inflating: what an archive declares about itself is not believed.
struct PackageLimits {
    static constexpr std::size_t entries_max = 2'000;
    static constexpr std::size_t entry_bytes_max = std::size_t{64} << 20;
    static constexpr std::size_t all_bytes_max = std::size_t{256} << 20;
    static constexpr std::size_t ratio_max = 400;
    static constexpr std::size_t ratio_from_bytes = std::size_t{8} << 20;
    static constexpr int xml_depth_max = 200;
    static constexpr std::size_t sheet_rows_max = 200'000; ///< of all sheets together
};

} // namespace tiendo::documents
