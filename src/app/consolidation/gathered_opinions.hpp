#pragma once

#include "app/consolidation/consolidated_reports.hpp"
#include "domain/report/gathered.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tiendo::app {

/// One bullet of a part of the report, made from what units wrote.
struct OpinionBullet {
    GatheredBullet gathered{};
    std::string computed{};             ///< the units' own words with their names
    std::string words{};                ///< as the report says it now
    std::optional<OfficeText> edited{}; ///< where the office wrote it anew
};

/// All that the units wrote for one part, and what the office made of it.
struct GatheredOpinions {
    std::vector<OpinionBullet> bullets{};     ///< in the order of the report
    std::vector<GatheredSentence> left_out{}; ///< in the order of the units
    std::map<std::string, GatheredChoice> choices{};
    std::int64_t revision = 0; ///< of the choices; 0 where nothing was decided
    std::string by{};
    Instant at{};
};

/// Part: "strengths", "shortcomings", "causes", "direction", "proposals". Needs Right::see_plan.
Result<GatheredOpinions>
gathered_opinions(Work& work, const PlanId& plan, const PeriodId& period, std::string_view part);

/// How many sentences the units wrote for each part, in the order of the form's parts. Needs
/// Right::see_plan.
Result<std::vector<std::pair<std::string, int>>>
count_opinions(Work& work, const PlanId& plan, const PeriodId& period);

/// What the office decided on the page of one part.
struct NewOpinions {
    std::map<std::string, GatheredChoice> choices{}; ///< by key of the sentence
    std::map<std::string, std::string> words{};      ///< by key of a bullet's first sentence
    std::int64_t revision = 0;                       ///< as last read
};

/// Keeps the choices and the words that differ from what the report says now; empty words let the
/// units' own stand again. A place that was changed comes before the one that held it when it moves
/// up and after it when it moves down. Needs Right::write_report.
Result<Done> choose_opinions(
    Work& work,
    const PlanId& plan,
    const PeriodId& period,
    std::string_view part,
    const NewOpinions& opinions
);

} // namespace tiendo::app
