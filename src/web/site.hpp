#pragma once

#include "web/metrics.hpp"
#include "web/routes.hpp"
#include "web/server/application.hpp"

#include <exception>
#include <functional>
#include <span>
#include <string>

namespace tiendo::web {

/// What the site is put together from.
struct SiteParts {
    /// Finds who asks, refuses whom the route's right is lacking, opens the context and calls the
    /// handler: the one place where the web meets the application.
    using Gate = std::function<Result<Response>(const Route&, const Request&)>;

    std::span<const Route> routes;
    Gate gate;
    std::function<bool()> is_ready = [] { return true; };
    /// One line for the operator.
    std::function<void(const std::string&)> log;
    /// After which exceptions nothing may be served any more (a store that cannot keep its word).
    std::function<bool(const std::exception&)> is_fatal = [](const std::exception&) {
        return false;
    };
};

/// The fence around every request: whatever happens behind it becomes an answer. Refusals become
/// pages that say what to do, faults become "Sự cố XXXX" with the details in the log.
class Site : public Application {
public:
    explicit Site(SiteParts parts);

    Response answer(Request request) override;
    Response refusal(int status) override;

private:
    Response dispatch(Request& request) const;
    Response routed(Request& request) const;
    Response incident(const Request& request, const std::exception& exception) const;

    SiteParts parts_;
    Router router_;
    Metrics metrics_;
};

} // namespace tiendo::web
