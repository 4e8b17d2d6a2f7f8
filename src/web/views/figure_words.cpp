#include "web/views/figure_words.hpp"

#include "base/text.hpp"
#include "domain/plan/plan_fields.hpp"

#include <algorithm>

namespace tiendo::web::view {

namespace {

constexpr int rate_decimals = 2;

bool is_percent(const Measure& measure, const Indicator& indicator)
{
    return measure.quantity ? measure.quantity->unit == "percent" : indicator.unit == "%";
}

/// Whether the indicator's words for its unit mean the base that the plan writes: before a person
/// has decided that "108/110" means 108 to 100, they do not.
bool says_the_same_base(const Measure& measure, const Indicator& indicator)
{
    return measure.quantity && measure.quantity->unit.starts_with("per_") &&
           measure.quantity->unit == "per_" + std::to_string(indicator.factor) &&
           indicator.unit.find('/') != std::string::npos;
}

/// A number with its unit, as inside a sentence: "56%", "1,6 lần", "108 bé trai/100 bé gái".
std::string amount(
    const std::string& number,
    const Measure& measure,
    const Indicator& indicator,
    const Wording& words
)
{
    if (is_percent(measure, indicator)) return words.text("unit.percent", {{"number", number}});
    if (words.language() == Language::vietnamese && says_the_same_base(measure, indicator))
        return number + (indicator.unit.starts_with('/') ? "" : " ") + indicator.unit;
    if (!measure.quantity) return number;
    const auto& unit = measure.quantity->unit;
    if (unit.empty() || unit == "count") return number;
    if (unit == "ratio") return words.text("unit.ratio", {{"number", number}});
    if (unit.starts_with("per_")) {
        const auto base = Decimal::parse(std::string_view(unit).substr(4));
        return words.text(
            "unit.per", {{"number", number}, {"base", base ? words.number(*base) : unit.substr(4)}}
        );
    }
    return words.text("unit.counted", {{"number", number}, {"noun", unit}});
}

std::string amount(
    const Decimal& number, const Measure& measure, const Indicator& indicator, const Wording& words
)
{
    return amount(words.number(number), measure, indicator, words);
}

Decimal bound_of(const Measure& measure)
{
    const auto& value = measure.quantity->value;
    return subtract(value, measure.tolerance.value_or(Decimal{0})).value_or(value);
}

bool is_whole_share(const Measure& measure)
{
    const auto& quantity = *measure.quantity;
    return quantity.unit == "percent" && quantity.value == Decimal{100} &&
           (quantity.comparator == Comparator::at_least ||
            quantity.comparator == Comparator::exactly);
}

std::string compared(const Quantity& quantity, const std::string& shown, const Wording& words)
{
    return words.text(
        "figure.target_" + std::string(name_of(quantity.comparator)), {{"amount", shown}}
    );
}

std::string with_inner(std::string target, const Quantity& inner, const Wording& words)
{
    const auto asked = compared(inner, words.quantity(inner.value, inner.unit), words);
    if (!inner.every) return target;
    return words.text(
        "figure.target_each_" + std::string(name_of(*inner.every)),
        {{"target", std::move(target)}, {"inner", asked}}
    );
}

std::string sex_words(const std::string& breakdown, const std::string& said, const Wording& words)
{
    if (breakdown.empty()) return said;
    return words.text("figure.sex_" + breakdown, {{"value", said}});
}

std::string yes_no_words(const FigurePart& part, const Wording& words)
{
    if (part.numerator == part.denominator) return words.text("figure.yes");
    if (part.numerator.is_zero()) return words.text("figure.not_yet");
    return words.text(
        "figure.yes_of",
        {{"count", words.number(part.numerator)}, {"total", words.number(part.denominator)}}
    );
}

} // namespace

std::string measure_name(const Measure& measure, const Indicator& indicator, const Wording& words)
{
    if (words.language() == Language::english && !indicator.name_en.empty())
        return indicator.name_en;
    return indicator.name.empty() ? measure.title : indicator.name;
}

std::string measure_unit(const Measure& measure, const Indicator& indicator, const Wording& words)
{
    if (is_percent(measure, indicator)) return "%";
    if (indicator.shape == Shape::yes_no) return words.text("figure.unit_yes_no");
    if (words.language() == Language::vietnamese && says_the_same_base(measure, indicator)) {
        if (!indicator.unit.starts_with('/')) return indicator.unit;
        return words.text("figure.unit_per", {{"base", indicator.unit.substr(1)}});
    }
    if (!measure.quantity) return indicator.unit;
    const auto& unit = measure.quantity->unit;
    if (unit == "ratio") return words.text("figure.unit_ratio");
    if (unit.starts_with("per_")) {
        const auto base = Decimal::parse(std::string_view(unit).substr(4));
        return words.text(
            "figure.unit_per", {{"base", base ? words.number(*base) : unit.substr(4)}}
        );
    }
    return unit == "count" ? indicator.counted : unit;
}

std::string target_words(const Measure& measure, const Indicator& indicator, const Wording& words)
{
    if (!measure.quantity)
        return words.text(
            indicator.shape == Shape::yes_no ? "figure.target_yes" : "figure.target_none"
        );
    const auto& quantity = *measure.quantity;
    const auto shown = amount(quantity.value, measure, indicator, words);
    if (quantity.change)
        return words.text(
            *quantity.change == Change::increase ? "figure.target_increase"
                                                 : "figure.target_decrease",
            {{"amount", shown}}
        );
    std::string said;
    if (is_whole_share(measure)) {
        said = shown;
    } else if (quantity.comparator == Comparator::about && measure.tolerance) {
        said = words.text(
            "figure.target_about_from",
            {{"amount", shown}, {"bound", amount(bound_of(measure), measure, indicator, words)}}
        );
    } else {
        said = compared(quantity, shown, words);
    }
    return measure.inner ? with_inner(std::move(said), *measure.inner, words) : said;
}

std::string part_value(
    const FigurePart& part, const Measure& measure, const Indicator& indicator, const Wording& words
)
{
    if (indicator.shape == Shape::yes_no) return yes_no_words(part, words);
    if (!part.ratio) return words.text("figure.not_arising");
    const bool is_count =
        indicator.shape == Shape::count ||
        (indicator.shape == Shape::quarters && indicator.across_units == AcrossUnits::sum);
    if (is_count) return words.number(part.numerator);
    const auto number = words.number(part.ratio->rounded(rate_decimals), rate_decimals);
    const bool has_short_unit =
        is_percent(measure, indicator) || (measure.quantity && measure.quantity->unit == "ratio");
    return has_short_unit ? amount(number, measure, indicator, words) : number;
}

std::string amount_words(
    const Decimal& number, const Measure& measure, const Indicator& indicator, const Wording& words
)
{
    return amount(number, measure, indicator, words);
}

bool is_not_applicable(const Figure& figure)
{
    return figure.coverage.expected > 0 &&
           figure.coverage.not_applicable == figure.coverage.expected;
}

std::string value_words(
    const Figure& figure, const Measure& measure, const Indicator& indicator, const Wording& words
)
{
    switch (figure.state) {
    case FigureState::not_arising:
        return words.text("figure.not_arising");
    case FigureState::no_source:
        return words.text("figure.no_source");
    case FigureState::no_data:
        return words.text(is_not_applicable(figure) ? "figure.not_applicable" : "figure.no_data");
    case FigureState::overflow:
        return words.text("figure.overflow");
    case FigureState::value:
        break;
    }
    std::vector<std::string> said;
    for (const auto& part : figure.parts)
        said.push_back(sex_words(part.breakdown, part_value(part, measure, indicator, words), words)
        );
    return join(said, "; ");
}

std::string counts_words(const Figure& figure, const Indicator& indicator, const Wording& words)
{
    const bool is_count =
        indicator.shape == Shape::count ||
        (indicator.shape == Shape::quarters && indicator.across_units == AcrossUnits::sum);
    if (figure.state != FigureState::value || is_count || indicator.shape == Shape::yes_no)
        return {};
    std::vector<std::string> said;
    for (const auto& part : figure.parts)
        said.push_back(sex_words(
            part.breakdown,
            words.number(part.numerator) + "/" + words.number(part.denominator),
            words
        ));
    return join(said, "; ");
}

std::optional<Decimal> plotted(const Figure& figure)
{
    std::optional<Decimal> lowest;
    for (const auto& part : figure.parts) {
        if (!part.ratio) continue;
        const auto value = part.ratio->rounded(rate_decimals);
        if (!lowest || value < *lowest) lowest = value;
    }
    return lowest;
}

std::string difference_words(const Decimal& value, const Decimal& from, const Wording& words)
{
    const auto difference = subtract(value, from);
    if (!difference) return {};
    const bool is_below = *difference < Decimal{0};
    const auto size =
        is_below ? subtract(Decimal{0}, *difference).value_or(*difference) : *difference;
    const auto shown = words.number(size, rate_decimals);
    if (difference->is_zero()) return shown;
    return (is_below ? "−" : "+") + shown;
}

std::string rule_words(
    const Judgement& judgement,
    const Measure& measure,
    const Indicator& indicator,
    const Wording& words
)
{
    auto rule = judgement.rule;
    if (!measure.quantity) return words.sentence(rule);
    const auto put = [&](const char* name, std::optional<int> decimals) {
        const auto arg = rule.args.find(name);
        if (arg == rule.args.end()) return;
        const auto number = Decimal::parse(arg->second);
        if (!number) return;
        const auto shown = decimals ? words.number(*number, *decimals) : words.number(*number);
        arg->second = amount(shown, measure, indicator, words);
    };
    put("bound", std::nullopt);
    put("target", std::nullopt);
    put("value", rate_decimals);
    for (const char* name : {"numerator", "denominator"}) {
        const auto arg = rule.args.find(name);
        if (arg == rule.args.end()) continue;
        if (const auto number = Decimal::parse(arg->second)) arg->second = words.number(*number);
    }
    return words.text(rule.key, rule.args);
}

std::string rounding_words(
    const Judgement& judgement,
    const Measure& measure,
    const Indicator& indicator,
    const Wording& words
)
{
    const auto rounding = judgement.rule.args.find("rounding");
    if (rounding == judgement.rule.args.end() || rounding->second != "would_pass") return {};
    const auto number = [&](const char* name) {
        return Decimal::parse(judgement.rule.args.at(name)).value_or(Decimal{0});
    };
    const bool is_too_much =
        judgement.rule.key == "rule.at_most" || judgement.rule.key == "rule.below";
    return words.text(
        is_too_much ? "figure.not_rounded_above" : "figure.not_rounded_below",
        {{"numerator", words.number(number("numerator"))},
         {"denominator", words.number(number("denominator"))},
         {"bound", amount(number("bound"), measure, indicator, words)}}
    );
}

std::string
shortfall_words(const Judgement& judgement, const Indicator& indicator, const Wording& words)
{
    if (!judgement.short_by) return {};
    const auto count = words.number(*judgement.short_by);
    if (indicator.counted.empty() || words.language() == Language::english)
        return words.text("figure.short", {{"count", count}});
    return words.text("figure.short_of", {{"count", count}, {"noun", indicator.counted}});
}

std::string
supplier_noun(const Measure& measure, const UnitDirectory& directory, const Wording& words)
{
    const bool are_communes = std::ranges::all_of(measure.suppliers, [&](const UnitId& id) {
        const auto* unit = directory.find(id);
        return unit != nullptr && unit->kind == UnitKind::commune;
    });
    return words.text(are_communes ? "figure.noun_commune" : "figure.noun_unit");
}

std::string coverage_words(
    const Figure& figure,
    const Measure& measure,
    const UnitDirectory& directory,
    const Wording& words
)
{
    const auto& coverage = figure.coverage;
    if (coverage.expected == 0) return {};
    if (coverage.expected == 1 && measure.suppliers.size() == 1) {
        const auto* unit = directory.find(measure.suppliers.front());
        const auto name = unit == nullptr ? measure.suppliers.front().str() : unit->short_name;
        if (coverage.not_applicable > 0)
            return words.text("figure.source_not_applicable", {{"unit", name}});
        return words.text(
            coverage.reported > 0 ? "figure.source" : "figure.source_missing", {{"unit", name}}
        );
    }
    return words.text(
        "figure.coverage",
        {{"count", std::to_string(coverage.reported)},
         {"total", std::to_string(coverage.expected - coverage.not_applicable)},
         {"noun", supplier_noun(measure, directory, words)}}
    );
}

std::string accepted_words(const Coverage& coverage, const Wording& words)
{
    if (coverage.reported == 0) return {};
    if (coverage.accepted == coverage.reported) return words.text("figure.accepted_all");
    if (coverage.reported == 1) return words.text("figure.accepted_none");
    return words.text(
        "figure.accepted",
        {{"count", std::to_string(coverage.accepted)}, {"total", std::to_string(coverage.reported)}}
    );
}

std::string cell_words(const Cell& cell, const Indicator& indicator, const Wording& words)
{
    switch (cell.state) {
    case ValueState::not_arising:
        return words.text("figure.not_arising");
    case ValueState::not_applicable:
        return words.text("figure.not_applicable");
    case ValueState::missing:
        return words.text("figure.no_data");
    case ValueState::value:
        break;
    }
    const auto number = [&](const std::string& element) {
        const auto found = cell.numbers.find(element);
        return found == cell.numbers.end() ? Decimal{0} : found->second;
    };
    const auto fraction = [&](const std::string& ending) {
        return words.number(number("num" + ending)) + "/" + words.number(number("den" + ending));
    };
    switch (indicator.shape) {
    case Shape::ratio:
        if (indicator.breakdown == Breakdown::none) return fraction("");
        return sex_words("male", fraction(".male"), words) + "; " +
               sex_words("female", fraction(".female"), words);
    case Shape::quarters: {
        std::vector<std::string> counts;
        for (const auto& element : elements_of(indicator))
            counts.push_back(words.number(number(element)));
        return join(counts, ", ");
    }
    case Shape::months: {
        const auto elements = elements_of(indicator);
        const auto done = std::ranges::count_if(elements, [&](const std::string& element) {
            return !number(element).is_zero();
        });
        return words.text(
            "figure.months",
            {{"count", std::to_string(done)}, {"total", std::to_string(elements.size())}}
        );
    }
    case Shape::yes_no:
        return words.text(number("yes").is_zero() ? "figure.not_yet" : "figure.yes");
    case Shape::count:
        return words.number(number("value"));
    }
    return {};
}

} // namespace tiendo::web::view
