#include "domain/report/figure_series.hpp"

#include "base/text.hpp"
#include "domain/indicator/series_on_map.hpp"
#include "domain/report/figure_runs.hpp"
#include "domain/report/report_names.hpp"

#include <algorithm>
#include <set>

namespace tiendo {
namespace {

constexpr std::size_t earlier_most = 11;

/// The rows of one measure: in each unit of the map, then in all of them.
class SeriesRows {
public:
    SeriesRows(
        const MeasureFigure& row, const ReportMaterial& material, Date day, const OfficialWords& say
    )
        : row_(row), material_(material), say_(say),
          series_(series_on_map(
              row,
              material.period.id,
              [&](const auto& units) { return unit_map(units, material.directory, day); },
              earlier_most
          ))
    {
    }

    const std::vector<PeriodOnMap>& series() const { return series_; }

    void write_to(std::vector<FigureSeriesRow>& rows, const std::vector<PeriodId>& periods) const
    {
        std::set<std::string> breakdowns;
        for (const auto& each : series_)
            for (const auto& part : each.total.parts)
                breakdowns.insert(part.breakdown);
        for (const auto& breakdown : breakdowns) {
            for (const auto& unit : units_in(series_))
                rows.push_back(made(breakdown, name_of_unit(unit), periods, [&](const auto& each) {
                    return each.units.find(unit);
                }));
            if (has_together())
                rows.push_back(made(
                    breakdown,
                    say_("sheet.together", {}),
                    periods,
                    [](const auto& each) {
                        const auto& together = each.units.together;
                        return together.from.empty() ? nullptr : &together;
                    }
                ));
            rows.push_back(total(breakdown, periods));
        }
    }

private:
    bool has_together() const
    {
        return std::ranges::any_of(series_, [](const PeriodOnMap& each) {
            return !each.units.together.from.empty();
        });
    }

    std::string name_of_unit(const UnitId& id) const
    {
        const auto* unit = material_.directory.find(id);
        return unit == nullptr ? id.str() : unit->short_name;
    }

    FigureSeriesRow started(const std::string& breakdown, std::string unit) const
    {
        FigureSeriesRow row;
        row.number = row_.measure.id.str();
        row.measure = subject_of(row_, say_);
        if (!breakdown.empty()) row.measure += " – " + sex_words(row_, breakdown, say_);
        row.unit = std::move(unit);
        return row;
    }

    const PeriodOnMap* in(const PeriodId& period) const
    {
        const auto found = std::ranges::find(series_, period, &PeriodOnMap::period);
        return found == series_.end() ? nullptr : &*found;
    }

    template <class Find>
    FigureSeriesRow made(
        const std::string& breakdown,
        std::string unit,
        const std::vector<PeriodId>& periods,
        Find&& find
    ) const
    {
        auto row = started(breakdown, std::move(unit));
        std::vector<std::string> allocated;
        for (const auto& period : periods) {
            const auto* each = in(period);
            const MappedFigure* mapped = each == nullptr ? nullptr : find(*each);
            row.cells.push_back(cell(mapped, breakdown));
            if (mapped != nullptr && mapped->is_known && !mapped->allocated.empty())
                allocated.push_back(period_in_document(period, say_));
        }
        if (!allocated.empty())
            row.remarks = say_("sheet.series_allocated", {{"periods", join(allocated, ", ")}});
        return row;
    }

    FigureCell cell(const MappedFigure* mapped, const std::string& breakdown) const
    {
        if (mapped == nullptr) return {};
        if (mapped->is_known) return cell_of(mapped->figure, breakdown, row_.indicator, say_);
        FigureCell unknown;
        unknown.words = say_("sheet.unknown_alone", {});
        return unknown;
    }

    FigureSeriesRow total(const std::string& breakdown, const std::vector<PeriodId>& periods) const
    {
        auto row = started(breakdown, say_("sheet.whole", {}));
        row.is_total = true;
        for (const auto& period : periods) {
            const auto* each = in(period);
            row.cells.push_back(
                each == nullptr ? FigureCell{}
                                : cell_of(each->total, breakdown, row_.indicator, say_)
            );
        }
        return row;
    }

    const MeasureFigure& row_;
    const ReportMaterial& material_;
    const OfficialWords& say_;
    std::vector<PeriodOnMap> series_;
};

} // namespace

void put_series(
    FigureTable& table, const ReportMaterial& material, Date day, const OfficialWords& say
)
{
    std::vector<SeriesRows> measures;
    std::set<PeriodId> periods;
    for (const auto& row : material.rows) {
        if (row.history.empty()) continue;
        measures.emplace_back(row, material, day, say);
        for (const auto& each : measures.back().series())
            periods.insert(each.period);
    }
    const std::vector<PeriodId> in_order(periods.begin(), periods.end());
    for (const auto& period : in_order)
        table.series_periods.push_back(period_in_document(period, say));
    for (const auto& measure : measures)
        measure.write_to(table.series, in_order);
}

} // namespace tiendo
