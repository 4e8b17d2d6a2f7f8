#include "web/views/cell_result.hpp"

#include "base/text.hpp"
#include "domain/indicator/figure.hpp"
#include "domain/indicator/formula_needs.hpp"

#include <functional>

namespace tiendo::web::view {
namespace {

/// "%" and "/100.000 trẻ sinh ra sống" stand close to their number, other units after a space.
std::string with_unit(const std::string& number, const std::string& unit)
{
    if (unit.empty()) return number;
    return unit == "%" || unit.starts_with('/') ? number + unit : number + "\u00A0" + unit;
}

using PartWords = std::function<std::string(const Decimal& numerator, const Decimal& denominator)>;

/// Says a ratio once, or once for each sex.
std::string
each_part(const Cell& cell, const Indicator& indicator, const Wording& words, const PartWords& say)
{
    const auto part = [&](const std::string& suffix) {
        const auto numerator = cell.numbers.find("num" + suffix);
        const auto denominator = cell.numbers.find("den" + suffix);
        if (numerator == cell.numbers.end() || denominator == cell.numbers.end())
            return std::string{};
        return say(numerator->second, denominator->second);
    };
    if (indicator.breakdown != Breakdown::sex) return part("");
    return words.text("value.by_sex", {{"male", part(".male")}, {"female", part(".female")}});
}

/// What a written formula makes of one unit's numbers.
std::string formula_words(const Cell& cell, const Indicator& indicator, const Wording& words)
{
    if (reaches_beyond(indicator)) return words.text("value.computed_later");
    Measure alone;
    alone.suppliers = {UnitId("alone")};
    Contribution answer;
    answer.unit = alone.suppliers.front();
    answer.cell = cell;
    const auto figure = compute(alone, indicator, {answer});
    std::vector<std::string> said;
    for (const auto& part : figure.parts)
        if (part.ratio)
            said.push_back(with_unit(
                words.number(part.ratio->rounded(indicator.decimals), indicator.decimals),
                indicator.unit
            ));
    return said.empty() ? words.text("value.not_computable") : join(said, "; ");
}

std::string ratio_words(const Cell& cell, const Indicator& indicator, const Wording& words)
{
    if (!indicator.formula.empty()) return formula_words(cell, indicator, words);
    return each_part(cell, indicator, words, [&](const auto& numerator, const auto& denominator) {
        const auto ratio = Ratio::of(numerator, denominator, indicator.factor);
        if (!ratio) return words.text("value.not_computable");
        return with_unit(
            words.number(ratio->rounded(indicator.decimals), indicator.decimals), indicator.unit
        );
    });
}

std::string numbers_words(const Cell& cell, const Indicator& indicator, const Wording& words)
{
    std::vector<std::string> numbers;
    for (const auto& element : elements_of(indicator)) {
        const auto found = cell.numbers.find(element);
        if (found != cell.numbers.end()) numbers.push_back(words.number(found->second));
    }
    return join(numbers, "; ");
}

std::string months_words(const Cell& cell, const Wording& words)
{
    int done = 0;
    for (const auto& [element, number] : cell.numbers)
        done += number.is_zero() ? 0 : 1;
    return words.text("value.months", {{"count", std::to_string(done)}});
}

std::string value_words(const Cell& cell, const Indicator& indicator, const Wording& words)
{
    switch (indicator.shape) {
    case Shape::ratio:
        return ratio_words(cell, indicator, words);
    case Shape::quarters:
        return numbers_words(cell, indicator, words);
    case Shape::months:
        return months_words(cell, words);
    case Shape::yes_no: {
        const auto yes = cell.numbers.find("yes");
        const bool is_yes = yes != cell.numbers.end() && !yes->second.is_zero();
        return words.text(is_yes ? "value.yes" : "value.not_yet");
    }
    case Shape::count:
        return with_unit(numbers_words(cell, indicator, words), indicator.unit);
    }
    return {};
}

} // namespace

std::string result_words(const Cell& cell, const Indicator& indicator, const Wording& words)
{
    switch (cell.state) {
    case ValueState::value:
        return value_words(cell, indicator, words);
    case ValueState::not_arising:
        return words.text("value.not_arising");
    case ValueState::not_applicable:
        return words.text("value.not_applicable");
    case ValueState::missing:
        return words.text("value.missing");
    }
    return {};
}

std::string counts_words(const Cell& cell, const Indicator& indicator, const Wording& words)
{
    if (cell.state != ValueState::value || indicator.shape != Shape::ratio) return {};
    return each_part(cell, indicator, words, [&](const auto& numerator, const auto& denominator) {
        return words.number(numerator) + "/" + words.number(denominator);
    });
}

} // namespace tiendo::web::view
