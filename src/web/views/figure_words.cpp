#include "web/views/figure_words.hpp"

#include "base/text.hpp"
#include "web/views/target_words.hpp"

#include <algorithm>

namespace tiendo::web::view {

namespace {

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

std::string part_value(
    const FigurePart& part, const Measure& measure, const Indicator& indicator, const Wording& words
)
{
    if (indicator.shape == Shape::yes_no) return yes_no_words(part, words);
    if (!part.ratio) return words.text("figure.not_arising");
    if (is_plain_count(indicator)) return words.number(part.numerator);
    const auto number = words.number(part.ratio->rounded(indicator.decimals), indicator.decimals);
    const bool has_short_unit =
        is_percent(measure, indicator) || (measure.quantity && measure.quantity->unit == "ratio");
    return has_short_unit ? amount_words(number, measure, indicator, words) : number;
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
    case FigureState::division_by_zero:
        return words.text("figure.division_by_zero");
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
    if (figure.state != FigureState::value || is_plain_count(indicator) ||
        indicator.shape == Shape::yes_no)
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

std::optional<Decimal> plotted(const Figure& figure, const Indicator& indicator)
{
    std::optional<Decimal> lowest;
    for (const auto& part : figure.parts) {
        if (!part.ratio) continue;
        const auto value = part.ratio->rounded(indicator.decimals);
        if (!lowest || value < *lowest) lowest = value;
    }
    return lowest;
}

std::string difference_words(
    const Decimal& value, const Decimal& from, const Indicator& indicator, const Wording& words
)
{
    const auto difference = subtract(value, from);
    if (!difference) return {};
    const bool is_below = *difference < Decimal{0};
    const auto size =
        is_below ? subtract(Decimal{0}, *difference).value_or(*difference) : *difference;
    const auto shown = words.number(size, indicator.decimals);
    if (difference->is_zero()) return shown;
    return (is_below ? "−" : "+") + shown;
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
