#include "domain/report/figure_runs.hpp"

#include "base/number_text.hpp"
#include "base/text.hpp"
#include "domain/plan/plan_fields.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tiendo {
namespace {

constexpr int rate_decimals = 2;

/// The unit as it follows a number without a space ("80%"), or with one ("1,6 lần").
std::string with_unit(const std::string& number, const Indicator& indicator)
{
    if (indicator.unit == "%") return number + "%";
    return indicator.unit.empty() ? number : number + " " + indicator.unit;
}

std::string sex_words(const std::string& breakdown, const OfficialWords& say)
{
    return say(breakdown == "male" ? "report.boys" : "report.girls", {});
}

std::string direction_key(const Decimal& change)
{
    if (change.is_zero()) return "report.same_as_last_year";
    return change > Decimal{} ? "report.up_on_last_year" : "report.down_on_last_year";
}

Decimal magnitude(const Decimal& number)
{
    return number < Decimal{} ? *subtract(Decimal{}, number) : number;
}

std::string
change_words(const Decimal& change, const Indicator& indicator, const OfficialWords& say)
{
    const auto unit = indicator.unit == "%" ? say("report.points", {}) : indicator.unit;
    return say(
        direction_key(change),
        {{"change", vietnamese_number(magnitude(change), rate_decimals) + " " + unit}}
    );
}

Run plain(std::string text)
{
    Run run;
    run.text = std::move(text);
    return run;
}

Run sourced(std::string text, const MeasureFigure& row)
{
    Run run;
    run.text = std::move(text);
    run.source = row.measure.id.str();
    return run;
}

} // namespace

std::string names_of(const std::vector<UnitId>& units, const UnitDirectory& directory)
{
    std::vector<std::string> names;
    for (const auto& id : units) {
        const auto* unit = directory.find(id);
        names.push_back(unit == nullptr ? id.str() : unit->short_name);
    }
    return join(names, ", ");
}

std::string
quantity_words(const Measure& measure, const Indicator& indicator, const OfficialWords& say)
{
    if (!measure.quantity) return say("quantity.done", {});
    const auto& quantity = *measure.quantity;
    auto words =
        say(fmt::format("quantity.{}", name_of(quantity.comparator)),
            {{"value", with_unit(vietnamese_number(quantity.value), indicator)}});
    if (measure.inner) {
        const auto inner =
            say(fmt::format("quantity.{}", name_of(measure.inner->comparator)),
                {{"value", vietnamese_number(measure.inner->value) + " " + measure.inner->unit}});
        words += say("quantity.inner", {{"inner", inner}});
    }
    return words;
}

std::string rate_words(const FigurePart& part, const Indicator& indicator, const OfficialWords& say)
{
    if (!part.ratio) return say("report.not_arising", {});
    if (indicator.shape == Shape::yes_no) {
        return say(part.numerator == part.denominator ? "report.done" : "report.not_done", {});
    }
    return with_unit(
        vietnamese_number(part.ratio->rounded(rate_decimals), rate_decimals), indicator
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
        if (!runs.empty()) runs.push_back(plain(", "));
        if (!part.breakdown.empty()) runs.push_back(plain(sex_words(part.breakdown, say) + " "));
        runs.push_back(sourced(rate_words(part, row.indicator, say), row));
        const bool shows_counts =
            row.indicator.shape != Shape::yes_no && row.indicator.shape != Shape::count;
        if (part.ratio && shows_counts) {
            runs.push_back(plain(" ("));
            runs.push_back(sourced(counts_words(part), row));
            runs.push_back(plain(")"));
        }
    }
    return runs;
}

std::string verdict_words(const Judgement& judgement, const OfficialWords& say)
{
    switch (judgement.verdict) {
    case Verdict::met:
        return say(judgement.exceeded ? "verdict.exceeded" : "verdict.met", {});
    case Verdict::not_met:
        return say("verdict.not_met", {});
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
        row.figure.parts[0].ratio->rounded(rate_decimals),
        last->parts[0].ratio->rounded(rate_decimals)
    );
}

Paragraph measure_paragraph(
    const MeasureFigure& row, const ReportMaterial& material, const OfficialWords& say
)
{
    const auto& name = row.indicator.name.empty() ? row.measure.title : row.indicator.name;
    Paragraph paragraph;
    paragraph.bulleted = true;
    paragraph.key = "result/" + row.measure.id.str();
    auto& runs = paragraph.runs;
    runs.push_back(plain(name + ": "));
    if (row.figure.parts.empty()) {
        runs.push_back(plain(
            say("report.without_value." + std::string(row.judgement.rule.key.substr(5)),
                {{"reason", row.measure.no_source}}) +
            "."
        ));
        return paragraph;
    }
    if (row.figure.estimated) runs.push_back(plain(say("report.estimated", {}) + " "));
    for (auto& run : value_runs(row, say))
        runs.push_back(std::move(run));
    if (row.judgement.verdict == Verdict::not_judged) {
        runs.push_back(plain(say("report.not_judged", {{"reason", row.measure.not_judged}})));
    } else {
        runs.push_back(plain(", "));
        runs.push_back(sourced(verdict_words(row.judgement, say), row));
        runs.push_back(plain(say(
            "report.against_plan", {{"target", quantity_words(row.measure, row.indicator, say)}}
        )));
    }
    if (const auto change = change_from_last_year(row, material.period.id)) {
        runs.push_back(plain("; "));
        runs.push_back(sourced(change_words(*change, row.indicator, say), row));
    }
    const auto& coverage = row.figure.coverage;
    if (!coverage.missing.empty()) {
        runs.push_back(plain("; "));
        runs.push_back(sourced(
            say("report.coverage",
                {{"reported", std::to_string(coverage.reported)},
                 {"expected", std::to_string(coverage.expected)}}),
            row
        ));
        runs.push_back(plain(
            say("report.missing", {{"units", names_of(coverage.missing, material.directory)}})
        ));
    }
    runs.push_back(plain("."));
    return paragraph;
}

} // namespace tiendo
