#pragma once

#include "app/work.hpp"

#include <string>
#include <string_view>

namespace tiendo::app {

/// The secret that signs the forms of those who are not signed in; made when first asked for, kept
/// so that an open sign-in page outlives a restart.
std::string visitor_key(Office& office);

/// A secret of the store's own under that name; made when first asked for.
std::string kept_secret(Office& office, const std::string& setting);

/// HMAC-SHA-512-256 of the text, as hexadecimal digits.
std::string keyed_digest(std::string_view key, std::string_view text);

} // namespace tiendo::app
