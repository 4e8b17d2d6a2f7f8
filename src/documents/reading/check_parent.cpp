#include "documents/reading/check_parent.hpp"

#include "base/number_text.hpp"
#include "base/text.hpp"
#include "documents/reading/finding_list.hpp"
#include "documents/text/vocabulary.hpp"

#include <algorithm>

namespace tiendo::documents {

namespace {

std::string level_text(const Quantity& quantity)
{
    const auto number = vietnamese_number(quantity.value);
    if (quantity.unit == "percent") return number + "%";
    if (quantity.unit == "ratio") return number + " lần";
    if (quantity.unit.starts_with("per_")) {
        const auto base = Decimal::parse(quantity.unit.substr(4));
        return number + "/" + (base ? vietnamese_number(*base) : quantity.unit.substr(4));
    }
    return quantity.unit == "count" ? number : number + " " + quantity.unit;
}

/// Where something that is not here would stand: at the objective whose targets answer the
/// parent's objective, else where the targets begin.
LineRange place_for(
    const ReadTarget& missing, const std::vector<ComparedTarget>& compared, const PlanReading& plan
)
{
    const auto objective_of = [](const std::string& target) {
        return target.substr(0, target.find('.'));
    };
    const auto neighbour = std::ranges::find_if(compared, [&](const ComparedTarget& line) {
        return line.own && line.parent && objective_of(line.parent->id) == objective_of(missing.id);
    });
    if (neighbour == compared.end())
        return plan.objectives.empty() ? LineRange{} : plan.objectives.front().lines;
    const auto own = objective_of(neighbour->own->id);
    const auto objective = std::ranges::find(plan.objectives, own, &ReadObjective::id);
    return objective == plan.objectives.end() || objective->lines == LineRange{}
               ? neighbour->own->lines
               : objective->lines;
}

void tell_quantities(const ComparedTarget& line, FindingList& findings)
{
    for (const auto& quantity : line.quantities) {
        if (!quantity.own || !quantity.parent) continue;
        const bool is_lower = quantity.standing == ParentStanding::weaker;
        if (!is_lower && quantity.standing != ParentStanding::other_unit) continue;
        findings.add(
            is_lower ? "parent_target_lower" : "parent_unit_differs",
            line.own->lines,
            {{"here", level_text(*quantity.own)},
             {"there", level_text(*quantity.parent)},
             {"parent", line.parent->id}}
        );
    }
}

} // namespace

std::vector<ComparedTarget>
compared_with_parent(const std::vector<ReadTarget>& own, const std::vector<ReadTarget>& parent)
{
    const auto lines = vocabulary_lines("narrowing_phrases");
    return compare_with_parent(own, parent, {lines.begin(), lines.end()});
}

void check_against_parent(PlanReading& plan, const PlanReading& parent)
{
    FindingList findings;
    const auto compared = compared_with_parent(targets_of(plan), targets_of(parent));
    for (const auto& line : compared) {
        if (!line.parent) continue;
        if (!line.own) {
            findings.add(
                "parent_target_missing",
                place_for(*line.parent, compared, plan),
                {{"parent", line.parent->id}, {"text", line.parent->text}}
            );
            continue;
        }
        tell_quantities(line, findings);
        if (line.dropped.empty()) continue;
        findings.add(
            "parent_wording_differs",
            line.own->lines,
            {{"parent", line.parent->id}, {"phrases", "“" + join(line.dropped, "”, “") + "”"}}
        );
    }
    const auto found = findings.sorted();
    plan.findings.insert(plan.findings.end(), found.begin(), found.end());
    std::ranges::stable_sort(plan.findings, {}, [](const Finding& finding) {
        return finding.lines.first;
    });
}

} // namespace tiendo::documents
