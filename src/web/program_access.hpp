#pragma once

#include "base/result.hpp"
#include "web/request.hpp"
#include "web/response.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace tiendo::web {

/// So many requests a program may make in a minute (docs/limits.md).
inline constexpr std::int64_t program_requests_a_minute = 300;

/// The token that a program shows below /api: "Authorization: Bearer …", or "ApiToken …" as clients
/// of DHIS2 say it. None elsewhere: no page opens by a token. Other schemes are somebody else's,
/// such as a proxy's.
std::optional<std::string> access_token_in(const Request& request);

/// 401: the sentence says why the token does not open.
Response token_refused(const Request& request, const Error& refusal);

/// 429, with the seconds after which the program may go on.
Response too_fast(const Request& request, std::int64_t seconds);

} // namespace tiendo::web
