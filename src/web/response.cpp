#include "web/response.hpp"

#include "base/result.hpp"
#include "base/text.hpp"
#include "web/percent.hpp"

#include <algorithm>

namespace tiendo::web {

namespace {

bool same_header(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, [](char x, char y) {
        const auto lower = [](char c) {
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        };
        return lower(x) == lower(y);
    });
}

Response of_type(std::string_view type, std::string body, int status)
{
    Response response;
    response.status = status;
    response.body = std::move(body);
    response.set("Content-Type", std::string(type));
    return response;
}

} // namespace

std::string_view Response::header(std::string_view name) const
{
    for (const auto& [key, value] : headers)
        if (same_header(key, name)) return value;
    return {};
}

Response& Response::set(std::string_view name, std::string value)
{
    for (auto& [key, old] : headers) {
        if (!same_header(key, name)) continue;
        old = std::move(value);
        return *this;
    }
    headers.emplace_back(std::string(name), std::move(value));
    return *this;
}

Response html(std::string body, int status)
{
    return of_type("text/html; charset=utf-8", std::move(body), status);
}

Response json(std::string body, int status)
{
    return of_type("application/json; charset=utf-8", std::move(body), status);
}

Response plain_text(std::string body, int status)
{
    return of_type("text/plain; charset=utf-8", std::move(body), status);
}

bool is_own_path(std::string_view path)
{
    if (path.empty() || path.front() != '/') return false;
    if (path.size() > 1 && (path[1] == '/' || path[1] == '\\')) return false;
    return std::ranges::all_of(path, [](char c) {
        return static_cast<unsigned char>(c) > 0x20 && c != 0x7F && c != '\\';
    });
}

Response see_other(std::string_view path)
{
    ensure(is_own_path(path), "a redirect leads to our own pages only");
    Response response;
    response.status = 303;
    response.set("Location", std::string(path));
    return response;
}

Response download(std::string bytes, std::string_view filename, std::string_view content_type)
{
    Response response = of_type(content_type, std::move(bytes), 200);
    std::string plain;
    for (const char c : search_key(filename))
        plain += (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ? c : '_';
    response.set(
        "Content-Disposition",
        "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + percent_encode(filename)
    );
    return response;
}

void add_cookie(Response& response, const Cookie& cookie)
{
    std::string text =
        cookie.name + "=" + cookie.value + "; Path=/; HttpOnly; SameSite=" + cookie.same_site;
    if (cookie.is_secure) text += "; Secure";
    if (cookie.max_age_seconds >= 0) text += "; Max-Age=" + std::to_string(cookie.max_age_seconds);
    response.headers.emplace_back("Set-Cookie", std::move(text));
}

} // namespace tiendo::web
