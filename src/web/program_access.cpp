#include "web/program_access.hpp"

#include "base/text.hpp"
#include "web/error_page.hpp"

namespace tiendo::web {

std::optional<std::string> access_token_in(const Request& request)
{
    if (!request.path.starts_with("/api/")) return std::nullopt;
    const auto header = trim(request.headers["authorization"]);
    const std::string_view text = header;
    const auto space = text.find(' ');
    if (space == std::string_view::npos) return std::nullopt;
    const auto scheme = to_lower(text.substr(0, space));
    if (scheme != "bearer" && scheme != "apitoken") return std::nullopt;
    return std::string(trim(text.substr(space)));
}

Response token_refused(const Request& request, const Error& refusal)
{
    constexpr int unauthorized = 401;
    auto response = error_page(request, unauthorized, refusal);
    response.set("WWW-Authenticate", R"(Bearer realm="Tien Do", error="invalid_token")");
    return response;
}

Response too_fast(const Request& request, std::int64_t seconds)
{
    constexpr int too_many_requests = 429;
    auto response = error_page(
        request,
        too_many_requests,
        refuse(
            Refusal::conflict,
            "token.too_fast",
            {{"count", std::to_string(program_requests_a_minute)},
             {"seconds", std::to_string(seconds)}}
        )
    );
    response.set("Retry-After", std::to_string(seconds));
    return response;
}

} // namespace tiendo::web
