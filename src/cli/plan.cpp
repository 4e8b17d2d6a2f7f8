#include "app/plan/plan_stage_name.hpp"
#include "app/plan/plans.hpp"
#include "cli/commands.hpp"
#include "documents/exchange/plan_json.hpp"
#include "web/json_text.hpp"

namespace tiendo::cli {

namespace {

std::string plan_line(const app::PlanSummary& plan, const Surroundings& around)
{
    const auto stage = app::name_of(plan.stage);
    if (around.json)
        return R"({"id":)" + plan.id.str() + R"(,"title":)" + web::json_text(plan.title) +
               R"(,"stage":")" + stage + R"("})";
    return plan.id.str() + "\t" + around.console.words.text(std::string("plan_stage.") + stage) +
           "\t" + plan.title;
}

void print_plan(const Console& console, const Plan& plan)
{
    console.print(plan.head.title);
    for (const auto& objective : plan.objectives) {
        console.print("");
        console.print(objective.id + ". " + objective.title);
        for (const auto& target : objective.targets)
            console.print("  " + target.id + "  " + target.text);
    }
    console.print("");
    console.say(
        "command.plan_sizes",
        {{"measures", std::to_string(plan.measures.size())},
         {"tasks", std::to_string(plan.active_tasks().size())},
         {"findings", std::to_string(plan.findings.size())},
         {"questions", std::to_string(open_questions(plan).size())}}
    );
}

} // namespace

int plan_list(const Surroundings& around)
{
    auto office = open_office(around.data, store::Access::read);
    if (!office) return around.console.refuse(office.error());
    const auto found =
        office->read(operator_actor(), [](app::Work& work) { return app::plans(work); });
    if (!found) return around.console.refuse(found.error());
    std::vector<std::string> lines;
    for (const auto& plan : *found)
        lines.push_back(plan_line(plan, around));
    around.console.print_list(lines, around.json);
    return exit_done;
}

int plan_show(const Surroundings& around, const std::string& id)
{
    auto office = open_office(around.data, store::Access::read);
    if (!office) return around.console.refuse(office.error());
    const PlanId plan(id);
    if (around.json) {
        const auto reading = office->read(operator_actor(), [&](app::Work& work) {
            return app::plan_reading(work, plan);
        });
        if (!reading) return around.console.refuse(reading.error());
        around.console.print(documents::to_plan_json(*reading));
        return exit_done;
    }
    const auto shown = office->read(operator_actor(), [&](app::Work& work) {
        return app::plan_in_use(work, plan);
    });
    if (!shown) return around.console.refuse(shown.error());
    print_plan(around.console, *shown);
    return exit_done;
}

} // namespace tiendo::cli
