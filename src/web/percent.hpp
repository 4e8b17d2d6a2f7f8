#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tiendo::web {

/// For one path segment or one query value: all but unreserved characters as %XX (RFC 3986).
std::string percent_encode(std::string_view text);

enum class Plus { is_plus, is_space };

/// None where a "%" is not followed by two hexadecimal digits, or the result is not UTF-8 or holds
/// a zero byte. The result is in NFC.
std::optional<std::string> percent_decode(std::string_view text, Plus plus);

} // namespace tiendo::web
