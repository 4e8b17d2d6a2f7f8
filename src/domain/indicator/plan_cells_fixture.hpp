#pragma once

#include "domain/indicator/plan_cells.hpp"
#include "domain/indicator/unit_counts.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

/// For the tests of what formulas take from a plan's cells.
namespace tiendo {

inline const auto merger_day = date(2025, 7, 1);
inline const PeriodId before("2025Q2");
inline const PeriodId now("2025Q3");

inline Succession merged_into(const char* from, const char* to)
{
    return {UnitId(from), UnitId(to), merger_day, SuccessionKind::merged, {}};
}

inline Succession divided(const char* from, const char* to, std::optional<Decimal> share)
{
    return {UnitId(from), UnitId(to), merger_day, SuccessionKind::divided, share};
}

/// Units that there are since then.
inline std::vector<Unit> new_units(std::vector<std::string> ids)
{
    std::vector<Unit> units;
    for (auto& id : ids) {
        Unit unit;
        unit.id = UnitId(std::move(id));
        unit.valid_from = merger_day;
        units.push_back(std::move(unit));
    }
    return units;
}

/// A plan of measures and what units said of them.
class PlanCellsTest : public testing::Test {
protected:
    Measure& measure(const char* id, const char* indicator, std::vector<const char*> suppliers)
    {
        Measure made;
        made.id = MeasureId(id);
        made.indicator = IndicatorId(indicator);
        for (const auto* unit : suppliers)
            made.suppliers.emplace_back(unit);
        plan_.measures.push_back(made);
        return plan_.measures.back();
    }

    Indicator entry(const char* id, std::string formula = {}, std::string divisor = {})
    {
        Indicator made;
        made.id = IndicatorId(id);
        made.factor = 1;
        made.formula = std::move(formula);
        made.divisor = std::move(divisor);
        entries_.push_back(made);
        return made;
    }

    void said(
        const PeriodId& period, const char* id, const char* unit, std::int64_t num, std::int64_t den
    )
    {
        Contribution one;
        one.unit = UnitId(unit);
        one.period = period;
        one.cell.state = ValueState::value;
        one.cell.numbers = {{"num", num}, {"den", den}};
        lists_[period][MeasureId(id)].push_back(one);
    }

    Contribution& last(const PeriodId& period, const char* id)
    {
        return lists_[period][MeasureId(id)].back();
    }

    template <class Use> auto with_cells(Use&& use)
    {
        library_ = IndicatorLibrary(entries_);
        periods_.clear();
        for (const auto& [period, lists] : lists_)
            for (const auto& [measure, list] : lists)
                periods_[period].emplace(measure, list);
        PlanCells cells(plan_, library_, directory_);
        for (const auto& [period, own] : periods_)
            cells.add(period, own);
        return use(cells);
    }

    /// "7/3", or why there is none of the first unit.
    std::string figure(const char* id, const PeriodId& period = now)
    {
        return with_cells([&](const PlanCells& cells) {
            const auto& measure = *plan_.measure(MeasureId(id));
            const auto& own = *library_.find(measure.indicator);
            return words(compute(measure, own, cells.answers(measure, own, period)), own);
        });
    }

    std::string figure_then(const char* id)
    {
        return with_cells([&](const PlanCells& cells) {
            const auto& measure = *plan_.measure(MeasureId(id));
            const auto& own = *library_.find(measure.indicator);
            return words(cells.figure_then(measure, own, before, now), own);
        });
    }

    static std::string words(const Figure& figure, const Indicator& own)
    {
        const auto covered = " of " + std::to_string(figure.coverage.reported) + "/" +
                             std::to_string(figure.coverage.expected);
        if (figure.state == FigureState::value)
            return figure.parts.at(0).numerator.str() + "/" + figure.parts.at(0).denominator.str() +
                   covered;
        Measure alone;
        std::string why = "none";
        const auto formulas = formulas_of(own);
        if (!figure.contributions.empty())
            why =
                name_of(counts_of_answer(figure.contributions.front(), alone, own, formulas, "").why
                );
        return why + covered;
    }

    Plan plan_{};
    std::vector<Indicator> entries_{};
    IndicatorLibrary library_{};
    UnitDirectory directory_{};
    std::map<PeriodId, std::map<MeasureId, std::vector<Contribution>>> lists_{};
    std::map<PeriodId, CellsByMeasure> periods_{};
};

} // namespace tiendo
