#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tiendo {

/// SHA-256 of the bytes, as 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

/// Bytes from the operating system's generator.
std::string random_bytes(std::size_t count);

/// A token of that many random bytes, in URL-safe base64 without padding.
std::string random_token(std::size_t byte_count = 32);

std::string to_hex(std::string_view bytes);

/// Compares in a time that does not depend on where the texts differ.
bool equal_in_constant_time(std::string_view a, std::string_view b);

} // namespace tiendo
