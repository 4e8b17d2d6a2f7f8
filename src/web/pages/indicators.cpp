#include "app/plan/plans.hpp"
#include "web/error_page.hpp"
#include "web/pages/plans.hpp"

namespace tiendo::web {
namespace {

std::string page_of(const IndicatorId& id)
{
    return "/chi-so/" + id.str();
}

} // namespace

Result<Response> get_indicators(Visit& visit, const Request&)
{
    return visit.read([&](app::Work& work) -> Result<Response> {
        view::List rows;
        const bool english = visit.words.language() == Language::english;
        const auto library = app::library(work);
        for (const auto& indicator : library.all()) {
            rows.emplace_back(view::Object{
                {"path", page_of(indicator.id)},
                {"name", english && !indicator.name_en.empty() ? indicator.name_en : indicator.name
                },
                {"numerator", indicator.numerator},
                {"denominator", indicator.denominator},
                {"unit", indicator.unit},
                {"source", indicator.source},
                {"is_unverified", indicator.mark == "GK"},
                {"is_sensitive", indicator.sensitive}
            });
        }
        return html(visit.page(
            "indicators",
            {{"title", visit.words.text("indicators.title")},
             {"rows", std::move(rows)},
             {"may_edit", may(visit.actor, Right::edit_plan)},
             {"new_path", "/chi-so/" + new_uuid7(work.now.seconds * 1000)}}
        ));
    });
}

} // namespace tiendo::web
