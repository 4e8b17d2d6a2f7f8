#pragma once

#include "base/result.hpp"
#include "domain/access/access.hpp"
#include "web/request.hpp"
#include "web/response.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tiendo::web {

struct Visit;

using Handler = Result<Response> (*)(Visit&, const Request&);

/// One line of the route table. There is no way to make one without a right.
class Route {
public:
    constexpr Route(Method method, std::string_view pattern, Handler answer, Right right)
        : method_(method), pattern_(pattern), handler_(answer), right_(right)
    {
    }

    Method method() const { return method_; }
    /// "/ke-hoach/{plan}/tong-quan"; a parameter is one whole segment.
    std::string_view pattern() const { return pattern_; }
    Handler handler() const { return handler_; }
    Right right() const { return right_; }

private:
    Method method_;
    std::string_view pattern_;
    Handler handler_;
    Right right_;
};

/// Finds the route of a request. Segments that are written out win over parameters.
class Router {
public:
    /// The table must outlive the router; two routes that match the same requests are a Bug.
    explicit Router(std::span<const Route> table);

    struct Match {
        const Route* route = nullptr; ///< none: 404, or 405 where `allowed` is not empty
        Fields parameters{};
        std::string allowed{}; ///< the methods that the path knows, for the Allow header
    };
    Match find(Method method, std::string_view path) const;

private:
    struct Entry {
        const Route* route;
        std::vector<std::string> segments;
    };
    std::vector<Entry> entries_;
};

} // namespace tiendo::web
