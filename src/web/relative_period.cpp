#include "web/relative_period.hpp"

#include "app/period/periods.hpp"
#include "web/percent.hpp"

namespace tiendo::web {

std::optional<Response> to_named_period(Visit& visit, const Request& request)
{
    const auto asked = request.query.find("ky");
    if (request.method != Method::get || !asked || asked->empty()) return std::nullopt;
    if (parse_period(PeriodId(std::string(*asked)))) return std::nullopt;
    const auto meant = visit.read([&](app::Work& work) { return app::period_named(work, *asked); });
    if (meant.str() == *asked) return std::nullopt;
    std::string query;
    for (const auto& [name, value] : request.query)
        query += (query.empty() ? "?" : "&") + percent_encode(name) + "=" +
                 percent_encode(name == "ky" ? meant.str() : value);
    return see_other(request.path + query);
}

} // namespace tiendo::web
