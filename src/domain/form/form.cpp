#include "domain/form/form.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace tiendo {
namespace {

/// Those that a clause, or a task that the unit leads, speaks of come first.
std::vector<ActivityTable> tables_for(const Form& form)
{
    std::set<std::string> asked;
    for (const auto& clause : form.clauses)
        asked.insert(clause.tables.begin(), clause.tables.end());
    for (const auto& row : form.tasks) {
        if (row.part != Part::lead) continue;
        const auto tables = tables_asked_for(row.task.text);
        asked.insert(tables.begin(), tables.end());
    }
    auto tables = activity_tables();
    for (auto& table : tables)
        table.is_asked = asked.contains(table.key);
    std::ranges::stable_partition(tables, &ActivityTable::is_asked);
    return tables;
}

} // namespace

const FormRow* Form::row(const MeasureId& id) const
{
    const auto found =
        std::ranges::find_if(rows, [&](const FormRow& row) { return row.measure.id == id; });
    return found == rows.end() ? nullptr : &*found;
}

std::vector<ClauseRow> clause_rows(const Duty& duty)
{
    // A duty of which only the bodies could be read is asked as a whole.
    if (duty.clauses.empty()) return {{duty.id, duty.id, join(duty.names, ", "), {}}};
    std::vector<ClauseRow> rows;
    for (const auto& text : duty.clauses) {
        const auto id =
            duty.clauses.size() == 1 ? duty.id : fmt::format("{}.{}", duty.id, rows.size() + 1);
        rows.push_back({id, duty.id, text, tables_asked_for(text)});
    }
    return rows;
}

Form design_form(const Plan& plan, const IndicatorLibrary& library, const UnitId& unit)
{
    Form form;
    form.unit = unit;
    for (const auto& measure : plan.measures) {
        if (!measure.suppliers.contains(unit)) continue;
        const auto* indicator = library.find(measure.indicator);
        if (indicator != nullptr) form.rows.push_back({measure, *indicator});
    }
    for (const auto* task : plan.active_tasks()) {
        if (task->lead.contains(unit))
            form.tasks.push_back({*task, Part::lead});
        else if (task->with.contains(unit))
            form.tasks.push_back({*task, Part::support});
    }
    for (const auto& duty : plan.duties) {
        if (!duty.units.contains(unit)) continue;
        form.duties.push_back(duty);
        for (auto& row : clause_rows(duty))
            form.clauses.push_back(std::move(row));
    }
    form.activities = tables_for(form);
    return form;
}

std::vector<UnitId> reporting_units(const Plan& plan, const UnitDirectory& directory, Date day)
{
    const auto has_something = [&](const UnitId& unit) {
        const auto asks = [&](const UnitIds& units) { return units.contains(unit); };
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
