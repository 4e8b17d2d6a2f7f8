#pragma once

#include "domain/cube/cube_column.hpp"

#include <span>
#include <vector>

namespace tiendo {

bool fits_64_bits(Wide number);

/// The exact sum of a range of numbers.
Wide sum_of(std::span<const std::int32_t> numbers);
Wide sum_of(std::span<const std::int64_t> numbers);
/// The same of ranges one after the other, each of them fetched while the one before it is added
/// up: left to itself, the processor notices a new range too late and waits for its memory.
Wide sum_of_all(std::span<const std::span<const std::int32_t>> ranges);

/// sums[k] += numbers[k]. The caller sees to it that nothing overflows.
void add_each(std::span<std::int64_t> sums, std::span<const std::int32_t> numbers);
void add_each(std::span<std::int64_t> sums, std::span<const std::int64_t> numbers);
void add_each(std::span<std::uint32_t> sums, std::span<const std::uint32_t> numbers);

/// counts[k] += in how many of the bit rows the bit `begin` + k is set. Sixty-four units are
/// counted at once: their counts stand across some words, of which the first holds the ones of all
/// of them, the second the twos, and so on.
void count_bits(
    std::span<std::uint32_t> counts,
    DenseIndex begin,
    std::span<const std::span<const std::uint64_t>> rows
);

} // namespace tiendo
