#include "web/pages/suppliers.hpp"

#include "app/org/directory.hpp"
#include "app/plan/plans.hpp"
#include "app/task/tasks.hpp"
#include "base/text.hpp"
#include "web/error_page.hpp"
#include "web/pages/plan_paths.hpp"
#include "web/pages/supplier_choice.hpp"
#include "web/views/unit_words.hpp"

#include <algorithm>
#include <set>

namespace tiendo::web {
namespace {

view::List
indicator_choices(const Measure& measure, const IndicatorLibrary& library, Language language)
{
    // The best fits first: a proposal, which a person chooses.
    std::vector<const Indicator*> order = library.fitting(measure.title);
    for (const auto& indicator : library.all()) {
        if (std::ranges::find(order, &indicator) == order.end()) order.push_back(&indicator);
    }
    view::List choices;
    for (const auto* indicator : order) {
        const bool english = language == Language::english && !indicator->name_en.empty();
        choices.emplace_back(view::Object{
            {"value", indicator->id.str()},
            {"name", english ? indicator->name_en : indicator->name},
            {"is_chosen", indicator->id == measure.indicator}
        });
    }
    return choices;
}

std::vector<UnitId> ids_in(const std::vector<std::string>& values)
{
    std::vector<UnitId> ids;
    for (const auto& value : values)
        if (!value.empty()) ids.emplace_back(value);
    return ids;
}

/// A measure with what was typed into its form where that came back, refused.
Measure with_typed(Measure measure, const SupplierChoice& choice, const Fields* typed)
{
    if (typed == nullptr || (*typed)["measure"] != measure.id.str()) return measure;
    measure.indicator = IndicatorId(std::string((*typed)["indicator"]));
    if (choice.are_many())
        measure.suppliers = choice.checked(*typed, measure.suppliers);
    else
        measure.suppliers = ids_in(typed->all("unit"));
    measure.no_source = squeeze((*typed)["no_source"]);
    return measure;
}

view::Object suppliers_view(
    const Plan& plan,
    const UnitDirectory& directory,
    const IndicatorLibrary& library,
    const Visit& visit,
    const Fields* typed
)
{
    const SupplierChoice choice(plan, directory);
    const auto& words = visit.words;
    view::List rows;
    for (const auto& kept : plan.measures) {
        const auto measure = with_typed(kept, choice, typed);
        const auto* indicator = library.find(measure.indicator);
        const bool is_about = measure.quantity && measure.quantity->comparator == Comparator::about;
        const bool is_back = typed != nullptr && (*typed)["measure"] == measure.id.str();
        view::Object row{
            {"id", measure.id.str()},
            {"has_all_communes", is_back && typed->has("all_communes")},
            {"anchor", "m-" + anchor_of(measure.id.str())},
            {"title", measure.title},
            {"has_indicator", indicator != nullptr},
            {"indicator", indicator == nullptr ? std::string{} : indicator->name},
            {"indicators", indicator_choices(measure, library, words.language())},
            {"suppliers", view::unit_names(measure.suppliers, directory, words)},
            {"has_suppliers", !measure.suppliers.empty()},
            {"no_source", measure.no_source},
            {"has_no_source", !measure.no_source.empty()},
            {"is_about", is_about},
            {"tolerance", measure.tolerance ? measure.tolerance->str() : std::string{}},
            {"typed_units", is_back ? std::string((*typed)["unit_names"]) : std::string{}},
            {"is_open",
             is_back || measure.indicator.empty() ||
                 (measure.suppliers.empty() && measure.no_source.empty())}
        };
        choice.show(row, measure.suppliers, "s-" + anchor_of(measure.id.str()));
        rows.emplace_back(std::move(row));
    }
    return {
        {"title", words.text("suppliers.title")},
        {"rows", std::move(rows)},
        {"action", plan_path(plan.id, "giao-so-lieu")},
        {"may_edit", may(visit.actor, Right::edit_plan)},
        {"steps", plan_steps(plan.id, "giao-so-lieu", words)}
    };
}

Result<Done> change_if_new(
    app::Work& work,
    const PlanId& id,
    const std::string& path,
    const std::string& before,
    const std::string& now,
    const std::string& reason
)
{
    if (before == now) return done;
    return app::change_plan(work, id, {path, now, reason, {}});
}

std::string ids_text(const std::vector<UnitId>& units)
{
    std::vector<std::string> ids;
    for (const auto& unit : units)
        ids.push_back(unit.str());
    return join(ids, "; ");
}

Result<Done>
keep_suppliers(app::Work& work, const PlanId& id, const Request& request, const std::string& reason)
{
    const MeasureId measure_id(std::string(request.form["measure"]));
    const auto plan = TRY(app::plan_in_use(work, id));
    const auto* measure = plan.measure(measure_id);
    if (measure == nullptr)
        return refuse(Refusal::not_found, "plan.unknown_measure", {{"measure", measure_id.str()}});
    const auto path = "measure/" + measure_id.str() + "/";
    const SupplierChoice choice(plan, app::directory(work));
    const auto chosen = choice.read(request.form, measure->suppliers);
    if (!chosen) {
        auto refused = chosen.error();
        refused.problems.front().place = "m-" + anchor_of(measure_id.str());
        return refused;
    }
    const auto suppliers = ids_text(*chosen);
    const auto no_source = squeeze(request.form["no_source"]);
    if (!suppliers.empty() && !no_source.empty()) {
        return refuse(Refusal::invalid, "suppliers.both", {}, "m-" + anchor_of(measure_id.str()));
    }
    TRY(change_if_new(
        work,
        id,
        path + "indicator",
        measure->indicator.str(),
        std::string(request.form["indicator"]),
        {}
    ));
    TRY(change_if_new(work, id, path + "suppliers", ids_text(measure->suppliers), suppliers, {}));
    TRY(change_if_new(work, id, path + "no_source", measure->no_source, no_source, {}));
    if (request.form.has("tolerance")) {
        const auto before = measure->tolerance ? measure->tolerance->str() : std::string{};
        TRY(change_if_new(
            work, id, path + "tolerance", before, squeeze(request.form["tolerance"]), reason
        ));
    }
    return done;
}

Result<Response> suppliers_page(Visit& visit, const Request& request, const Error* error)
{
    return visit.read([&](app::Work& work) -> Result<Response> {
        const auto plan = TRY(app::plan_in_use(work, plan_in_path(request)));
        auto data = suppliers_view(
            plan,
            app::directory(work),
            app::library(work),
            visit,
            error == nullptr ? nullptr : &request.form
        );
        if (error != nullptr) show_problems(data, *error, visit.words);
        return html(visit.page("suppliers", std::move(data)), error == nullptr ? 200 : 422);
    });
}

/// What stands for all communes where a lead is chosen: each of them is then tracked by itself.
constexpr std::string_view all_communes = "xa-thi-tran";

Result<Response> tasks_page(Visit& visit, const Request& request, const Error* error)
{
    return visit.read([&](app::Work& work) -> Result<Response> {
        const auto plan = TRY(app::plan_in_use(work, plan_in_path(request)));
        const auto directory = app::directory(work);
        const SupplierChoice choice(plan, directory);
        // What was chosen and typed stays, where it was refused.
        const auto chosen = request.form.all("task");
        view::List rows;
        for (const auto* task : plan.active_tasks()) {
            rows.emplace_back(view::Object{
                {"id", task->id},
                {"anchor", "t-" + anchor_of(task->id)},
                {"text", task->text},
                {"lead", view::unit_names(task->lead, directory, visit.words)},
                {"has_lead", !task->lead.empty()},
                {"with", view::unit_names(task->with, directory, visit.words)},
                {"has_with", !task->with.empty()},
                {"due", task->due ? visit.words.day(*task->due) : std::string{}},
                {"product", task->product},
                {"is_chosen", std::ranges::find(chosen, task->id) != chosen.end()}
            });
        }
        view::Object data{
            {"title", visit.words.text("assignment.title")},
            {"rows", std::move(rows)},
            {"leads",
             unit_choices(choice.offered(), ids_in({std::string(request.form["lead"])}), "lead")},
            {"partners", unit_choices(choice.offered(), ids_in(request.form.all("with")), "with")},
            {"all_communes", std::string(all_communes)},
            {"are_many", choice.are_many()},
            {"typed_lead", std::string(request.form["lead_name"])},
            {"typed_with", std::string(request.form["with_names"])},
            {"typed_due", std::string(request.form["due"])},
            {"typed_product", std::string(request.form["product"])},
            {"docx_path", plan_path(plan.id, "giao-nhiem-vu/phu-luc.docx")},
            {"action", plan_path(plan.id, "giao-nhiem-vu")},
            {"may_edit", may(visit.actor, Right::edit_plan)},
            {"steps", plan_steps(plan.id, "giao-nhiem-vu", visit.words)}
        };
        if (error != nullptr) show_problems(data, *error, visit.words);
        return html(visit.page("task_assignment", std::move(data)), error == nullptr ? 200 : 422);
    });
}

Result<Done> assign_tasks(app::Work& work, const PlanId& id, const Request& request)
{
    const SupplierChoice choice(TRY(app::plan_in_use(work, id)), app::directory(work));
    app::Assignment assignment;
    assignment.tasks = request.form.all("task");
    const auto lead = std::string(request.form["lead"]);
    assignment.lead = TRY(choice.typed(request.form["lead_name"]));
    if (assignment.lead.empty())
        assignment.lead = lead == all_communes ? choice.communes() : ids_in({lead});
    assignment.with = ids_in(request.form.all("with"));
    for (auto& unit : TRY(choice.typed(request.form["with_names"])))
        assignment.with.push_back(std::move(unit));
    assignment.due = request.form["due"];
    assignment.product = request.form["product"];
    return app::assign_tasks(work, id, assignment);
}

} // namespace

Result<Response> get_suppliers(Visit& visit, const Request& request)
{
    return suppliers_page(visit, request, nullptr);
}

Result<Response> post_suppliers(Visit& visit, const Request& request)
{
    const auto id = plan_in_path(request);
    const auto reason = visit.words.text("suppliers.tolerance_reason");
    const auto kept =
        visit.write([&](app::Work& work) { return keep_suppliers(work, id, request, reason); });
    if (!kept) return suppliers_page(visit, request, &kept.error());
    return see_other(plan_path(id, "giao-so-lieu") + "#m-" + anchor_of(request.form["measure"]));
}

Result<Response> get_task_assignment(Visit& visit, const Request& request)
{
    return tasks_page(visit, request, nullptr);
}

Result<Response> post_task_assignment(Visit& visit, const Request& request)
{
    const auto id = plan_in_path(request);
    const auto kept = visit.write([&](app::Work& work) { return assign_tasks(work, id, request); });
    if (!kept) return tasks_page(visit, request, &kept.error());
    return see_other(plan_path(id, "giao-nhiem-vu"));
}

Result<Response> get_assignment_docx(Visit& visit, const Request& request)
{
    auto bytes = TRY(visit.read([&](app::Work& work) {
        return app::assignment_docx(work, plan_in_path(request));
    }));
    return download(
        std::move(bytes),
        "phan-cong-nhiem-vu.docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    );
}

} // namespace tiendo::web
