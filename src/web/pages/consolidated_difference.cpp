#include "web/pages/consolidated_difference.hpp"

#include "app/consolidation/report_comparison.hpp"
#include "web/pages/consolidated_paths.hpp"
#include "web/pages/plan_paths.hpp"
#include "web/pages/report_sources.hpp"
#include "web/views/compared_words.hpp"
#include "web/visit.hpp"

namespace tiendo::web {
namespace {

std::string version_words(const app::VersionSummary& version, const Wording& words)
{
    return words.text(
        "consolidated.version_of",
        {{"number", std::to_string(version.number)}, {"moment", words.moment(version.at)}}
    );
}

const char* key_of(SentenceChange kind)
{
    switch (kind) {
    case SentenceChange::added:
        return "difference.added";
    case SentenceChange::removed:
        return "difference.removed";
    case SentenceChange::changed:
        return "difference.changed";
    }
    return "";
}

view::List rows_of(
    const std::vector<ReportChange>& changes,
    const PlanId& plan,
    const PeriodId& period,
    const Wording& words
)
{
    view::List rows;
    for (const auto& change : changes) {
        view::List numbers;
        for (const auto& number : change.numbers) {
            const auto address = address_of_source(number.source, plan, period);
            numbers.emplace_back(view::Object{
                {"before", number.before},
                {"now", number.now},
                {"has_path", !address.empty()},
                {"path", address}
            });
        }
        const bool has_numbers = !numbers.empty();
        rows.emplace_back(view::Object{
            {"heading", change.heading},
            {"kind", words.text(key_of(change.kind))},
            {"has_numbers", has_numbers},
            {"numbers", std::move(numbers)},
            {"compared_markup", view::compared_words(change.before, change.now)}
        });
    }
    return rows;
}

} // namespace

Result<Response> get_difference(Visit& visit, const Request& request)
{
    const auto plan = plan_in_path(request);
    const auto period = period_in_path(request);
    const auto with = request.query["voi"];
    return visit.read([&](app::Work& work) -> Result<Response> {
        const bool last_period = with == "ky-truoc";
        if (!last_period && !with.empty() && !whole_number(with))
            return refuse(Refusal::not_found, "consolidated.no_such_version");
        const auto found =
            last_period ? TRY(app::compare_with_last_period(work, plan, period))
                        : TRY(app::compare_with_version(work, plan, period, whole_number(with)));
        const auto& words = visit.words;
        std::size_t numbers = 0;
        view::List rows;
        if (found) {
            for (const auto& change : found->changes)
                numbers += change.numbers.size();
            rows = rows_of(found->changes, plan, period, words);
        }
        const bool has_rows = !rows.empty();
        return html(visit.page(
            "consolidated_difference",
            {{"title", words.text("difference.title", {{"period", words.period(period)}})},
             {"report_path", report_path(plan, period)},
             {"has_earlier", found.has_value()},
             {"none",
              words.text(last_period ? "difference.no_last_period" : "difference.no_version")},
             {"against",
              found ? words.text(
                          "difference.against",
                          {{"period", words.period(found->period)},
                           {"version", version_words(found->version, words)}}
                      )
                    : std::string{}},
             {"summary",
              words.text(
                  "difference.summary",
                  {{"sentences", std::to_string(rows.size())}, {"numbers", std::to_string(numbers)}}
              )},
             {"has_rows", has_rows},
             {"rows", std::move(rows)}}
        ));
    });
}

} // namespace tiendo::web
