#include "web/pages/map_choice.hpp"
#include "web/pages/target_parts.hpp"
#include "web/views/figure_words.hpp"
#include "web/views/map_words.hpp"
#include "web/views/plan_addresses.hpp"

#include <algorithm>

namespace tiendo::web {

namespace {

/// Earlier periods that stand beside the present one.
constexpr std::size_t periods_shown = 4;

/// The measure in one period on the map.
struct MappedPeriod {
    PeriodId period{};
    const Figure* figure = nullptr;
    FiguresOnMap units{};
};

std::vector<UnitId> all_of(const Figure& figure)
{
    std::vector<UnitId> units;
    for (const auto& given : figure.contributions)
        units.push_back(given.unit);
    for (const auto& unit : figure.coverage.missing)
        if (std::ranges::find(units, unit) == units.end()) units.push_back(unit);
    return units;
}

class MapTable {
public:
    MapTable(const TargetSeen& seen, const Wording& words)
        : seen_(seen), row_(*seen.figures.row(seen.measure)), words_(words)
    {
        const auto count = row_.history.size();
        std::size_t place = 0;
        for (const auto& [period, figure] : row_.history)
            if (count - place++ <= periods_shown) add(period, figure, all_of(figure));
        add(seen.figures.period.id, row_.figure, row_.measure.suppliers);
    }

    void write_to(view::Object& data) const
    {
        view::List heads;
        view::List totals;
        for (const auto& each : periods_) {
            heads.emplace_back(view::Object{{"period", words_.period(each.period)}});
            totals.emplace_back(figure_view(each, *each.figure, {}));
        }
        view::List rows;
        for (const auto& unit : units())
            rows.emplace_back(unit_row(unit));
        if (has_together()) rows.emplace_back(rest_row());
        data.set("map_periods", std::move(heads));
        data.set("map_rows", std::move(rows));
        data.set("map_totals", std::move(totals));
    }

private:
    void add(const PeriodId& period, const Figure& figure, const std::vector<UnitId>& units)
    {
        periods_.push_back(
            {period,
             &figure,
             figures_on_map(
                 row_.measure,
                 row_.indicator,
                 figure.contributions,
                 unit_map(units, seen_.directory, seen_.day)
             )}
        );
    }

    bool has_together() const
    {
        return std::ranges::any_of(periods_, [](const MappedPeriod& each) {
            return !each.units.together.from.empty();
        });
    }

    /// Those of the present period, then such as were in earlier ones alone.
    std::vector<UnitId> units() const
    {
        std::vector<UnitId> found;
        for (auto each = periods_.rbegin(); each != periods_.rend(); ++each)
            for (const auto& mapped : each->units.units)
                if (std::ranges::find(found, mapped.unit) == found.end())
                    found.push_back(mapped.unit);
        return found;
    }

    std::string value_of(const Figure& figure) const
    {
        return view::value_words(figure, row_.measure, row_.indicator, words_);
    }

    view::Object figure_view(const MappedPeriod& each, const Figure& figure, std::string mark) const
    {
        const bool has_value = figure.state == FigureState::value;
        return {
            {"period", words_.period(each.period)},
            {"value", value_of(figure)},
            {"counts",
             has_value ? view::counts_words(figure, row_.indicator, words_) : std::string()},
            {"has_mark", !mark.empty()},
            {"mark", std::move(mark)},
        };
    }

    view::Object only_words(const MappedPeriod& each, std::string said) const
    {
        return {
            {"period", words_.period(each.period)},
            {"value", std::move(said)},
            {"counts", ""},
            {"has_mark", false},
            {"mark", ""},
        };
    }

    view::Object cell_of(const MappedPeriod& each, const MappedFigure* mapped) const
    {
        if (mapped == nullptr) return only_words(each, "–");
        if (!mapped->is_known)
            return only_words(each, view::unknown_words(mapped->unit, seen_.directory, words_));
        return figure_view(
            each,
            mapped->figure,
            mapped->allocated.empty() ? std::string() : words_.text("unit_map.allocated_mark")
        );
    }

    view::Object unit_row(const UnitId& unit) const
    {
        const auto& now = periods_.back().units;
        const auto* known = seen_.directory.find(unit);
        const auto* mapped = now.find(unit);
        view::List cells;
        for (const auto& each : periods_)
            cells.emplace_back(cell_of(each, each.units.find(unit)));
        return {
            {"unit", known == nullptr ? unit.str() : known->short_name},
            {"old",
             mapped == nullptr ? std::string()
                               : view::behind_words(*mapped, seen_.directory, words_)},
            {"cells", std::move(cells)},
            {"coverage", mapped == nullptr ? std::string() : coverage_of(*mapped)},
        };
    }

    view::Object rest_row() const
    {
        const auto& now = periods_.back().units;
        std::vector<UnitId> apart;
        view::List cells;
        for (const auto& each : periods_) {
            for (const auto& unit : each.units.apart_in)
                if (std::ranges::find(apart, unit) == apart.end()) apart.push_back(unit);
            cells.emplace_back(
                cell_of(each, each.units.together.from.empty() ? nullptr : &each.units.together)
            );
        }
        return {
            {"unit", view::together_words(apart, seen_.directory, words_)},
            {"old", view::behind_words(now.together, seen_.directory, words_)},
            {"cells", std::move(cells)},
            {"coverage", coverage_of(now.together)},
        };
    }

    std::string coverage_of(const MappedFigure& mapped) const
    {
        if (!mapped.is_known || mapped.from.empty()) return {};
        const auto& coverage = mapped.figure.coverage;
        return words_.text(
            "unit_map.covered",
            {{"count", std::to_string(coverage.reported)},
             {"total", std::to_string(coverage.expected)}}
        );
    }

    const TargetSeen& seen_;
    const MeasureFigure& row_;
    const Wording& words_;
    std::vector<MappedPeriod> periods_;
};

std::vector<UnitId> all_reporters(const MeasureFigure& row)
{
    auto units = row.measure.suppliers.list();
    for (const auto& [period, figure] : row.history)
        for (const auto& unit : all_of(figure))
            if (std::ranges::find(units, unit) == units.end()) units.push_back(unit);
    return units;
}

} // namespace

void set_map(view::Object& data, const TargetSeen& seen, const Wording& words)
{
    const auto& row = *seen.figures.row(seen.measure);
    const PlanAddresses addresses(seen.figures.plan.id, seen.figures.period.id);
    const auto path = addresses.measure(seen.measure);
    set_map_choice(
        data,
        {all_reporters(row),
         seen.day,
         seen.today,
         path.substr(0, path.find('?')),
         {{"ky", seen.figures.period.id.str()}}},
        seen.directory,
        words
    );
    data.set("map_title", words.text("target_page.map", {{"day", words.day(seen.day)}}));
    MapTable(seen, words).write_to(data);
}

} // namespace tiendo::web
