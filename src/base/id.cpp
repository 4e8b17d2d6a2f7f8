#include "base/id.hpp"

#include "base/digest.hpp"

#include <fmt/format.h>

namespace tiendo {

std::string new_uuid7(long long unix_milliseconds)
{
    auto bytes = random_bytes(16);
    for (std::size_t i = 0; i < 6; ++i) {
        bytes[i] = static_cast<char>((unix_milliseconds >> (8 * (5 - i))) & 0xff);
    }
    bytes[6] = static_cast<char>((bytes[6] & 0x0f) | 0x70);
    bytes[8] = static_cast<char>((bytes[8] & 0x3f) | 0x80);
    const auto hex = to_hex(bytes);
    return fmt::format(
        "{}-{}-{}-{}-{}",
        hex.substr(0, 8),
        hex.substr(8, 4),
        hex.substr(12, 4),
        hex.substr(16, 4),
        hex.substr(20)
    );
}

} // namespace tiendo
