#include "base/text.hpp"
#include "domain/indicator/explanation.hpp"
#include "web/pages/target_parts.hpp"
#include "web/views/explained_tree.hpp"
#include "web/views/figure_words.hpp"
#include "web/views/plan_addresses.hpp"

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
    std::vector<std::string> names;
    for (const auto& unit : figure.left_out) {
        const auto* found = seen.directory.find(unit.unit);
        names.push_back(found == nullptr ? unit.unit.str() : found->short_name);
    }
    if (names.empty()) return {};
    return words.text("target_page.left_out", {{"units", join(names, ", ")}});
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
    return view::explained_tree(
        explained,
        {row.measure,
         row.indicator,
         now,
         seen.directory,
         seen.figures.plan,
         seen.held->indicators,
         cell},
        words
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

} // namespace tiendo::web
