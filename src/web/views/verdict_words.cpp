#include "web/views/verdict_words.hpp"

#include "web/views/figure_words.hpp"
#include "web/views/target_words.hpp"

namespace tiendo::web::view {

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
        arg->second = amount_words(shown, measure, indicator, words);
    };
    put("bound", std::nullopt);
    put("target", std::nullopt);
    put("value", indicator.decimals);
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
         {"bound", amount_words(number("bound"), measure, indicator, words)}}
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

} // namespace tiendo::web::view
