#include "web/pages/target_parts.hpp"
#include "web/views/figure_words.hpp"
#include "web/views/forecast_words.hpp"
#include "web/views/trend_chart.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tiendo::web {

namespace {

constexpr int rate_decimals = 2;

std::string month_words(Date day)
{
    return fmt::format("{:02}/{}", unsigned(day.month()), int(day.year()));
}

/// The run of one sex, or of the whole.
class PartTrend {
public:
    PartTrend(const MeasureFigure& row, const PeriodId& period, const Forecast& forecast)
        : row_(row), period_(period), forecast_(forecast)
    {
    }

    view::TrendChart of(const std::string& breakdown) const
    {
        view::TrendChart chart;
        for (const auto& [earlier, figure] : row_.history)
            add(chart, earlier, figure, breakdown);
        add(chart, period_, row_.figure, breakdown);
        const auto& quantity = row_.measure.quantity;
        if (quantity && !quantity->change) chart.target = quantity->value;
        for (const auto& part : forecast_.parts)
            if (part.breakdown == breakdown)
                chart.ahead = view::AheadValue{
                    {month_words(*forecast_.due), *forecast_.due, part.value}, part.low, part.high
                };
        return chart;
    }

private:
    static void
    add(view::TrendChart& chart,
        const PeriodId& period,
        const Figure& figure,
        const std::string& breakdown)
    {
        const auto name = parse_period(period);
        const auto part = std::ranges::find(figure.parts, breakdown, &FigurePart::breakdown);
        if (!name || part == figure.parts.end() || !part->ratio) return;
        chart.values.push_back(
            {period.str(), calendar_window(*name).to, part->ratio->rounded(rate_decimals)}
        );
    }

    const MeasureFigure& row_;
    const PeriodId& period_;
    const Forecast& forecast_;
};

view::List rows_of(const TargetSeen& seen, const Forecast& forecast, const Wording& words)
{
    const auto& row = *seen.figures.row(seen.measure);
    view::List rows;
    const auto add = [&](const PeriodId& period, const Figure& figure) {
        rows.emplace_back(view::Object{
            {"period", words.period(period)},
            {"value", view::value_words(figure, row.measure, row.indicator, words)},
            {"counts", view::counts_words(figure, row.indicator, words)},
            {"is_forecast", false},
        });
    };
    for (const auto& [period, figure] : row.history)
        add(period, figure);
    add(seen.figures.period.id, row.figure);
    for (const auto& part : forecast.parts) {
        const auto said = view::forecast_value(part, row, words);
        rows.emplace_back(view::Object{
            {"period", words.text("forecast.at", {{"day", words.day(*forecast.due)}})},
            {"value",
             part.breakdown.empty()
                 ? said
                 : words.text("figure.sex_" + part.breakdown, {{"value", said}})},
            {"counts", ""},
            {"is_forecast", true},
        });
    }
    return rows;
}

view::List charts_of(const TargetSeen& seen, const Forecast& forecast, const Wording& words)
{
    const auto& row = *seen.figures.row(seen.measure);
    const auto& newest = row.figure.parts.empty() && !row.history.empty()
                             ? row.history.rbegin()->second
                             : row.figure;
    view::List charts;
    for (const auto& part : newest.parts) {
        const auto chart = PartTrend(row, seen.figures.period.id, forecast).of(part.breakdown);
        if (chart.values.size() < 2) continue;
        charts.emplace_back(view::Object{
            {"has_name", !part.breakdown.empty()},
            {"name", part.breakdown.empty() ? std::string() : words.text("entry." + part.breakdown)
            },
            {"chart_markup",
             view::trend_chart(
                 chart, words.text(chart.ahead ? "forecast.chart" : "target_page.trend")
             )},
        });
    }
    return charts;
}

} // namespace

void set_trend(view::Object& data, const TargetSeen& seen, const Wording& words)
{
    const auto& row = *seen.figures.row(seen.measure);
    const auto forecast = seen.figures.forecast_of(row);
    view::List lines;
    for (const auto& line : view::forecast_lines(forecast, row, words))
        lines.emplace_back(view::Object{{"line", line}});
    const bool is_made = forecast.state == ForecastState::made;
    data.set("trend_title", words.text(is_made ? "forecast.trend_title" : "target_page.trend"));
    data.set("charts", charts_of(seen, forecast, words));
    data.set("trend", rows_of(seen, forecast, words));
    data.set("has_forecast", is_made);
    data.set("has_forecast_lines", !lines.empty());
    data.set("forecast_lines", std::move(lines));
}

} // namespace tiendo::web
