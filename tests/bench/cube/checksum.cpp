#include "cube/checksum.hpp"

#include <string>

namespace tiendo::bench {

std::uint64_t checksum(const Rows& rows)
{
    std::uint64_t sum = 0;
    for (const auto& row : rows) {
        std::string text;
        for (const auto number : row)
            text += (text.empty() ? "" : ",") + std::to_string(number);
        std::uint64_t digest = 0xcbf29ce484222325U;
        for (const char byte : text)
            digest = (digest ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
        sum += digest;
    }
    return sum;
}

} // namespace tiendo::bench
