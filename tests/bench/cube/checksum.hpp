#pragma once

#include <cstdint>
#include <vector>

namespace tiendo::bench {

/// Rows of an answer: keys and numbers, as SQL would give them.
using Rows = std::vector<std::vector<std::int64_t>>;

/// The sum of the FNV-1a digests of all rows as text ("5,57,1203"), modulo 2^64: the order of rows
/// does not matter.
std::uint64_t checksum(const Rows& rows);

} // namespace tiendo::bench
