#include "documents/exchange/figures_json.hpp"

#include "documents/exchange/figure_names.hpp"
#include "domain/indicator/trend.hpp"
#include "domain/plan/plan_fields.hpp"

namespace tiendo::documents {
namespace {

namespace bj = boost::json;

constexpr int decimals = 4;

bj::array parts_of(const Figure& figure)
{
    bj::array parts;
    for (const auto& part : figure.parts) {
        bj::object object;
        object["breakdown"] = part.breakdown;
        object["numerator"] = part.numerator.str();
        object["denominator"] = part.denominator.str();
        object["value"] =
            part.ratio ? bj::value(part.ratio->rounded(decimals).str()) : bj::value(nullptr);
        parts.push_back(std::move(object));
    }
    return parts;
}

bj::object coverage_of(const Coverage& coverage)
{
    bj::object object;
    object["expected"] = coverage.expected;
    object["reported"] = coverage.reported;
    object["accepted"] = coverage.accepted;
    bj::array missing;
    for (const auto& unit : coverage.missing)
        missing.emplace_back(unit.str());
    object["missing"] = std::move(missing);
    return object;
}

bj::value target_of(const Measure& measure)
{
    if (!measure.quantity) return nullptr;
    bj::object object;
    object["comparator"] = name_of(measure.quantity->comparator);
    object["value"] = measure.quantity->value.str();
    object["unit"] = measure.quantity->unit;
    return object;
}

bj::object forecast_of(const Forecast& forecast)
{
    bj::array periods;
    for (const auto& period : forecast.points)
        periods.emplace_back(period.str());
    bj::array parts;
    for (const auto& part : forecast.parts)
        parts.emplace_back(bj::object{
            {"breakdown", part.breakdown},
            {"value", part.value.str()},
            {"low", part.low.str()},
            {"high", part.high.str()},
            {"outcome", name_of(part.outcome)}
        });
    return {
        {"state", name_of(forecast.state)},
        {"due", forecast.due ? bj::value(iso_date(*forecast.due)) : bj::value(nullptr)},
        {"percent", band_percent},
        {"periods", std::move(periods)},
        {"filled", forecast.filled},
        {"parts", std::move(parts)}
    };
}

} // namespace

std::string to_json(const std::vector<MeasureFigure>& rows, const std::vector<Forecast>& forecasts)
{
    ensure(rows.size() == forecasts.size(), "each figure has its forecast");
    bj::array list;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& row = rows[i];
        bj::object object;
        object["measure"] = row.measure.id.str();
        object["state"] = json::name_of(figure_states, row.figure.state);
        object["parts"] = parts_of(row.figure);
        object["estimated"] = row.figure.estimated;
        object["coverage"] = coverage_of(row.figure.coverage);
        object["target"] = target_of(row.measure);
        object["verdict"] = json::name_of(verdicts, row.judgement.verdict);
        object["short_by"] =
            row.judgement.short_by ? bj::value(row.judgement.short_by->str()) : bj::value(nullptr);
        object["forecast"] = forecast_of(forecasts[i]);
        list.push_back(std::move(object));
    }
    return bj::serialize(list);
}

} // namespace tiendo::documents
