#include "web/routes.hpp"

#include "base/text.hpp"
#include "web/percent.hpp"

#include <algorithm>
#include <optional>

namespace tiendo::web {

namespace {

bool is_parameter(std::string_view segment)
{
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

std::vector<std::string> segments_of(std::string_view path)
{
    return split(path.substr(1), '/');
}

/// Written-out segments sort before parameters, so the first match is the closest one.
bool is_closer(const std::vector<std::string>& a, const std::vector<std::string>& b)
{
    return std::ranges::lexicographical_compare(a, b, {}, is_parameter, is_parameter);
}

bool match_alike(const std::vector<std::string>& a, const std::vector<std::string>& b)
{
    return std::ranges::equal(a, b, [](std::string_view x, std::string_view y) {
        return (is_parameter(x) && is_parameter(y)) || x == y;
    });
}

std::optional<Fields>
parameters_of(const std::vector<std::string>& pattern, const std::vector<std::string>& path)
{
    if (pattern.size() != path.size()) return std::nullopt;
    Fields parameters;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (!is_parameter(pattern[i])) {
            if (pattern[i] != path[i]) return std::nullopt;
            continue;
        }
        auto value = percent_decode(path[i], Plus::is_plus);
        if (!value || value->empty()) return std::nullopt;
        parameters.add(pattern[i].substr(1, pattern[i].size() - 2), std::move(*value));
    }
    return parameters;
}

} // namespace

Router::Router(std::span<const Route> table)
{
    for (const auto& route : table) {
        ensure(route.pattern().starts_with('/'), "a route begins with a slash");
        Entry entry{&route, segments_of(route.pattern())};
        for (const auto& other : entries_)
            ensure(
                route.method() != other.route->method() ||
                    !match_alike(entry.segments, other.segments),
                "no two routes match the same requests"
            );
        entries_.push_back(std::move(entry));
    }
    std::ranges::stable_sort(entries_, is_closer, &Entry::segments);
}

Router::Match Router::find(Method method, std::string_view path) const
{
    if (!path.starts_with('/')) return {};
    const auto segments = segments_of(path);
    Match match;
    for (const auto& entry : entries_) {
        auto parameters = parameters_of(entry.segments, segments);
        if (!parameters) continue;
        if (entry.route->method() == method) return {entry.route, std::move(*parameters), {}};
        const std::string known(method_name(entry.route->method()));
        if (match.allowed.find(known) != std::string::npos) continue;
        if (!match.allowed.empty()) match.allowed += ", ";
        match.allowed += known == "GET" ? "GET, HEAD" : known;
    }
    return match;
}

} // namespace tiendo::web
