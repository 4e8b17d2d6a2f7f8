#include "domain/report/figure_runs.hpp"

#include "base/number_text.hpp"
#include "base/text.hpp"
#include "domain/plan/plan_fields.hpp"
#include "domain/report/report_names.hpp"
#include "domain/report/report_writer.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tiendo {
namespace {

/// The unit as it follows a number without a space ("80%"), or with one ("1,6 lần").
std::string with_unit(const std::string& number, const Indicator& indicator)
{
    if (indicator.unit == "%") return number + "%";
    if (indicator.unit.starts_with('/')) return number + indicator.unit;
    return indicator.unit.empty() ? number : number + " " + indicator.unit;
}

std::string source_of(const MeasureFigure& row, const char* part)
{
    return row.measure.id.str() + "#" + part;
}

/// What the counts count is said of shares only: "17/20 người", but "563/512".
std::string counted_noun(const Indicator& indicator)
{
    return indicator.unit == "%" && !indicator.counted.empty() ? " " + indicator.counted : "";
}

bool has_counts(const FigurePart& part, const Indicator& indicator)
{
    const bool is_number = indicator.shape == Shape::count && is_plain_count(indicator);
    return part.ratio && indicator.shape != Shape::yes_no && !is_number;
}

Runs part_counts(const MeasureFigure& row, const FigurePart& part)
{
    Runs runs{sourced(counts_words(part), source_of(row, "counts"))};
    append(runs, {plain(counted_noun(row.indicator))});
    return runs;
}

/// A share of everything can be reached, not exceeded: "100%".
bool is_whole_share(const Quantity& quantity, const Indicator& indicator)
{
    return indicator.unit == "%" && quantity.value == Decimal(100) &&
           (quantity.comparator == Comparator::at_least ||
            quantity.comparator == Comparator::exactly);
}

std::string amount_words(const Quantity& quantity, const Indicator& indicator)
{
    return with_unit(vietnamese_number(quantity.value), indicator);
}

} // namespace

std::string
sex_words(const MeasureFigure& row, const std::string& breakdown, const OfficialWords& say)
{
    const bool are_children =
        to_lower(row.indicator.name).find(say("report.children", {})) != std::string::npos;
    const bool male = breakdown == "male";
    if (are_children) return say(male ? "report.boys" : "report.girls", {});
    return say(male ? "report.men" : "report.women", {});
}

std::string subject_of(const MeasureFigure& row, const OfficialWords& say)
{
    const auto& name = row.indicator.name.empty() ? row.measure.title : row.indicator.name;
    if (row.indicator.unit != "%") return name;
    const auto lower = to_lower(name);
    for (const auto& start : split(say("measure.names_by_themselves", {}), '|')) {
        if (lower.starts_with(start + " ")) return name;
    }
    return say("measure.rate_of", {{"name", without_capital(name)}});
}

std::string
quantity_words(const Measure& measure, const Indicator& indicator, const OfficialWords& say)
{
    if (!measure.quantity) return say("quantity.done", {});
    const auto& quantity = *measure.quantity;
    const auto amount = amount_words(quantity, indicator);
    std::string words;
    if (quantity.change) {
        words =
            say(*quantity.change == Change::increase ? "quantity.increase" : "quantity.decrease",
                {{"value", amount}});
    } else if (is_whole_share(quantity, indicator)) {
        words = amount;
    } else {
        words = say(fmt::format("quantity.{}", name_of(quantity.comparator)), {{"value", amount}});
    }
    const bool is_about = quantity.comparator == Comparator::about && measure.tolerance;
    if (const auto bound = is_about ? subtract(quantity.value, *measure.tolerance) : std::nullopt) {
        words += say("quantity.from", {{"bound", with_unit(vietnamese_number(*bound), indicator)}});
    }
    if (measure.inner) {
        const auto inner =
            say(fmt::format("quantity.{}", name_of(measure.inner->comparator)),
                {{"value", vietnamese_number(measure.inner->value) + " " + measure.inner->unit}});
        const auto every = measure.inner->every.value_or(Cadence::quarter);
        words += say(fmt::format("quantity.inner_{}", name_of(every)), {{"inner", inner}});
    }
    return words;
}

std::string rate_words(const FigurePart& part, const Indicator& indicator, const OfficialWords& say)
{
    if (!part.ratio) return say("report.not_arising", {});
    if (indicator.shape == Shape::yes_no)
        return say(part.numerator == part.denominator ? "report.done" : "report.not_done", {});
    if (indicator.shape == Shape::count && is_plain_count(indicator))
        return with_unit(vietnamese_number(part.numerator), indicator);
    return with_unit(
        vietnamese_number(part.ratio->rounded(indicator.decimals), indicator.decimals), indicator
    );
}

std::string counts_words(const FigurePart& part)
{
    return vietnamese_number(part.numerator) + "/" + vietnamese_number(part.denominator);
}

Runs value_runs(const MeasureFigure& row, const OfficialWords& say)
{
    Runs runs;
    for (const auto& part : row.figure.parts) {
        if (!runs.empty()) append(runs, {plain(", ")});
        if (!part.breakdown.empty())
            append(runs, {plain(sex_words(row, part.breakdown, say) + " ")});
        append(runs, {sourced(rate_words(part, row.indicator, say), source_of(row, "value"))});
        if (!has_counts(part, row.indicator)) continue;
        append(runs, {plain(" (")});
        append(runs, part_counts(row, part));
        append(runs, {plain(")")});
    }
    return runs;
}

Runs counts_runs(const MeasureFigure& row, const OfficialWords& say)
{
    Runs runs;
    for (const auto& part : row.figure.parts) {
        if (!runs.empty()) append(runs, {plain(", ")});
        if (!part.breakdown.empty())
            append(runs, {plain(sex_words(row, part.breakdown, say) + " ")});
        if (has_counts(part, row.indicator)) append(runs, part_counts(row, part));
    }
    return runs;
}

std::optional<bool> wants_more(const Measure& measure)
{
    return measure.quantity ? more_is_better(measure.quantity->comparator) : std::nullopt;
}

std::string verdict_words(const MeasureFigure& row, const OfficialWords& say)
{
    const bool final = !row.judgement.early;
    switch (row.judgement.verdict) {
    case Verdict::met:
        if (!final) return say("verdict.met_early", {});
        return say(row.judgement.exceeded ? "verdict.exceeded" : "verdict.met", {});
    case Verdict::not_met:
        return say(final ? "verdict.not_met" : "verdict.under_way", {});
    case Verdict::on_track:
        return say("verdict.on_track", {});
    case Verdict::at_risk:
        return say("verdict.at_risk", {});
    case Verdict::behind:
        return say("verdict.behind", {});
    case Verdict::no_data:
        return say("verdict.no_data", {});
    case Verdict::no_source:
        return say("verdict.no_source", {});
    case Verdict::not_arising:
        return say("verdict.not_arising", {});
    case Verdict::not_judged:
        return say("verdict.not_judged", {});
    }
    return {};
}

std::optional<Decimal> change_from_last_year(const MeasureFigure& row, const PeriodId& period)
{
    const auto* last = row.last_year(period);
    const bool comparable = last != nullptr && last->parts.size() == 1 &&
                            row.figure.parts.size() == 1 && last->parts[0].ratio &&
                            row.figure.parts[0].ratio;
    if (!comparable) return std::nullopt;
    return subtract(
        row.figure.parts[0].ratio->rounded(row.indicator.decimals),
        last->parts[0].ratio->rounded(row.indicator.decimals)
    );
}

} // namespace tiendo
