#include "web/views/forecast_words.hpp"

#include "domain/indicator/trend.hpp"
#include "web/views/figure_words.hpp"
#include "web/views/target_words.hpp"

#include <algorithm>

namespace tiendo::web::view {

namespace {

std::string of_sex(const ForecastPart& part, const std::string& line, const Wording& words)
{
    if (part.breakdown.empty()) return line;
    return words.text("why." + part.breakdown, {{"line", line}});
}

std::vector<std::string>
made_lines(const Forecast& forecast, const MeasureFigure& row, const Wording& words)
{
    std::vector<std::string> lines;
    for (const auto& part : forecast.parts) {
        lines.push_back(of_sex(
            part,
            words.text(
                "forecast.made",
                {{"day", words.day(*forecast.due)}, {"value", forecast_value(part, row, words)}}
            ),
            words
        ));
        if (part.outcome != ForecastOutcome::none)
            lines.back() += " " + words.text(
                                      std::string("forecast.") + name_of(part.outcome),
                                      {{"target", target_words(row.measure, row.indicator, words)}}
                                  );
    }
    lines.push_back(words.text(
        "forecast.rule",
        {{"count", std::to_string(forecast.points.size())},
         {"first", words.period(forecast.points.front())},
         {"last", words.period(forecast.points.back())},
         {"percent", std::to_string(band_percent)}}
    ));
    if (forecast.filled > 0)
        lines.push_back(words.text("forecast.filled", {{"count", std::to_string(forecast.filled)}})
        );
    if (std::ranges::any_of(forecast.parts, &ForecastPart::is_by_chance))
        lines.push_back(words.text("forecast.by_chance"));
    return lines;
}

} // namespace

std::string forecast_value(const ForecastPart& part, const MeasureFigure& row, const Wording& words)
{
    const auto said = [&](const Decimal& number) {
        return amount_words(number, row.measure, row.indicator, words);
    };
    return words.text(
        "forecast.value",
        {{"value", said(part.value)}, {"low", said(part.low)}, {"high", said(part.high)}}
    );
}

std::vector<std::string>
forecast_lines(const Forecast& forecast, const MeasureFigure& row, const Wording& words)
{
    switch (forecast.state) {
    case ForecastState::made:
        return made_lines(forecast, row, words);
    case ForecastState::too_few:
        return {words.text(
            "forecast.too_few",
            {{"count", std::to_string(forecast.points.size())},
             {"least", std::to_string(forecast_points_least)}}
        )};
    case ForecastState::too_far:
        return {words.text("forecast.too_far", {{"day", words.day(*forecast.due)}})};
    case ForecastState::not_needed:
    case ForecastState::no_number:
        return {};
    }
    return {};
}

} // namespace tiendo::web::view
