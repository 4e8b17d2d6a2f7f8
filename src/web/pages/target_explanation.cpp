#include "app/figure/year_figures.hpp"
#include "base/text.hpp"
#include "domain/indicator/explanation.hpp"
#include "web/pages/target_parts.hpp"
#include "web/views/explained_tree.hpp"
#include "web/views/figure_words.hpp"
#include "web/views/plan_addresses.hpp"
#include "web/views/status_tag.hpp"
#include "web/views/unit_words.hpp"

#include <algorithm>

namespace tiendo::web {
namespace {

/// "Mẫu số 12 nhỏ hơn 30": of the whole, or of the sex that has so few.
std::string small_words(const MeasureFigure& row, const Wording& words)
{
    const Decimal least(row.indicator.small_denominator);
    for (const auto& part : row.figure.parts) {
        if (is_plain_count(row.indicator) || !(part.denominator < least)) continue;
        return words.text(
            "target_page.small_denominator",
            {{"denominator", words.number(part.denominator)}, {"least", words.number(least)}}
        );
    }
    return {};
}

std::string left_out_words(const TargetSeen& seen, const Figure& figure, const Wording& words)
{
    if (figure.left_out.empty()) return {};
    std::vector<UnitId> units;
    for (const auto& unit : figure.left_out)
        units.push_back(unit.unit);
    return words.text(
        "target_page.left_out", {{"units", view::unit_names(units, seen.directory, words)}}
    );
}

void set_line(view::Object& data, const std::string& name, std::string line)
{
    data.set("has_" + name, !line.empty());
    data.set(name, std::move(line));
}

view::Markup explained_markup(
    const TargetSeen& seen, const std::vector<Explained>& explained, const Wording& words
)
{
    const auto& row = *seen.figures.row(seen.measure);
    const auto& now = seen.figures.period.id;
    const auto cell = [&](const UnitId& unit, const PeriodId& period, const MeasureId& measure) {
        return PlanAddresses(seen.figures.plan.id, period.empty() ? now : period)
            .cell(unit, measure);
    };
    std::optional<std::set<UnitId>> shown;
    if (seen.units->are_many()) {
        shown.emplace();
        if (!seen.units->is_higher())
            shown->insert(seen.units->reporters().begin(), seen.units->reporters().end());
    }
    return view::explained_tree(
        explained,
        {row.measure,
         row.indicator,
         now,
         seen.directory,
         seen.figures.plan,
         seen.held->indicators,
         cell,
         shown},
        words
    );
}

/// By which rule the periods of the year become one.
std::string
over_rule(const Indicator& indicator, const std::vector<PeriodId>& periods, const Wording& words)
{
    const bool is_running =
        indicator.counting == Counting::cumulative && indicator.across_time == AcrossTime::sum;
    const bool is_condition = indicator.across_units == AcrossUnits::share_of_units;
    const char* key = "over_year.rule_sum";
    switch (indicator.across_time) {
    case AcrossTime::sum:
        if (is_running) key = "over_year.rule_running";
        break;
    case AcrossTime::last:
        key = "over_year.rule_last";
        break;
    case AcrossTime::average:
        key = "over_year.rule_average";
        break;
    case AcrossTime::minimum:
        key = "over_year.rule_minimum";
        break;
    case AcrossTime::maximum:
        key = "over_year.rule_maximum";
        break;
    case AcrossTime::all_periods:
        key = "over_year.rule_all_periods";
        break;
    }
    if (is_condition) key = "over_year.rule_all_periods";
    return words.text(
        key, {{"first", words.period(periods.front())}, {"last", words.period(periods.back())}}
    );
}

} // namespace

void set_explanation(view::Object& data, const TargetSeen& seen, const Wording& words)
{
    const auto& row = *seen.figures.row(seen.measure);
    const auto explained = explain(row.measure, row.indicator, row.figure);
    data.set("has_explanation", !explained.empty());
    data.set("explanation_markup", explained_markup(seen, explained, words));
    set_line(data, "small", small_words(row, words));
    set_line(data, "left_out", left_out_words(seen, row.figure, words));
}

void set_over_year(view::Object& data, const TargetSeen& seen, const Wording& words)
{
    const auto& row = *seen.figures.row(seen.measure);
    const auto year = app::over_year(*seen.held, row);
    data.set("has_over_year", year.has_value());
    if (!year) return;
    std::vector<std::string> without;
    for (const auto& period : year->without)
        without.push_back(words.period(period));
    data.set("over_value", view::value_words(year->figure, row.measure, row.indicator, words));
    data.set("over_tag_markup", view::result_tag(year->judgement, words));
    set_line(data, "over_counts", view::counts_words(year->figure, row.indicator, words));
    data.set("over_rule", over_rule(row.indicator, year->periods, words));
    data.set(
        "over_covered",
        words.text(
            "over_year.covered",
            {{"count", std::to_string(year->figure.coverage.reported)},
             {"total",
              std::to_string(year->figure.coverage.expected - year->figure.coverage.not_applicable)}
            }
        )
    );
    set_line(
        data,
        "over_without",
        without.empty() ? std::string()
                        : words.text("over_year.without", {{"periods", join(without, ", ")}})
    );
    const auto explained = explain(row.measure, row.indicator, year->figure);
    data.set("has_over_explanation", !explained.empty());
    data.set("over_explanation_markup", explained_markup(seen, explained, words));
}

} // namespace tiendo::web
