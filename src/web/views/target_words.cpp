#include "web/views/target_words.hpp"

#include "domain/plan/plan_fields.hpp"

namespace tiendo::web::view {

namespace {

/// Whether the indicator's words for its unit mean the base that the plan writes: before a person
/// has decided that "108/110" means 108 to 100, they do not.
bool says_the_same_base(const Measure& measure, const Indicator& indicator)
{
    return measure.quantity && measure.quantity->unit.starts_with("per_") &&
           measure.quantity->unit == "per_" + std::to_string(indicator.factor) &&
           indicator.unit.find('/') != std::string::npos;
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

std::string changed(Change change, const std::string& shown, const Wording& words)
{
    return words.text(
        change == Change::increase ? "figure.target_increase" : "figure.target_decrease",
        {{"amount", shown}}
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

} // namespace

bool is_percent(const Measure& measure, const Indicator& indicator)
{
    return measure.quantity ? measure.quantity->unit == "percent" : indicator.unit == "%";
}

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

std::string level_words(const Quantity& quantity, const Wording& words)
{
    const auto shown = words.quantity(quantity.value, quantity.unit);
    return quantity.change ? changed(*quantity.change, shown, words)
                           : compared(quantity, shown, words);
}

std::string level_with_inner(const Measure& measure, const Wording& words)
{
    auto level = level_words(*measure.quantity, words);
    return measure.inner ? with_inner(std::move(level), *measure.inner, words) : level;
}

std::string target_words(const Measure& measure, const Indicator& indicator, const Wording& words)
{
    if (!measure.quantity)
        return words.text(
            indicator.shape == Shape::yes_no ? "figure.target_yes" : "figure.target_none"
        );
    const auto& quantity = *measure.quantity;
    const auto shown = amount_words(quantity.value, measure, indicator, words);
    if (quantity.change) return changed(*quantity.change, shown, words);
    std::string said;
    if (is_whole_share(measure)) {
        said = shown;
    } else if (quantity.comparator == Comparator::about && measure.tolerance) {
        said = words.text(
            "figure.target_about_from",
            {{"amount", shown},
             {"bound", amount_words(bound_of(measure), measure, indicator, words)}}
        );
    } else {
        said = compared(quantity, shown, words);
    }
    return measure.inner ? with_inner(std::move(said), *measure.inner, words) : said;
}

std::string amount_words(
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

std::string amount_words(
    const Decimal& number, const Measure& measure, const Indicator& indicator, const Wording& words
)
{
    return amount_words(words.number(number), measure, indicator, words);
}

} // namespace tiendo::web::view
