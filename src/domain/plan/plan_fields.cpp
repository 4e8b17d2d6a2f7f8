#include "domain/plan/plan_fields.hpp"

#include "base/day_text.hpp"
#include "base/number_text.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <set>

namespace tiendo {
namespace {

constexpr std::array<std::pair<Comparator, std::string_view>, 6> comparators{{
    {Comparator::at_least, "at_least"},
    {Comparator::at_most, "at_most"},
    {Comparator::above, "above"},
    {Comparator::below, "below"},
    {Comparator::about, "about"},
    {Comparator::exactly, "exactly"},
}};

constexpr std::array<std::pair<Cadence, std::string_view>, 4> cadences{{
    {Cadence::month, "month"},
    {Cadence::quarter, "quarter"},
    {Cadence::half_year, "half_year"},
    {Cadence::year, "year"},
}};

Error bad_value(const std::string& value)
{
    return refuse(Refusal::invalid, "plan_field.value_not_understood", {{"value", value}});
}

Result<Done> set_text(std::string& field, const std::string& value)
{
    field = squeeze(value);
    return done;
}

/// An empty value clears the field; "26,05", "26.05" and "2023-12-31", "31/12/2023" are understood.
Result<Done> set_number(std::optional<Decimal>& field, const std::string& value)
{
    if (trim(value).empty()) {
        field.reset();
        return done;
    }
    const auto plain = Decimal::parse(trim(value));
    const auto typed = read_typed_number(value);
    if (!plain && !typed) return bad_value(value);
    field = plain ? *plain : typed->value;
    return done;
}

Result<Done> set_date(std::optional<Date>& field, const std::string& value)
{
    field.reset();
    if (trim(value).empty()) return done;
    field = read_typed_day(value);
    if (!field) return bad_value(value);
    return done;
}

Result<Done> set_units(UnitIds& field, const std::string& value)
{
    field.clear();
    for (const auto& part : split(value, ';')) {
        if (const auto id = trim(part); !id.empty()) field.emplace_back(std::string(id));
    }
    return done;
}

Quantity& quantity_of(Measure& measure)
{
    if (!measure.quantity) measure.quantity = Quantity{};
    return *measure.quantity;
}

Result<Done> set_required_number(Decimal& field, const std::string& value)
{
    std::optional<Decimal> number;
    TRY(set_number(number, value));
    if (!number) return bad_value(value);
    field = *number;
    return done;
}

using MeasureSetter = Result<Done> (*)(Measure&, const std::string&);
using TaskSetter = Result<Done> (*)(Task&, const std::string&);
using HeadSetter = Result<Done> (*)(DocumentHead&, const std::string&);

Result<Done> set_comparator(Measure& measure, const std::string& value)
{
    const auto comparator = comparator_named(value);
    if (!comparator) return bad_value(value);
    quantity_of(measure).comparator = *comparator;
    return done;
}

Result<Done> set_cadence(Measure& measure, const std::string& value)
{
    auto& every = quantity_of(measure).every;
    every = cadence_named(value);
    if (!every && !trim(value).empty()) return bad_value(value);
    return done;
}

Result<Done> set_precision(Measure& measure, const std::string& value)
{
    if (value != "exact" && value != "written") return bad_value(value);
    measure.at_written_precision = value == "written";
    return done;
}

Result<Done> set_suppliers(Measure& measure, const std::string& value)
{
    if (!trim(value).empty()) measure.no_source.clear();
    return set_units(measure.suppliers, value);
}

Result<Done> set_no_source(Measure& measure, const std::string& value)
{
    if (!trim(value).empty()) measure.suppliers.clear();
    return set_text(measure.no_source, value);
}

Result<Done> set_inner_value(Measure& measure, const std::string& value)
{
    if (trim(value).empty()) {
        measure.inner.reset();
        return done;
    }
    auto inner = measure.inner.value_or(Quantity{});
    TRY(set_required_number(inner.value, value));
    measure.inner = inner;
    return done;
}

const std::map<std::string_view, MeasureSetter> measure_setters{
    {"title", [](Measure& m, const std::string& v) { return set_text(m.title, v); }},
    {"comparator", set_comparator},
    {"value",
     [](Measure& m, const std::string& v) { return set_required_number(quantity_of(m).value, v); }},
    {"unit", [](Measure& m, const std::string& v) { return set_text(quantity_of(m).unit, v); }},
    {"baseline",
     [](Measure& m, const std::string& v) { return set_number(quantity_of(m).baseline, v); }},
    {"due", [](Measure& m, const std::string& v) { return set_date(quantity_of(m).due, v); }},
    {"every", set_cadence},
    {"inner_value", set_inner_value},
    {"indicator",
     [](Measure& m, const std::string& v) -> Result<Done> {
         m.indicator = IndicatorId(std::string(trim(v)));
         return done;
     }},
    {"suppliers", set_suppliers},
    {"no_source", set_no_source},
    {"tolerance", [](Measure& m, const std::string& v) { return set_number(m.tolerance, v); }},
    {"precision", set_precision},
    {"not_judged", [](Measure& m, const std::string& v) { return set_text(m.not_judged, v); }},
};

const std::map<std::string_view, TaskSetter> task_setters{
    {"text", [](Task& t, const std::string& v) { return set_text(t.text, v); }},
    {"lead", [](Task& t, const std::string& v) { return set_units(t.lead, v); }},
    {"with", [](Task& t, const std::string& v) { return set_units(t.with, v); }},
    {"due", [](Task& t, const std::string& v) { return set_date(t.due, v); }},
    {"product", [](Task& t, const std::string& v) { return set_text(t.product, v); }},
    {"objective", [](Task& t, const std::string& v) { return set_text(t.objective, v); }},
    {"merged_into", [](Task& t, const std::string& v) { return set_text(t.merged_into, v); }},
};

const std::map<std::string_view, HeadSetter> head_setters{
    {"number", [](DocumentHead& h, const std::string& v) { return set_text(h.number, v); }},
    {"symbol", [](DocumentHead& h, const std::string& v) { return set_text(h.symbol, v); }},
    {"date", [](DocumentHead& h, const std::string& v) { return set_date(h.date, v); }},
    {"issuer", [](DocumentHead& h, const std::string& v) { return set_text(h.issuer, v); }},
    {"place", [](DocumentHead& h, const std::string& v) { return set_text(h.place, v); }},
    {"title", [](DocumentHead& h, const std::string& v) { return set_text(h.title, v); }},
    {"period_from", [](DocumentHead& h, const std::string& v) { return set_date(h.period_from, v); }
    },
    {"period_to", [](DocumentHead& h, const std::string& v) { return set_date(h.period_to, v); }},
};

constexpr std::array<PlanField, 32> all_fields{{
    {"document", "number"},
    {"document", "symbol"},
    {"document", "date"},
    {"document", "issuer"},
    {"document", "place"},
    {"document", "title"},
    {"document", "period_from"},
    {"document", "period_to"},
    {"objective", "title"},
    {"target", "text"},
    {"measure", "title"},
    {"measure", "comparator"},
    {"measure", "value"},
    {"measure", "unit"},
    {"measure", "baseline"},
    {"measure", "due"},
    {"measure", "every"},
    {"measure", "inner_value"},
    {"measure", "indicator"},
    {"measure", "suppliers"},
    {"measure", "no_source"},
    {"measure", "tolerance"},
    {"measure", "not_judged"},
    {"task", "text"},
    {"task", "lead"},
    {"task", "with"},
    {"task", "due"},
    {"task", "product"},
    {"task", "merged_into"},
    {"duty", "units"},
    {"workflow", "leader_step"},
    {"workflow", "without_leader"},
}};

template <class Setters> auto setter_named(const Setters& setters, const std::string& field)
{
    const auto found = setters.find(field);
    return found == setters.end() ? nullptr : found->second;
}

/// "3" of "3.2" and "3.2a": the part before the last point.
std::string parent_of(const std::string& id)
{
    const auto dot = id.rfind('.');
    return dot == std::string::npos ? std::string{} : id.substr(0, dot);
}

Objective& objective_of(Plan& plan, const std::string& id)
{
    const auto found = std::ranges::find(plan.objectives, id, &Objective::id);
    if (found != plan.objectives.end()) return *found;
    plan.objectives.push_back({id, {}, {}});
    return plan.objectives.back();
}

Target& target_of(Plan& plan, const std::string& id)
{
    auto& objective = objective_of(plan, parent_of(id));
    const auto found = std::ranges::find(objective.targets, id, &Target::id);
    if (found != objective.targets.end()) return *found;
    objective.targets.push_back({id, {}, {}, {}});
    return objective.targets.back();
}

Measure& measure_of(Plan& plan, const std::string& id)
{
    const auto found = std::ranges::find(plan.measures, MeasureId(id), &Measure::id);
    if (found != plan.measures.end()) return *found;
    auto target_id = id;
    while (!target_id.empty() && target_id.back() >= 'a' && target_id.back() <= 'z')
        target_id.pop_back();
    auto& target = target_of(plan, target_id);
    Measure measure;
    measure.id = MeasureId(id);
    measure.target = target_id;
    measure.objective = parent_of(target_id);
    measure.title = target.text;
    target.measures.push_back(measure.id);
    plan.measures.push_back(std::move(measure));
    return plan.measures.back();
}

Task& task_of(Plan& plan, const std::string& id)
{
    const auto found = std::ranges::find(plan.tasks, id, &Task::id);
    if (found != plan.tasks.end()) return *found;
    Task task;
    task.id = id;
    task.objective = parent_of(id);
    plan.tasks.push_back(std::move(task));
    return plan.tasks.back();
}

Result<Done> set_target_text(Plan& plan, const std::string& id, const std::string& value)
{
    auto& target = target_of(plan, id);
    target.text = squeeze(value);
    if (target.measures.empty()) measure_of(plan, id);
    for (auto& measure : plan.measures) {
        if (measure.target == id && target.measures.size() == 1) measure.title = target.text;
    }
    return done;
}

Result<Done> set_duty_units(Plan& plan, const std::string& id, const std::string& value)
{
    const auto found = std::ranges::find(plan.duties, id, &Duty::id);
    if (found == plan.duties.end())
        return refuse(Refusal::not_found, "plan_field.unknown_duty", {{"id", id}});
    return set_units(found->units, value);
}

/// How reports travel is no part of the document: the change itself says it (leader_step_of).
Result<Done> check_workflow(const PlanPath& path, const std::string& value)
{
    static const std::map<std::string_view, std::set<std::string_view>> values{
        {"leader_step", {"on", "off"}},
        {"without_leader", {"submit", "wait"}},
    };
    const auto found = values.find(path.field);
    if (found == values.end())
        return refuse(
            Refusal::invalid, "plan_field.unknown", {{"field", "workflow/" + path.field}}
        );
    if (!found->second.contains(value)) return bad_value(value);
    return done;
}

} // namespace

std::optional<Comparator> comparator_named(std::string_view name)
{
    const auto found =
        std::ranges::find(comparators, name, [](const auto& entry) { return entry.second; });
    if (found == comparators.end()) return std::nullopt;
    return found->first;
}

std::string_view name_of(Comparator comparator)
{
    return std::ranges::find(
               comparators, comparator, [](const auto& entry) { return entry.first; }
    )->second;
}

std::optional<Cadence> cadence_named(std::string_view name)
{
    const auto found =
        std::ranges::find(cadences, name, [](const auto& entry) { return entry.second; });
    if (found == cadences.end()) return std::nullopt;
    return found->first;
}

std::string_view name_of(Cadence cadence)
{
    return std::ranges::find(
               cadences, cadence, [](const auto& entry) { return entry.first; }
    )->second;
}

std::span<const PlanField> plan_fields()
{
    return all_fields;
}

std::optional<PlanPath> parse_plan_path(std::string_view path)
{
    const auto parts = split(path, '/');
    if (parts.size() == 2 && (parts[0] == "document" || parts[0] == "workflow"))
        return PlanPath{parts[0], {}, parts[1]};
    if (parts.size() == 2 && parts[0] == "finding" && !parts[1].empty())
        return PlanPath{parts[0], parts[1], {}};
    if (parts.size() != 3 || parts[1].empty() || parts[2].empty()) return std::nullopt;
    return PlanPath{parts[0], parts[1], parts[2]};
}

Result<Done> set_plan_field(Plan& plan, const PlanPath& path, const std::string& value)
{
    const auto unknown = [&] {
        return refuse(
            Refusal::invalid, "plan_field.unknown", {{"field", path.kind + "/" + path.field}}
        );
    };
    if (path.kind == "document") {
        const auto setter = setter_named(head_setters, path.field);
        if (setter == nullptr) return unknown();
        return setter(plan.head, value);
    }
    if (path.kind == "measure") {
        const auto setter = setter_named(measure_setters, path.field);
        if (setter == nullptr) return unknown();
        return setter(measure_of(plan, path.id), value);
    }
    if (path.kind == "task") {
        const auto setter = setter_named(task_setters, path.field);
        if (setter == nullptr) return unknown();
        return setter(task_of(plan, path.id), value);
    }
    if (path.kind == "objective" && path.field == "title") {
        return set_text(objective_of(plan, path.id).title, value);
    }
    if (path.kind == "target" && path.field == "text") return set_target_text(plan, path.id, value);
    if (path.kind == "duty" && path.field == "units") return set_duty_units(plan, path.id, value);
    if (path.kind == "workflow") return check_workflow(path, value);
    return unknown();
}

} // namespace tiendo
