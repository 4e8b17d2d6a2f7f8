#pragma once

#include "app/report/reports.hpp"
#include "app/work.hpp"
#include "domain/quality/data_questions.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tiendo::app {

/// What was said to a question while its numbers were those that they still are.
struct GivenAnswer {
    std::string reason{};
    std::string by{}; ///< the person's name
    Instant at{};
};

struct AskedQuestion {
    DataQuestion question{};
    Measure measure{};
    Indicator indicator{};
    std::optional<GivenAnswer> answer{};
    bool may_answer = false; ///< the actor may
};

/// The questions about all figures that count in a period; for who does not see all, those that its
/// own unit's reports raise by themselves. Needs Right::see_report for one unit at least.
Result<std::vector<AskedQuestion>>
data_questions(Work& work, const PlanId& plan, const PeriodId& period);

/// What would be asked of a report as it is typed now, for a gentle word at its place: nothing of
/// it keeps anybody from handing in. Needs Right::see_report for the unit.
Result<std::vector<DataQuestion>> questions_at_entry(Work& work, const UnitReport& report);

struct NewAnswer {
    std::string question{}; ///< DataQuestion::id()
    std::string about{};    ///< the numbers that the person saw
    std::string reason{};
};
/// "Đúng như vậy, vì …": needs Right::enter_report for the unit that is asked. Refused without a
/// reason, and where the numbers have changed since.
Result<Done>
answer_question(Work& work, const PlanId& plan, const PeriodId& period, const NewAnswer& answer);

} // namespace tiendo::app
