#include "domain/indicator/forecast.hpp"

#include "domain/indicator/factor.hpp"
#include "domain/indicator/trend.hpp"

#include <algorithm>
#include <cmath>

namespace tiendo {
namespace {

constexpr int rate_decimals = 1;
/// As many years forward as back may be a few days more.
constexpr int leap_days = 7;
constexpr double days_of_a_year = 365.2425;
/// Beyond it no estimate of a count is worth a word, and all still fits into a decimal.
constexpr double largest = 1e12;

double as_double(const Decimal& number)
{
    return static_cast<double>(number.units()) / std::pow(10.0, number.scale());
}

double years_of(Date day)
{
    return days_between(date(2000, 1, 1), day) / days_of_a_year;
}

/// The measure in one period, with all who answer it.
struct WholeFigure {
    PeriodId period{};
    Date end{};
    Figure figure{};
};

/// What a unit last said; none where it has said nothing that counts.
Contributions::Shared last_of(const MeasureFigure& row, const UnitId& unit)
{
    for (auto each = row.history.rbegin(); each != row.history.rend(); ++each) {
        const auto* found = each->second.contributions.find(unit);
        if (found != nullptr && (*found)->cell.state != ValueState::missing) return *found;
    }
    return nullptr;
}

class Forecasting {
public:
    Forecasting(const MeasureFigure& row, const Course& course, const PeriodId& period)
        : row_(row), course_(course), period_(period)
    {
        forecast_.due = course.due;
    }

    Forecast run()
    {
        forecast_.state = state();
        if (forecast_.state != ForecastState::made) return forecast_;
        for (const auto& part : figures_.back().figure.parts)
            forecast_.parts.push_back(part_at(part.breakdown));
        return forecast_;
    }

private:
    ForecastState state()
    {
        if (!course_.is_early()) return ForecastState::not_needed;
        const bool is_number = row_.measure.no_source.empty() &&
                               row_.indicator.shape != Shape::yes_no &&
                               row_.indicator.shape != Shape::months;
        if (!is_number) return ForecastState::no_number;
        collect();
        if (figures_.size() < forecast_points_least) return ForecastState::too_few;
        const auto reach_back = days_between(figures_.front().end, figures_.back().end);
        const auto ahead = days_between(figures_.back().end, *course_.due);
        return ahead > reach_back + leap_days ? ForecastState::too_far : ForecastState::made;
    }

    void collect()
    {
        for (const auto& [period, figure] : row_.history)
            take(period, figure);
        auto now = row_.figure;
        const auto awaited = now.coverage.missing;
        if (!awaited.empty() && now.state == FigureState::value) now = filled(awaited);
        take(period_, now);
        const bool is_in = !figures_.empty() && figures_.back().period == period_;
        forecast_.filled = is_in ? static_cast<int>(awaited.size()) : 0;
    }

    void take(const PeriodId& period, const Figure& figure)
    {
        const auto name = parse_period(period);
        if (!name || figure.state != FigureState::value || !figure.coverage.missing.empty()) return;
        if (std::ranges::any_of(figure.parts, [](const auto& part) { return !part.ratio; })) return;
        figures_.push_back({period, calendar_window(*name).to, figure});
        forecast_.points.push_back(period);
    }

    Figure filled(const std::vector<UnitId>& awaited) const
    {
        auto contributions = row_.figure.contributions.shared();
        std::erase_if(contributions, [](const Contributions::Shared& given) {
            return given->cell.state == ValueState::missing;
        });
        for (const auto& unit : awaited)
            if (auto last = last_of(row_, unit)) contributions.push_back(std::move(last));
        return compute(row_.measure, row_.indicator, Contributions(std::move(contributions)));
    }

    ForecastPart part_at(const std::string& breakdown) const
    {
        std::vector<TrendPoint> points;
        bool is_share = factor_of(row_.indicator) == 100;
        for (const auto& [period, end, figure] : figures_) {
            const auto part = std::ranges::find(figure.parts, breakdown, &FigurePart::breakdown);
            if (part->numerator > part->denominator) is_share = false;
        }
        for (const auto& [period, end, figure] : figures_)
            points.push_back(point_of(
                *std::ranges::find(figure.parts, breakdown, &FigurePart::breakdown), end, is_share
            ));
        const auto band = trend_at(points, years_of(*course_.due));
        return rounded(breakdown, band, is_share ? double(factor_of(row_.indicator)) : largest);
    }

    /// What chance does to it: a share of a group as such, anything else as a count of rare events.
    /// Two more of each, and one more, so that all, none and nought are not taken for certain.
    TrendPoint point_of(const FigurePart& part, Date end, bool is_share) const
    {
        const auto numerator = as_double(part.numerator);
        const auto denominator = as_double(part.denominator);
        const auto factor = static_cast<double>(factor_of(row_.indicator));
        TrendPoint point{years_of(end), numerator / denominator * factor, 0};
        if (is_share) {
            const auto count = denominator + 4;
            const auto share = (numerator + 2) / count;
            point.variance = factor * factor * share * (1 - share) / count;
        } else if (is_count()) {
            point.variance = numerator + 1;
        } else {
            const auto rate = (numerator + 1) / denominator;
            point.variance = factor * factor * rate / denominator * (1 + rate);
        }
        return point;
    }

    bool is_count() const
    {
        const auto shape = row_.indicator.shape;
        return shape == Shape::count ||
               (shape == Shape::quarters && factor_of(row_.indicator) == 1);
    }

    ForecastPart rounded(const std::string& breakdown, const TrendBand& band, double greatest) const
    {
        const int decimals = is_count() ? 0 : rate_decimals;
        const auto scale = std::pow(10.0, decimals);
        const auto inside = [&](double number) { return std::clamp(number, 0.0, greatest); };
        const auto of = [&](double steps) {
            return Decimal(std::llround(inside(steps / scale) * scale), decimals);
        };
        const auto value = std::round(inside(band.value) * scale);
        ForecastPart part;
        part.breakdown = breakdown;
        part.value = of(value);
        part.low = of(std::min(std::floor(inside(band.low) * scale), value - 1));
        part.high = of(std::max(std::ceil(inside(band.high) * scale), value + 1));
        part.is_by_chance = band.is_by_chance;
        part.outcome = outcome_of(part);
        return part;
    }

    bool meets(const Decimal& number) const
    {
        const auto ratio = Ratio::of(number, 1, 1);
        return ratio && reaches(*ratio, row_.measure);
    }

    ForecastOutcome outcome_of(const ForecastPart& part) const
    {
        const auto& quantity = row_.measure.quantity;
        if (!quantity || quantity->change || !row_.measure.not_judged.empty())
            return ForecastOutcome::none;
        const bool low = meets(part.low);
        const bool high = meets(part.high);
        if (low && high) return ForecastOutcome::likely_met;
        if (meets(part.value)) return ForecastOutcome::rather_met;
        // What is asked for may lie inside the band, between two ends that both miss it.
        const bool is_around = part.low < quantity->value && quantity->value < part.high;
        return low || high || is_around ? ForecastOutcome::rather_missed
                                        : ForecastOutcome::likely_missed;
    }

    const MeasureFigure& row_;
    const Course& course_;
    const PeriodId& period_;
    std::vector<WholeFigure> figures_;
    Forecast forecast_;
};

} // namespace

Forecast forecast(const MeasureFigure& row, const Course& course, const PeriodId& period)
{
    return Forecasting(row, course, period).run();
}

const char* name_of(ForecastState state)
{
    switch (state) {
    case ForecastState::made:
        return "made";
    case ForecastState::not_needed:
        return "not_needed";
    case ForecastState::no_number:
        return "no_number";
    case ForecastState::too_few:
        return "too_few";
    case ForecastState::too_far:
        return "too_far";
    }
    return "";
}

const char* name_of(ForecastOutcome outcome)
{
    switch (outcome) {
    case ForecastOutcome::none:
        return "none";
    case ForecastOutcome::likely_met:
        return "likely_met";
    case ForecastOutcome::rather_met:
        return "rather_met";
    case ForecastOutcome::rather_missed:
        return "rather_missed";
    case ForecastOutcome::likely_missed:
        return "likely_missed";
    }
    return "";
}

} // namespace tiendo
