#include "app/plan/parent_plans.hpp"

#include "app/plan/plans.hpp"
#include "documents/exchange/parent_plan_json.hpp"
#include "documents/reading/check_parent.hpp"

#include <algorithm>

namespace tiendo::app {
namespace {

constexpr std::string_view imported = "plan/";
constexpr std::string_view known = "known/";

std::string setting_of(const PlanId& plan)
{
    return "plan/" + plan.str() + "/parent";
}

struct Parent {
    std::vector<ReadTarget> targets{};
    std::set<std::string> unverified{};
};

Result<Parent> parent_of_key(Work& work, const std::string& key)
{
    if (key.starts_with(known)) {
        const auto* parent = documents::embedded_parent_plan(key.substr(known.size()));
        if (parent != nullptr) return Parent{targets_of(parent->reading), parent->unverified};
    }
    if (key.starts_with(imported)) {
        const auto plan = TRY(plan_in_use(work, PlanId(key.substr(imported.size()))));
        return Parent{targets_of(plan), {}};
    }
    return refuse(Refusal::not_found, "parent_plan.unknown");
}

} // namespace

Result<std::vector<ParentChoice>> parent_choices(Work& work, const PlanId& plan)
{
    TRY(require(work, Right::see_plan));
    std::vector<ParentChoice> choices;
    for (const auto& other : TRY(plans(work))) {
        if (other.id == plan) continue;
        choices.push_back({std::string(imported) + other.id.str(), other.title, {}});
    }
    for (const auto& parent : documents::embedded_parent_plans())
        choices.push_back({std::string(known) + parent.id, parent.name, parent.name_en});
    return choices;
}

Result<Done> choose_parent(Work& work, const PlanId& plan, const std::string& key)
{
    TRY(require(work, Right::edit_plan));
    TRY(plan_summary(work, plan));
    const auto setting = setting_of(plan);
    if (work.kept.settings().find(setting).value_or("") == key) return done;
    if (key.empty()) {
        work.kept.settings().remove(setting);
    } else {
        const auto choices = TRY(parent_choices(work, plan));
        if (std::ranges::find(choices, key, &ParentChoice::key) == choices.end())
            return refuse(Refusal::not_found, "parent_plan.unknown");
        work.kept.settings().put(setting, key);
    }
    record(work, "plan.parent", {plan, {}, {}, key});
    return done;
}

Result<std::optional<BesideParent>> beside_parent(Work& work, const PlanId& plan)
{
    TRY(require(work, Right::see_plan));
    const auto own = TRY(plan_in_use(work, plan));
    const auto key = work.kept.settings().find(setting_of(plan));
    if (!key) return std::optional<BesideParent>{};
    auto parent = TRY(parent_of_key(work, *key));
    return std::optional(BesideParent{
        *key,
        documents::compared_with_parent(targets_of(own), parent.targets),
        std::move(parent.unverified)
    });
}

} // namespace tiendo::app
