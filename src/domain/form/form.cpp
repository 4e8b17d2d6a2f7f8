#include "domain/form/form.hpp"

#include <algorithm>
#include <array>

namespace tiendo {
namespace {

bool holds(const std::vector<UnitId>& units, const UnitId& unit)
{
    return std::ranges::find(units, unit) != units.end();
}

} // namespace

const FormRow* Form::row(const MeasureId& id) const
{
    const auto found =
        std::ranges::find_if(rows, [&](const FormRow& row) { return row.measure.id == id; });
    return found == rows.end() ? nullptr : &*found;
}

const std::vector<ActivityTable>& activity_tables()
{
    using enum ColumnKind;
    static const std::vector<ActivityTable> tables{
        {"documents", {{"number", text}, {"date", date}, {"title", text}}},
        {"own_plan", {{"number", text}, {"date", date}, {"title", text}}},
        {"training",
         {{"title", text},
          {"date", date},
          {"sessions", number},
          {"people", number},
          {"women", number},
          {"minorities", number}}},
        {"news", {{"title", text}, {"date", date}, {"link", link}}},
        {"inspections", {{"title", text}, {"date", date}, {"findings", text}, {"follow_up", text}}},
        {"models", {{"title", text}, {"kind", text}, {"count", number}, {"people", number}}},
        {"women_cadres",
         {{"planned", number}, {"trained", number}, {"appointed", number}, {"officer", text}}},
        {"money", {{"source", text}, {"allotted", money}, {"spent", money}}},
        {"legal_drafts", {{"title", text}, {"date", date}, {"opinion", text}}},
        {"proposals", {{"title", text}, {"addressee", text}}},
    };
    return tables;
}

Form design_form(const Plan& plan, const IndicatorLibrary& library, const UnitId& unit)
{
    Form form;
    form.unit = unit;
    for (const auto& measure : plan.measures) {
        if (!holds(measure.suppliers, unit)) continue;
        const auto* indicator = library.find(measure.indicator);
        if (indicator != nullptr) form.rows.push_back({measure, *indicator});
    }
    for (const auto* task : plan.active_tasks()) {
        if (holds(task->lead, unit))
            form.tasks.push_back({*task, Part::lead});
        else if (holds(task->with, unit))
            form.tasks.push_back({*task, Part::support});
    }
    for (const auto& duty : plan.duties) {
        if (holds(duty.units, unit)) form.duties.push_back(duty);
    }
    form.activities = activity_tables();
    return form;
}

std::vector<UnitId> reporting_units(const Plan& plan, const UnitDirectory& directory, Date day)
{
    const auto has_something = [&](const UnitId& unit) {
        const auto asks = [&](const auto& units) { return holds(units, unit); };
        return std::ranges::any_of(plan.measures, asks, &Measure::suppliers) ||
               std::ranges::any_of(plan.tasks, asks, &Task::lead) ||
               std::ranges::any_of(plan.tasks, asks, &Task::with) ||
               std::ranges::any_of(plan.duties, asks, &Duty::units);
    };
    std::vector<UnitId> result;
    for (const auto kind :
         {UnitKind::commune,
          UnitKind::agency,
          UnitKind::police,
          UnitKind::front,
          UnitKind::mass_organisation}) {
        for (const auto* unit : directory.of_kind_on(kind, day)) {
            if (has_something(unit->id)) result.push_back(unit->id);
        }
    }
    return result;
}

} // namespace tiendo
