#include "domain/indicator/series_on_map.hpp"
#include "web/pages/map_choice.hpp"
#include "web/pages/target_parts.hpp"
#include "web/views/figure_words.hpp"
#include "web/views/map_words.hpp"
#include "web/views/trend_chart.hpp"
#include "web/views/unit_words.hpp"

#include <algorithm>
#include <set>

namespace tiendo::web {

namespace {

/// Earlier periods that stand beside the present one.
constexpr std::size_t periods_shown = 4;
/// More of them are not looked at one by one: the table has them all.
constexpr std::size_t charts_most = 24;

class MapTable {
public:
    MapTable(const TargetSeen& seen, const UnitsShown& shown, const Wording& words)
        : seen_(seen), row_(*seen.figures.row(seen.measure)), words_(words), shown_(shown),
          periods_(series_on_map(
              row_,
              seen.figures.period.id,
              [&](const auto& units) { return shown.map_of(units, seen.directory); },
              periods_shown
          ))
    {
    }

    /// The units of the present period stand in a table of their own already: as long as they are
    /// the same on this map, only earlier periods have something to add.
    bool is_told_already() const { return periods_.size() == 1 && shown_.is_as_reported(); }

    void write_to(view::Object& data) const
    {
        view::List heads;
        view::List totals;
        for (const auto& each : periods_) {
            heads.emplace_back(view::Object{{"period", words_.period(each.period)}});
            totals.emplace_back(figure_view(each, each.total, {}));
        }
        view::List rows;
        for (const auto& unit : units_in(periods_))
            rows.emplace_back(unit_row(unit));
        if (has_together()) rows.emplace_back(rest_row());
        data.set("map_periods", std::move(heads));
        data.set("map_rows", std::move(rows));
        data.set("map_totals", std::move(totals));
    }

    /// The run of each unit that has one, drawn one beside the other.
    view::List charts() const
    {
        view::List drawn;
        for (const auto& unit : units_in(periods_)) {
            const auto chart = chart_of(unit);
            if (chart.values.size() < 2) continue;
            if (drawn.size() == charts_most) break;
            drawn.emplace_back(view::Object{
                {"name", view::short_name(seen_.directory, unit)},
                {"chart_markup", view::trend_chart(chart, words_.text("target_page.trend"))}
            });
        }
        return drawn;
    }

private:
    /// By the sex that is lowest, as in the bars, where there are two.
    view::TrendChart chart_of(const UnitId& unit) const
    {
        view::TrendChart chart;
        const auto& quantity = row_.measure.quantity;
        if (quantity && !quantity->change) chart.target = quantity->value;
        for (const auto& each : periods_) {
            const auto* mapped = each.units.find(unit);
            const auto name = parse_period(each.period);
            if (mapped == nullptr || !mapped->is_known || !name) continue;
            const auto value = view::plotted(mapped->figure, row_.indicator);
            if (!value) continue;
            chart.values.push_back({each.period.str(), calendar_window(*name).to, *value});
        }
        return chart;
    }

    bool has_together() const
    {
        return std::ranges::any_of(periods_, [](const PeriodOnMap& each) {
            return !each.units.together.from.empty();
        });
    }

    std::string value_of(const Figure& figure) const
    {
        return view::value_words(figure, row_.measure, row_.indicator, words_);
    }

    view::Object figure_view(const PeriodOnMap& each, const Figure& figure, std::string mark) const
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

    view::Object only_words(const PeriodOnMap& each, std::string said) const
    {
        return {
            {"period", words_.period(each.period)},
            {"value", std::move(said)},
            {"counts", ""},
            {"has_mark", false},
            {"mark", ""},
        };
    }

    view::Object cell_of(const PeriodOnMap& each, const MappedFigure* mapped) const
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
        const auto* mapped = now.find(unit);
        view::List cells;
        for (const auto& each : periods_)
            cells.emplace_back(cell_of(each, each.units.find(unit)));
        return {
            {"unit", view::short_name(seen_.directory, unit)},
            {"has_path", shown_.is_higher()},
            {"path", page_of(seen_).with("duoi", unit.str()).address() + "#dia-gioi"},
            {"old",
             mapped == nullptr || shown_.is_higher()
                 ? std::string()
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
            {"has_path", false},
            {"path", ""},
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
    const UnitsShown& shown_;
    std::vector<PeriodOnMap> periods_;
};

std::vector<UnitId> all_reporters(const MeasureFigure& row)
{
    auto units = row.measure.suppliers.list();
    std::set<UnitId> known(units.begin(), units.end());
    for (const auto& [period, figure] : row.history)
        for (const auto& unit : reporters_of(figure))
            if (known.insert(unit).second) units.push_back(unit);
    return units;
}

} // namespace

void set_map(
    view::Object& data, const TargetSeen& seen, const Request& request, const Wording& words
)
{
    const auto reporters = all_reporters(*seen.figures.row(seen.measure));
    const auto page = page_of(seen).path;
    MapChoice choice{reporters, seen.day, seen.today, page, {{"ky", seen.figures.period.id.str()}}};
    if (!seen.units->below().empty()) choice.fields.emplace_back("duoi", seen.units->below().str());
    if (!set_map_choice(data, choice, seen.directory, words)) return;
    const UnitsShown shown(reporters, seen.directory, seen.day, request);
    data.set("map_title", words.text("target_page.map", {{"day", words.day(seen.day)}}));
    const MapTable table(seen, shown, words);
    data.set("has_map_table", !table.is_told_already());
    auto charts = table.charts();
    data.set("has_map_charts", !charts.empty());
    data.set("map_charts", std::move(charts));
    table.write_to(data);
}

} // namespace tiendo::web
