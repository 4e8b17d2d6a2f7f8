#include "web/server/wire.hpp"

#include <algorithm>
#include <array>
#include <ctime>
#include <iterator>
#include <set>

namespace tiendo::web {

namespace http = boost::beast::http;

namespace {

std::string http_date()
{
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::array<char, 40> text{};
    const auto size = std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
    return {text.data(), size};
}

} // namespace

std::optional<Method> method_of(http::verb verb)
{
    switch (verb) {
    case http::verb::get:
    case http::verb::head:
        return Method::get;
    case http::verb::post:
        return Method::post;
    case http::verb::put:
        return Method::put;
    case http::verb::patch:
        return Method::patch;
    case http::verb::delete_:
        return Method::remove;
    default:
        return std::nullopt;
    }
}

bool has_clean_lines(std::string_view head)
{
    for (auto at = head.find('\n'); at != std::string_view::npos; at = head.find('\n', at + 1)) {
        if (at == 0 || head[at - 1] != '\r') return false;
        if (at + 1 < head.size() && (head[at + 1] == ' ' || head[at + 1] == '\t')) return false;
    }
    return true;
}

int status_of(const boost::system::error_code& error)
{
    if (error == http::error::body_limit) return 413;
    if (error == http::error::header_limit || error == http::error::buffer_overflow) return 431;
    return 400;
}

std::string head_text(const Response& response, bool keeps_alive)
{
    std::string head =
        "HTTP/1.1 " + std::to_string(response.status) + " " +
        std::string(http::obsolete_reason(static_cast<http::status>(response.status))) +
        "\r\nDate: " + http_date() + "\r\n";
    const auto line = [&](std::string_view name, std::string_view value) {
        head.append(name).append(": ");
        // Nothing that a user typed may begin a header of its own.
        std::ranges::copy_if(value, std::back_inserter(head), [](char c) {
            return static_cast<unsigned char>(c) >= 0x20 && c != 0x7F;
        });
        head += "\r\n";
    };
    for (const auto& [name, value] : response.headers)
        line(name, value);
    if (response.status != 304) line("Content-Length", std::to_string(response.body.size()));
    line("Connection", keeps_alive ? "keep-alive" : "close");
    return head += "\r\n";
}

Request
to_request(Parser& parser, std::string remote_address, const std::vector<std::string>& proxies)
{
    auto message = parser.release();
    Request request;
    request.method = *method_of(message.method());
    request.path = std::string(message.target());
    Fields headers;
    std::set<std::string> seen;
    for (const auto& field : message) {
        std::string name(field.name_string());
        std::ranges::transform(name, name.begin(), [](char c) {
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        });
        if (!seen.insert(name).second) continue;
        std::string joined;
        const auto range = message.equal_range(field.name_string());
        for (auto it = range.first; it != range.second; ++it) {
            if (!joined.empty()) joined += name == "cookie" ? "; " : ", ";
            joined += std::string(it->value());
        }
        headers.add(std::move(name), std::move(joined));
    }
    request.headers = std::move(headers);
    request.remote_address = std::move(remote_address);
    if (std::ranges::find(proxies, request.remote_address) != proxies.end()) {
        const auto forwarded = request.headers["x-forwarded-for"];
        const auto last = forwarded.substr(forwarded.rfind(',') + 1);
        const auto start = last.find_first_not_of(' ');
        if (start != std::string_view::npos) request.remote_address = last.substr(start);
        request.is_secure = request.headers["x-forwarded-proto"] == "https";
    }
    request.body = std::move(message.body());
    return request;
}

} // namespace tiendo::web
