#pragma once

#include "domain/form/answers.hpp"
#include "domain/indicator/indicator.hpp"
#include "domain/period/period.hpp"
#include "domain/plan/plan.hpp"

#include <string>
#include <vector>

namespace tiendo {

/// One measure that a unit answers, with what it means.
struct FormRow {
    Measure measure{};
    Indicator indicator{};

    friend bool operator==(const FormRow&, const FormRow&) = default;
};

enum class Part { lead, support };

/// A task that a unit leads or supports.
struct TaskRow {
    Task task{};
    Part part = Part::lead;

    friend bool operator==(const TaskRow&, const TaskRow&) = default;
};

/// How a column of an activity table is typed.
enum class ColumnKind { text, number, date, money, link };

struct ActivityColumn {
    std::string key{};
    ColumnKind kind = ColumnKind::text;

    friend bool operator==(const ActivityColumn&, const ActivityColumn&) = default;
};

/// A table of typed rows: documents issued, training, news items … Titles and column heads are
/// messages "activity.<table>" and "activity.<table>.<column>".
struct ActivityTable {
    std::string key{};
    std::vector<ActivityColumn> columns{};

    friend bool operator==(const ActivityTable&, const ActivityTable&) = default;
};

/// What one unit is asked in one period. It has three parts, measures, tasks and duties,
/// activities, so that none is empty: every unit has duties and may have activities.
struct Form {
    UnitId unit{};
    std::vector<FormRow> rows{};
    std::vector<TaskRow> tasks{};
    std::vector<Duty> duties{};
    std::vector<ActivityTable> activities{};

    const FormRow* row(const MeasureId& id) const;

    friend bool operator==(const Form&, const Form&) = default;
};

Form design_form(const Plan& plan, const IndicatorLibrary& library, const UnitId& unit);

/// All activity tables that exist.
const std::vector<ActivityTable>& activity_tables();

/// Everybody that the plan gives something to report on, in the order: communes, agencies, police,
/// the Front, mass organisations; each group by the dictionary.
std::vector<UnitId> reporting_units(const Plan& plan, const UnitDirectory& directory, Date day);

} // namespace tiendo
