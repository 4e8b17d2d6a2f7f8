#pragma once

#include "domain/chase/ladder.hpp"

#include <string>

namespace tiendo::chase_fixture {

/// The sample district's year 2023: due at 17:00 on Friday 08/12, window until 14/12.
inline Period period()
{
    Period period;
    period.id = PeriodId("2023");
    period.window = {date(2022, 12, 15), date(2023, 12, 14)};
    period.deadline = instant_of({date(2023, 12, 8), 17, 0});
    return period;
}

inline Instant at(unsigned day, int hour, int minute = 0)
{
    return instant_of({date(2023, 12, day), hour, minute});
}

/// A commune that is asked for two measures and has one duty.
inline UnitAnswers unit(const char* id = "sa-loong", UnitKind kind = UnitKind::commune)
{
    UnitAnswers unit;
    unit.unit.id = UnitId(id);
    unit.unit.name = std::string("Ủy ban nhân dân xã ") + id;
    unit.unit.kind = kind;
    for (const auto* measure : {"3.2a", "6.1"}) {
        FormRow row;
        row.measure.id = MeasureId(measure);
        row.indicator.name = std::string("Tỷ lệ ") + measure;
        unit.form.rows.push_back(row);
    }
    unit.form.duties.push_back({"7", {}, {}, {"Báo cáo theo quy định. Và hơn nữa."}, {}});
    unit.form.clauses = clause_rows(unit.form.duties.front());
    return unit;
}

inline void answer(Answers& answers, const char* measure, ValueKind kind = ValueKind::official)
{
    answers.cells[MeasureId(measure)] = {.state = ValueState::value, .kind = kind};
}

inline Answers all_answers(ValueKind kind = ValueKind::official)
{
    Answers answers;
    answer(answers, "3.2a", kind);
    answer(answers, "6.1", kind);
    answers.duties["7"] = {.state = TaskState::finished, .result = "Đã báo cáo"};
    return answers;
}

inline UnitAnswers in_stage(Stage stage, UnitKind kind = UnitKind::commune)
{
    auto made = unit("sa-loong", kind);
    made.state.stage = stage;
    return made;
}

inline UnitAnswers
handed_in(const Answers& answers, Instant when, UnitKind kind = UnitKind::commune)
{
    auto made = in_stage(Stage::submitted, kind);
    made.state.version = 1;
    made.state.submitted_at = when;
    made.submitted = answers;
    return made;
}

inline Ledger ledger_of(const std::vector<UnitAnswers>& units, const Period& period, Instant now)
{
    Ledger ledger{period, now, {}};
    for (const auto& unit : units)
        ledger.units.push_back(dues_of(unit, period, now));
    return ledger;
}

} // namespace tiendo::chase_fixture
