#include "domain/indicator/judge.hpp"

#include "domain/indicator/comparison.hpp"
#include "domain/indicator/factor.hpp"
#include "domain/plan/plan_fields.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tiendo {
namespace {

/// The bound that a value is held against: "khoảng 80%" with a tolerance of 1 is 79 or more.
Decimal bound_of(const Measure& measure)
{
    const auto& quantity = *measure.quantity;
    if (quantity.comparator != Comparator::about) return quantity.value;
    return subtract(quantity.value, measure.tolerance.value_or(0)).value_or(quantity.value);
}

std::strong_ordering against_bound(const Ratio& ratio, const Measure& measure, const Decimal& bound)
{
    if (measure.at_written_precision) return ratio.rounded(bound.scale()) <=> bound;
    return ratio.compare(bound);
}

/// The counts by which a ratio of whole numbers misses a lower bound: 18/23 against 80 % lacks one,
/// since 80 % of 23 is 18,4 and people come whole.
std::optional<Decimal>
missing_count(const FigurePart& part, const Measure& measure, const Indicator& indicator)
{
    const auto comparator = measure.quantity->comparator;
    const bool has_lower_bound = comparator == Comparator::at_least ||
                                 comparator == Comparator::above || comparator == Comparator::about;
    if (!has_own_counts(indicator)) return std::nullopt;
    if (!has_lower_bound || !part.numerator.is_whole() || !part.denominator.is_whole())
        return std::nullopt;
    const auto factor = indicator.shape == Shape::ratio ? factor_of(indicator) : 100;
    const auto bound = bound_of(measure);
    // The least whole count whose ratio satisfies; found by the estimate and its neighbours.
    const auto estimate = Ratio::of(bound, factor, part.denominator.units());
    if (!estimate) return std::nullopt;
    for (auto count = estimate->rounded(0).units() - 1;; ++count) {
        const auto ratio = Ratio::of(count, part.denominator, factor);
        if (!ratio) return std::nullopt;
        if (!reaches(*ratio, measure)) continue;
        return subtract(count, part.numerator);
    }
}

Problem
rule_of(const Measure& measure, const Indicator& indicator, const FigurePart& part, Verdict verdict)
{
    const auto& quantity = *measure.quantity;
    Problem rule;
    rule.key = fmt::format("rule.{}", name_of(quantity.comparator));
    rule.args["target"] = quantity.value.str();
    rule.args["unit"] = quantity.unit;
    rule.args["bound"] = bound_of(measure).str();
    rule.args["value"] = part.ratio->rounded(indicator.decimals).str();
    rule.args["numerator"] = part.numerator.str();
    rule.args["denominator"] = part.denominator.str();
    rule.args["precision"] = measure.at_written_precision ? "written" : "exact";
    // 5/9 is printed 55,56 % and would be 56 % in whole percents: say that rounding does not count.
    const bool rounding_would_pass =
        verdict == Verdict::not_met && !measure.at_written_precision &&
        satisfies(
            part.ratio->rounded(bound_of(measure).scale()) <=> bound_of(measure),
            quantity.comparator
        );
    rule.args["rounding"] = rounding_would_pass ? "would_pass" : "same";
    return rule;
}

std::optional<Judgement> judged_without_number(const Measure& measure, const Figure& figure)
{
    const auto plain = [](Verdict verdict, const char* key) {
        Judgement judgement;
        judgement.verdict = verdict;
        judgement.rule.key = key;
        return judgement;
    };
    if (!measure.no_source.empty()) return plain(Verdict::no_source, "rule.no_source");
    if (!measure.not_judged.empty()) {
        auto judgement = plain(Verdict::not_judged, "rule.not_judged");
        judgement.rule.args["reason"] = measure.not_judged;
        return judgement;
    }
    switch (figure.state) {
    case FigureState::no_source:
        return plain(Verdict::no_source, "rule.no_source");
    case FigureState::no_data:
        return plain(Verdict::no_data, "rule.no_data");
    case FigureState::overflow:
        return plain(Verdict::no_data, "rule.overflow");
    case FigureState::division_by_zero:
        return plain(Verdict::no_data, "rule.division_by_zero");
    case FigureState::not_arising:
        return plain(Verdict::not_arising, "rule.not_arising");
    case FigureState::value:
        return std::nullopt;
    }
    return std::nullopt;
}

/// A target in words: met where every unit says yes.
Judgement judge_yes_no(const Figure& figure)
{
    const auto& part = figure.parts.front();
    Judgement judgement;
    judgement.verdict = part.numerator == part.denominator ? Verdict::met : Verdict::not_met;
    judgement.rule.key = "rule.yes_no";
    return judgement;
}

} // namespace

std::optional<bool> more_is_better(Comparator comparator)
{
    switch (comparator) {
    case Comparator::at_least:
    case Comparator::above:
        return true;
    case Comparator::at_most:
    case Comparator::below:
        return false;
    case Comparator::about:
    case Comparator::exactly:
        return std::nullopt;
    }
    return std::nullopt;
}

bool reaches(const Ratio& ratio, const Measure& measure)
{
    const auto order = against_bound(ratio, measure, bound_of(measure));
    return satisfies(order, measure.quantity->comparator);
}

bool is_lacking(const Judgement& judgement)
{
    return judgement.verdict == Verdict::not_met || judgement.verdict == Verdict::at_risk ||
           judgement.verdict == Verdict::behind;
}

Judgement judge(const Measure& measure, const Indicator& indicator, const Figure& figure)
{
    if (const auto without = judged_without_number(measure, figure)) return *without;
    if (!measure.quantity) {
        if (indicator.shape == Shape::yes_no) return judge_yes_no(figure);
        Judgement judgement;
        judgement.verdict = Verdict::not_judged;
        judgement.rule.key = "rule.no_quantity";
        return judgement;
    }

    const auto comparator = measure.quantity->comparator;
    const auto bound = bound_of(measure);
    Judgement judgement;
    judgement.verdict = Verdict::met;
    judgement.exceeded = more_is_better(comparator) == true;
    const FigurePart* shown = &figure.parts.front();
    std::vector<std::string> failing;
    for (const auto& part : figure.parts) {
        if (!part.ratio) continue;
        const auto order = against_bound(*part.ratio, measure, bound);
        judgement.exceeded = judgement.exceeded && order > 0;
        if (satisfies(order, comparator)) continue;
        // The first sex that misses it is the one to name.
        if (judgement.verdict == Verdict::met) {
            shown = &part;
            judgement.short_by = missing_count(part, measure, indicator);
        }
        judgement.verdict = Verdict::not_met;
        failing.push_back(part.breakdown);
    }
    if (judgement.verdict != Verdict::met) judgement.exceeded = false;
    if (failing.size() == 1) judgement.failing_part = failing.front();
    if (!shown->ratio)
        shown = &*std::ranges::find_if(figure.parts, [](const auto& part) {
            return part.ratio.has_value();
        });
    judgement.rule = rule_of(measure, indicator, *shown, judgement.verdict);
    return judgement;
}

} // namespace tiendo
