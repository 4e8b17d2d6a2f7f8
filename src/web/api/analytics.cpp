#include "web/api/analytics.hpp"

#include "app/program/resources.hpp"
#include "base/date.hpp"
#include "base/text.hpp"
#include "web/visit.hpp"

namespace tiendo::web {
namespace {

/// "dx:1/3.2a/num;1/3.2a" laid into the question.
Result<Done> add_dimension(app::AnalyticsQuery& query, const std::string& text, bool is_filter)
{
    const auto colon = text.find(':');
    const auto name = text.substr(0, colon);
    auto* dimension = name == "dx"   ? &query.data
                      : name == "pe" ? &query.periods
                      : name == "ou" ? &query.units
                                     : nullptr;
    if (dimension == nullptr || colon == std::string::npos || !dimension->items.empty())
        return refuse(Refusal::invalid, "analytics.unknown_dimension", {{"text", text}});
    dimension->is_filter = is_filter;
    for (const auto& item : split(text.substr(colon + 1), ';'))
        if (!item.empty()) dimension->items.emplace_back(item);
    return done;
}

Result<app::AnalyticsQuery> query_in(const Request& request)
{
    app::AnalyticsQuery query;
    for (const auto& dimension : request.query.all("dimension"))
        TRY(add_dimension(query, dimension, false));
    for (const auto& filter : request.query.all("filter"))
        TRY(add_dimension(query, filter, true));
    if (const auto day = request.query["relativePeriodDate"]; !day.empty()) {
        query.relative_to = parse_iso_date(day);
        if (!query.relative_to)
            return refuse(Refusal::invalid, "analytics.unknown_day", {{"text", std::string(day)}});
    }
    return query;
}

} // namespace

Result<Response> get_analytics(Visit& visit, const Request& request)
{
    const auto query = TRY(query_in(request));
    const auto found =
        TRY(visit.read([&](app::Work& work) { return app::analytics(work, query); }));
    return json(app::analytics_resource(found));
}

} // namespace tiendo::web
