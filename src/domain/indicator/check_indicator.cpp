#include "domain/indicator/check_indicator.hpp"

#include "base/text.hpp"
#include "domain/indicator/formula.hpp"

namespace tiendo {
namespace {

constexpr int decimals_max = 6;
constexpr std::int64_t factor_max = 1'000'000'000;

Problem problem_of(FormulaFault fault, const char* field)
{
    auto problem = std::move(fault.problem);
    problem.args["at"] = std::to_string(fault.at);
    problem.args["length"] = std::to_string(fault.length);
    problem.place = field;
    return problem;
}

std::optional<Problem> formula_problem(
    const std::string& text,
    const char* field,
    const Indicator& indicator,
    const IndicatorLibrary& library
)
{
    if (text.empty()) return std::nullopt;
    auto parsed = parse_formula(text);
    if (auto* fault = std::get_if<FormulaFault>(&parsed))
        return problem_of(std::move(*fault), field);
    auto unknown = unknown_name(std::get<FormulaNode>(parsed), indicator, library);
    if (unknown) return problem_of(std::move(*unknown), field);
    return std::nullopt;
}

/// Counts of victims would leave the reporting line as parts of another figure.
bool names_sensitive(const Indicator& indicator, const IndicatorLibrary& library)
{
    for (const auto* text : {&indicator.formula, &indicator.divisor}) {
        const auto parsed = parse_formula(*text);
        const auto* formula = std::get_if<FormulaNode>(&parsed);
        if (formula == nullptr) continue;
        for (const auto& id : named_indicators(*formula)) {
            const auto* named = library.find(id);
            if (named != nullptr && named->sensitive) return true;
        }
    }
    return false;
}

bool is_rate(const Indicator& indicator)
{
    if (indicator.across_units == AcrossUnits::share_of_units) return true;
    if (!indicator.divisor.empty()) return true;
    return indicator.formula.empty() && indicator.shape != Shape::count &&
           indicator.shape != Shape::quarters;
}

} // namespace

std::vector<Problem> problems_of(const Indicator& indicator, const IndicatorLibrary& library)
{
    std::vector<Problem> problems;
    if (squeeze(indicator.name).empty()) problems.push_back({"indicator.name_missing", {}, "name"});
    for (const auto& [text, field] :
         {std::pair{&indicator.formula, "formula"}, std::pair{&indicator.divisor, "divisor"}})
        if (auto problem = formula_problem(*text, field, indicator, library))
            problems.push_back(std::move(*problem));
    if (indicator.formula.empty() && !indicator.divisor.empty())
        problems.push_back({"indicator.divisor_alone", {}, "formula"});
    if (indicator.factor < 1 || indicator.factor > factor_max)
        problems.push_back({"indicator.factor_wrong", {}, "factor"});
    if (indicator.decimals < 0 || indicator.decimals > decimals_max)
        problems.push_back(
            {"indicator.decimals_wrong", {{"most", std::to_string(decimals_max)}}, "decimals"}
        );
    if (indicator.small_denominator < 0)
        problems.push_back({"indicator.small_denominator_wrong", {}, "small_denominator"});
    if (is_rate(indicator) && indicator.across_units == AcrossUnits::average)
        problems.push_back({"indicator.average_of_rates", {}, "across_units"});
    if (is_rate(indicator) && indicator.across_time == AcrossTime::average)
        problems.push_back({"indicator.average_of_rates", {}, "across_time"});
    if (!indicator.sensitive && names_sensitive(indicator, library))
        problems.push_back({"indicator.names_sensitive", {}, "sensitive"});
    return problems;
}

} // namespace tiendo
