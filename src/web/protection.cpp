#include "web/protection.hpp"

#include "base/digest.hpp"
#include "base/text.hpp"
#include "web/assets.hpp"

namespace tiendo::web {

namespace {

void set_unless_given(Response& response, std::string_view name, std::string_view value)
{
    if (response.header(name).empty()) response.set(name, std::string(value));
}

} // namespace

void protect(Response& response, bool is_secure)
{
    static const std::string policy =
        "default-src 'none'; script-src 'self'; style-src 'self' " +
        Assets::embedded().style_source() +
        "; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; "
        "frame-ancestors 'none'; base-uri 'none'";
    // A file that somebody uploaded has a stricter one of its own.
    set_unless_given(response, "Content-Security-Policy", policy);
    response.set("X-Content-Type-Options", "nosniff");
    response.set("X-Frame-Options", "DENY");
    response.set("Referrer-Policy", "same-origin");
    response.set("Cross-Origin-Opener-Policy", "same-origin");
    response.set("Cross-Origin-Resource-Policy", "same-origin");
    response.set(
        "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
    );
    if (is_secure) response.set("Strict-Transport-Security", "max-age=31536000");
    set_unless_given(response, "Cache-Control", "no-store");
}

bool is_foreign(const Request& request)
{
    if (request.method == Method::get) return false;
    const auto site = request.headers["sec-fetch-site"];
    if (!site.empty() && site != "same-origin" && site != "none") return true;
    const auto origin = request.headers["origin"];
    if (origin.empty()) return false;
    const auto scheme_end = origin.find("://");
    if (scheme_end == std::string_view::npos) return true; // "null"
    return to_lower(origin.substr(scheme_end + 3)) != to_lower(request.headers["host"]);
}

bool has_form_token(const Request& request, std::string_view token)
{
    if (token.empty()) return false;
    const auto field = request.form["csrf"];
    return equal_in_constant_time(field.empty() ? request.headers["x-csrf-token"] : field, token);
}

} // namespace tiendo::web
