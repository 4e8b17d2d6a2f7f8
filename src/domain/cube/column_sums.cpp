#include "domain/cube/column_sums.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>

namespace tiendo {
namespace {

constexpr std::uint64_t half = 0xffff'ffffU;

/// As many rows as counts of eight bits can hold.
constexpr std::size_t rows_at_once = 255;
constexpr std::size_t planes_max = 8;
/// So many words go through together that the compiler can use registers of any width.
constexpr std::size_t words_at_once = 8;
using Planes = std::array<std::array<std::uint64_t, words_at_once>, planes_max>;

/// By byte, its bits as bytes of 0 and 1.
constexpr auto bits_as_bytes = [] {
    std::array<std::uint64_t, 256> table{};
    for (std::size_t byte = 0; byte < table.size(); ++byte)
        for (unsigned bit = 0; bit < 8; ++bit)
            table[byte] |= std::uint64_t{byte >> bit & 1U} << (8 * bit);
    return table;
}();

template <std::size_t count> void add_row(Planes& planes, const std::uint64_t* words)
{
    std::array<std::uint64_t, words_at_once> carry;
    std::copy_n(words, words_at_once, carry.begin());
    for (std::size_t plane = 0; plane < count; ++plane)
        for (std::size_t word = 0; word < words_at_once; ++word) {
            const auto both = planes[plane][word] & carry[word];
            planes[plane][word] ^= carry[word];
            carry[word] = both;
        }
}

/// Counts through the rows at some words; where a row ends before, what is beyond it is not set.
void count_words(
    Planes& planes, std::span<const std::span<const std::uint64_t>> rows, std::size_t first
)
{
    planes = {};
    std::array<std::uint64_t, words_at_once> edge;
    for (std::size_t k = 0; k < rows.size(); ++k) {
        const auto* words = rows[k].data() + first;
        if (rows[k].size() < first + words_at_once) {
            edge = {};
            std::ranges::copy(rows[k].subspan(first), edge.begin());
            words = edge.data();
        }
        if (k < 7)
            add_row<3>(planes, words);
        else if (k < 31)
            add_row<5>(planes, words);
        else
            add_row<8>(planes, words);
    }
}

/// The eight counts that stand across the planes at one byte of a word.
std::uint64_t counts_at(const Planes& planes, std::size_t word, unsigned byte)
{
    std::uint64_t counts = 0;
    for (std::size_t plane = 0; plane < planes_max; ++plane)
        counts += bits_as_bytes[planes[plane][word] >> (8 * byte) & 0xffU] << plane;
    return counts;
}

} // namespace

bool fits_64_bits(Wide number)
{
    return number >= std::numeric_limits<std::int64_t>::min() &&
           number <= std::numeric_limits<std::int64_t>::max();
}

Wide sum_of(std::span<const std::int32_t> numbers)
{
    // Two at a time, as unsigned numbers that are 2^31 too large each: these need no sign when they
    // become wider, and stay in their place.
    constexpr std::uint64_t shift = 0x8000'0000U;
    std::uint64_t first = 0;
    std::uint64_t second = 0;
    const auto pairs = numbers.size() / 2;
    for (std::size_t k = 0; k < pairs; ++k) {
        std::uint64_t pair = 0;
        std::memcpy(&pair, numbers.data() + 2 * k, sizeof pair);
        pair ^= shift << 32U | shift;
        first += pair & half;
        second += pair >> 32U;
    }
    auto sum = Wide{first} + second - Wide{2 * pairs} * shift;
    if (numbers.size() % 2 != 0) sum += numbers.back();
    return sum;
}

Wide sum_of_all(std::span<const std::span<const std::int32_t>> ranges)
{
    constexpr std::size_t line = 64 / sizeof(std::int32_t);
    constexpr std::size_t chunk = 16 * line;
    Wide sum = 0;
    for (std::size_t k = 0; k < ranges.size(); ++k) {
        const auto numbers = ranges[k];
        const auto next = k + 1 < ranges.size() ? ranges[k + 1] : numbers.first(0);
        for (std::size_t from = 0; from < numbers.size(); from += chunk) {
            const auto until = std::min(from + chunk, next.size());
            for (auto ahead = from; ahead < until; ahead += line)
                __builtin_prefetch(next.data() + ahead);
            sum += sum_of(numbers.subspan(from, std::min(chunk, numbers.size() - from)));
        }
    }
    return sum;
}

Wide sum_of(std::span<const std::int64_t> numbers)
{
    // Both halves apart, so that neither overflows; unsigned, as above.
    constexpr std::uint64_t shift = std::uint64_t{1} << 63U;
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    for (const auto number : numbers) {
        const auto shifted = static_cast<std::uint64_t>(number) ^ shift;
        low += shifted & half;
        high += shifted >> 32U;
    }
    return (Wide{high} << 32U) + Wide{low} - (Wide{numbers.size()} << 63U);
}

void add_each(std::span<std::int64_t> sums, std::span<const std::int32_t> numbers)
{
    for (std::size_t k = 0; k < sums.size(); ++k)
        sums[k] += numbers[k];
}

void add_each(std::span<std::int64_t> sums, std::span<const std::int64_t> numbers)
{
    for (std::size_t k = 0; k < sums.size(); ++k)
        sums[k] += numbers[k];
}

void add_each(std::span<std::uint32_t> sums, std::span<const std::uint32_t> numbers)
{
    for (std::size_t k = 0; k < sums.size(); ++k)
        sums[k] += numbers[k];
}

void count_bits(
    std::span<std::uint32_t> counts,
    DenseIndex begin,
    std::span<const std::span<const std::uint64_t>> rows
)
{
    const auto end = begin + counts.size();
    Planes planes;
    while (!rows.empty()) {
        const auto some = rows.first(std::min(rows.size(), rows_at_once));
        rows = rows.subspan(some.size());
        for (auto first = begin / 64; std::size_t{first} * 64 < end; first += words_at_once) {
            count_words(planes, some, first);
            for (std::size_t byte = 0; byte < words_at_once * 8; ++byte) {
                const auto position = (first + byte / 8) * 64 + byte % 8 * 8;
                if (position + 8 <= begin || position >= end) continue;
                auto eight = counts_at(planes, byte / 8, static_cast<unsigned>(byte % 8));
                for (auto k = position; k < position + 8; ++k, eight >>= 8U)
                    if (k >= begin && k < end)
                        counts[k - begin] += static_cast<std::uint32_t>(eight & 0xffU);
            }
        }
    }
}

} // namespace tiendo
