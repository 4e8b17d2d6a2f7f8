#pragma once

#include "domain/form/activity_table.hpp"
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

/// One clause of a unit's duties, answered by itself: a sentence of the plan's closing part.
struct ClauseRow {
    std::string id{};   ///< "7.2"; "4" where the duty has one clause alone
    std::string duty{}; ///< "7"
    std::string text{};
    std::vector<std::string> tables{}; ///< keys of the activity tables that it asks for

    friend bool operator==(const ClauseRow&, const ClauseRow&) = default;
};

/// A duty's clauses as rows, in the order of the document.
std::vector<ClauseRow> clause_rows(const Duty& duty);

/// What one unit is asked in one period. It has three parts, measures, tasks and duties,
/// activities, so that none is empty: every unit has duties and may have activities.
struct Form {
    UnitId unit{};
    std::vector<FormRow> rows{};
    std::vector<TaskRow> tasks{};
    std::vector<Duty> duties{};
    std::vector<ClauseRow> clauses{};        ///< of all its duties
    std::vector<ActivityTable> activities{}; ///< all that exist, those that are asked first

    const FormRow* row(const MeasureId& id) const;

    friend bool operator==(const Form&, const Form&) = default;
};

Form design_form(const Plan& plan, const IndicatorLibrary& library, const UnitId& unit);

/// Everybody that the plan gives something to report on, in the order: communes, agencies, police,
/// the Front, mass organisations; each group by the dictionary.
std::vector<UnitId> reporting_units(const Plan& plan, const UnitDirectory& directory, Date day);

} // namespace tiendo
