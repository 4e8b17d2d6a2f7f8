#pragma once

#include "domain/indicator/plan_figures.hpp"

#include <map>
#include <string>
#include <vector>

namespace tiendo {

/// What makes one ask about a figure.
enum class QuestionKind {
    numerator_above,  ///< more above the line than below it
    unlike_last_year, ///< the rate is less than half or more than one and a half times last year's
    base_changed,     ///< so is what stands below the line
    outside_history,  ///< beyond all that the unit reported in earlier periods
    unlike_siblings,  ///< far from what units of its kind report
    bases_differ,     ///< what two measures mean by the same words is two numbers
    unlike_last_period, ///< the rate is far from that of the period just before
    count_changed,      ///< a plain count is far from last year's
    parts_differ,       ///< shorter periods that make up the whole have another sum
    breakdown_differs,  ///< men and women in one measure are not all people in another
    bodies_differ,      ///< two agencies count one thing, and differently
    counted_twice,      ///< an agency and all its communes report about the same number
};

/// Something about a counted figure that may be a slip, or has its reason. A question, no error:
/// the unit or the office answers it, or the number is corrected and it goes away.
struct DataQuestion {
    QuestionKind kind = QuestionKind::numerator_above;
    UnitId unit{};
    MeasureId measure{};
    MeasureId other_measure{}; ///< with whose number it does not agree
    UnitId other_unit{};
    Problem problem{}; ///< in words, with the numbers that it is about

    /// The same question from one day to the next: "unlike_last_year/3.2a/bo-y".
    std::string id() const;
    /// What it is about: an answer holds while these numbers do.
    std::string about() const;

    friend bool operator==(const DataQuestion&, const DataQuestion&) = default;
};

/// What figures are held against besides themselves.
struct QuestionContext {
    UnitDirectory units{};
    /// What counts in shorter periods inside the period, by measure.
    std::map<MeasureId, std::map<PeriodId, std::vector<Contribution>>> shorter{};
};

/// In the order of the plan, then of the units. `rows` hold what counts in the period, and what is
/// known of earlier ones.
std::vector<DataQuestion> data_questions(
    const std::vector<MeasureFigure>& rows,
    const PeriodId& period,
    const QuestionContext& context = {}
);

const char* name_of(QuestionKind kind);

} // namespace tiendo
