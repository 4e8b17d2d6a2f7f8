#include "domain/indicator/check_indicator.hpp"

#include "base/text.hpp"
#include "domain/indicator/formula_needs.hpp"

#include <algorithm>
#include <set>

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

/// The other entries that an entry's formulas name.
std::vector<IndicatorId> entries_named(const Indicator& indicator)
{
    std::vector<IndicatorId> entries;
    for (const auto& of : needs_of(indicator, {}).others)
        if (!of.indicator.empty()) entries.push_back(of.indicator);
    return entries;
}

/// Counts of victims would leave the reporting line as parts of another figure.
bool names_sensitive(const Indicator& indicator, const IndicatorLibrary& library)
{
    return std::ranges::any_of(entries_named(indicator), [&](const IndicatorId& id) {
        const auto* named = library.find(id);
        return named != nullptr && named->sensitive;
    });
}

/// The way on which an entry comes back to itself by what its formulas name: "b", "c", "a".
std::vector<IndicatorId> circle_of(const Indicator& indicator, const IndicatorLibrary& library)
{
    std::vector<std::vector<IndicatorId>> open{{indicator.id}};
    std::set<IndicatorId> seen;
    while (!open.empty()) {
        const auto way = std::move(open.back());
        open.pop_back();
        const auto* at = way.size() == 1 ? &indicator : library.find(way.back());
        if (at == nullptr) continue;
        for (const auto& named : entries_named(*at)) {
            auto longer = way;
            longer.push_back(named);
            if (named == indicator.id) return longer;
            if (seen.insert(named).second) open.push_back(std::move(longer));
        }
    }
    return {};
}

std::optional<Problem> circle_problem(const Indicator& indicator, const IndicatorLibrary& library)
{
    std::vector<std::string> way;
    for (const auto& id : circle_of(indicator, library))
        way.push_back(id.str());
    if (way.empty()) return std::nullopt;
    return Problem{"indicator.names_itself", {{"way", join(way, " → ")}}, "formula"};
}

/// Whether a formula sums over periods what counts all since the year began already.
bool sums_running_counts(
    const FormulaNode& node,
    const Indicator& indicator,
    const IndicatorLibrary& library,
    bool is_summed = false
)
{
    const auto& of = node.element.of;
    const auto* meant = of.indicator.empty() ? &indicator : library.find(of.indicator);
    if (node.kind == FormulaStepKind::element && is_summed && of.measure.empty())
        return meant != nullptr && meant->counting == Counting::cumulative;
    const bool inside = is_summed || node.kind == FormulaStepKind::cumulative;
    return std::ranges::any_of(node.parts, [&](const FormulaNode& part) {
        return sums_running_counts(part, indicator, library, inside);
    });
}

std::optional<Problem> sum_problem(const Indicator& indicator, const IndicatorLibrary& library)
{
    for (const auto& [text, field] :
         {std::pair{&indicator.formula, "formula"}, std::pair{&indicator.divisor, "divisor"}}) {
        const auto parsed = parse_formula(*text);
        const auto* formula = std::get_if<FormulaNode>(&parsed);
        if (formula != nullptr && sums_running_counts(*formula, indicator, library))
            return Problem{"indicator.sums_running_counts", {}, field};
    }
    return std::nullopt;
}

/// The first number of a measure that the plan does not have, or that the entry must not take.
std::optional<FormulaFault> wrong_measure(
    const FormulaNode& formula,
    const Indicator& indicator,
    const Plan& plan,
    const IndicatorLibrary& library
)
{
    if (const auto& id = formula.element.of.measure; !id.empty()) {
        const auto* measure = plan.measure(id);
        const auto* entry = measure == nullptr ? nullptr : library.find(measure->indicator);
        const auto fault = [&](const char* key) {
            return FormulaFault{
                {key, {{"text", formula_text(formula.element)}}, {}}, formula.at, formula.length
            };
        };
        if (entry == nullptr || !has_element(*entry, formula.element))
            return fault("formula.measure_unknown");
        if (entry->sensitive && !indicator.sensitive) return fault("indicator.measure_sensitive");
    }
    for (const auto& part : formula.parts)
        if (auto fault = wrong_measure(part, indicator, plan, library)) return fault;
    return std::nullopt;
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
    if (auto problem = circle_problem(indicator, library)) problems.push_back(std::move(*problem));
    if (auto problem = sum_problem(indicator, library)) problems.push_back(std::move(*problem));
    if (!indicator.sensitive && names_sensitive(indicator, library))
        problems.push_back({"indicator.names_sensitive", {}, "sensitive"});
    return problems;
}

std::vector<Problem>
problems_in_plan(const Indicator& indicator, const Plan& plan, const IndicatorLibrary& library)
{
    std::vector<Problem> problems;
    for (const auto& [text, field] :
         {std::pair{&indicator.formula, "formula"}, std::pair{&indicator.divisor, "divisor"}}) {
        const auto parsed = parse_formula(*text);
        const auto* formula = std::get_if<FormulaNode>(&parsed);
        if (formula == nullptr) continue;
        auto fault = wrong_measure(*formula, indicator, plan, library);
        if (!fault) continue;
        fault->problem.args["plan"] = plan.head.title;
        problems.push_back(problem_of(std::move(*fault), field));
    }
    return problems;
}

} // namespace tiendo
