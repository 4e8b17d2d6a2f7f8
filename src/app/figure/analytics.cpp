#include "app/figure/analytics.hpp"

#include "app/figure/live_cube.hpp"
#include "app/org/directory.hpp"
#include "base/text.hpp"
#include "domain/cube/question.hpp"
#include "domain/indicator/factor.hpp"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <optional>

namespace tiendo::app {
namespace {

constexpr std::size_t rows_max = 50'000; // docs/limits.md
constexpr int rate_decimals = 2;

/// One of the data asked for: a count, or a rate of two.
struct Datum {
    std::string name{};
    const CubeMeasure* place = nullptr;
    std::optional<std::size_t> key{}; ///< which count; none: the rate
};

PlanId plan_in(const std::string& datum)
{
    return PlanId(datum.substr(0, datum.find('/')));
}

Error unknown(const char* key, const std::string& text)
{
    return refuse(Refusal::invalid, key, {{"text", text}});
}

bool is_rate(const Indicator& indicator)
{
    return indicator.shape == Shape::ratio && indicator.across_units == AcrossUnits::sum;
}

Result<Datum> datum_named(const FedCube& fed, const std::string& name)
{
    const auto parts = split(name, '/');
    if (parts.size() < 2 || parts.size() > 3) return unknown("analytics.unknown_data", name);
    const auto found =
        fed.measures.find({PlanId(std::string(parts[0])), MeasureId(std::string(parts[1]))});
    if (found == fed.measures.end()) return unknown("analytics.unknown_data", name);
    Datum datum{name, &found->second, std::nullopt};
    if (parts.size() == 2) {
        if (!is_rate(found->second.indicator)) return unknown("analytics.not_a_rate", name);
        return datum;
    }
    const auto& keys = found->second.keys;
    const auto key = std::ranges::find(keys, parts[2]);
    if (key == keys.end()) return unknown("analytics.unknown_data", name);
    datum.key = static_cast<std::size_t>(key - keys.begin());
    return datum;
}

/// "LEVEL-2" is 1: as many steps below the top.
std::optional<DenseIndex> depth_in(const std::string& text)
{
    constexpr std::string_view prefix = "LEVEL-";
    if (!text.starts_with(prefix)) return std::nullopt;
    DenseIndex level = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data() + prefix.size(), end, level);
    if (read.ec != std::errc{} || read.ptr != end || level == 0) return std::nullopt;
    return level - 1;
}

void add_level(
    const UnitTree& map,
    const std::vector<DenseIndex>& tops,
    DenseIndex depth,
    std::vector<DenseIndex>& units
)
{
    for (const auto top : tops) {
        if (map.depth_of(top) > depth) continue;
        for (const auto unit : map.level(top, depth - map.depth_of(top)))
            units.push_back(unit);
    }
}

std::vector<DenseIndex> tops_of(const UnitTree& map)
{
    std::vector<DenseIndex> tops;
    for (DenseIndex unit = 0; unit < map.size(); ++unit)
        if (map.parent_of(unit) == no_index) tops.push_back(unit);
    return tops;
}

/// The units of the question; those that are named stand for their levels where a level is asked.
Result<std::vector<DenseIndex>>
units_in(const FedCube& fed, const std::vector<std::string>& asked, const UnitId& own)
{
    std::vector<DenseIndex> named;
    std::vector<DenseIndex> depths;
    for (const auto& text : asked) {
        if (text.starts_with("LEVEL-")) {
            const auto depth = depth_in(text);
            if (!depth) return unknown("analytics.unknown_unit", text);
            depths.push_back(*depth);
            continue;
        }
        const auto index = fed.names.units.find(text == "USER_ORGUNIT" ? own.str() : text);
        if (!index) return unknown("analytics.unknown_unit", text);
        named.push_back(*index);
    }
    if (depths.empty()) return named;
    std::vector<DenseIndex> units;
    const auto& map = fed.cube.map();
    const auto tops = named.empty() ? tops_of(map) : named;
    for (const auto depth : depths)
        add_level(map, tops, depth, units);
    return units;
}

/// Names like LAST_4_QUARTERS stand for the periods that they mean on that day.
Result<std::vector<PeriodId>> periods_in(const std::vector<std::string>& asked, Date day)
{
    std::vector<PeriodId> periods;
    for (const auto& text : asked) {
        const auto meant = relative_periods(text, day, ReportingCalendar::decree);
        periods.insert(periods.end(), meant.begin(), meant.end());
        if (!meant.empty()) continue;
        if (!parse_period(PeriodId(text))) return unknown("analytics.unknown_period", text);
        periods.emplace_back(text);
    }
    return periods;
}

/// More than one would have to be added up, which the sums of units and of periods do not all bear.
Result<Done> look_at_filter(const AnalyticsDimension& dimension, std::size_t meant)
{
    if (dimension.is_filter && meant != 1) return refuse(Refusal::invalid, "analytics.wide_filter");
    return done;
}

/// What is read of one datum in one period.
struct Asked {
    std::vector<CubeAnswers> parts; ///< the count; numerator and denominator of a rate
};

Result<Asked> answers_to(
    const FedCube& fed, const Datum& datum, DenseIndex period, const std::vector<DenseIndex>& units
)
{
    Asked asked;
    const auto& place = *datum.place;
    for (std::size_t key = 0; key < place.keys.size(); ++key) {
        if (datum.key && *datum.key != key) continue;
        const Slice slice{{&place.elements[key], 1}, {&period, 1}, place.options};
        asked.parts.push_back(TRY(ask(fed.cube, {&slice, 1}, units)));
    }
    return asked;
}

std::string rate_of(const CubeAnswer& numerator, const CubeAnswer& denominator, std::int64_t factor)
{
    if (!numerator.has_sum() || !denominator.has_sum()) return {};
    const auto ratio = Ratio::of(numerator.number(), denominator.number(), factor);
    return ratio ? ratio->rounded(rate_decimals).str() : std::string{};
}

std::optional<AnalyticsRow> row_at(const Datum& datum, const Asked& asked, std::size_t unit)
{
    const auto first = asked.parts.front().at(0, unit);
    if (first.counts.reported == 0) return std::nullopt;
    const auto options = static_cast<std::uint32_t>(datum.place->options.size());
    AnalyticsRow row;
    row.value =
        datum.key
            ? (first.has_sum() ? first.number().str() : std::string{})
            : rate_of(first, asked.parts.back().at(0, unit), factor_of(datum.place->indicator));
    if (row.value.empty()) return std::nullopt;
    row.reported = first.counts.reported / options;
    row.expected = (first.counts.expected - first.counts.not_applicable) / options;
    row.estimated = first.counts.estimated > 0;
    return row;
}

/// Writes what the question is about, and its answers.
class Answering {
public:
    Answering(const FedCube& fed, const UnitDirectory& directory, Analytics& found)
        : fed_(fed), directory_(directory), found_(found)
    {
    }

    Result<Done> answer(const AnalyticsQuery& query, const Actor& actor, Date today)
    {
        TRY(name_data(query.data.items));
        const auto periods =
            TRY(periods_in(query.periods.items, query.relative_to.value_or(today)));
        for (const auto& period : periods)
            found_.periods.emplace_back(period.str(), period.str());
        const auto units = TRY(units_in(fed_, query.units.items, actor.unit));
        name_units(units);
        TRY(look_at_filter(query.data, found_.data.size() + found_.withheld.size()));
        TRY(look_at_filter(query.periods, periods.size()));
        TRY(look_at_filter(query.units, units.size()));
        if (data_.size() * periods.size() * units.size() > rows_max)
            return refuse(
                Refusal::too_large, "analytics.too_much", {{"limit", std::to_string(rows_max)}}
            );
        for (const auto& datum : data_)
            for (const auto& period : periods)
                TRY(add_rows(datum, period.str(), units));
        found_.query = query;
        found_.change = fed_.cube.as_of();
        return done;
    }

private:
    Result<Done> name_data(const std::vector<std::string>& names)
    {
        for (const auto& name : names) {
            auto datum = TRY(datum_named(fed_, name));
            if (datum.place->indicator.sensitive) {
                found_.withheld.push_back(name);
                continue;
            }
            const auto& title = datum.place->measure.title;
            const auto key = datum.key ? " (" + datum.place->keys[*datum.key] + ")" : "";
            found_.data.emplace_back(name, datum.place->measure.id.str() + " " + title + key);
            data_.push_back(std::move(datum));
        }
        return done;
    }

    void name_units(const std::vector<DenseIndex>& units)
    {
        for (const auto unit : units) {
            const auto& id = fed_.names.units.at(unit);
            const auto* known = directory_.find(UnitId(id));
            found_.units.emplace_back(id, known == nullptr ? id : known->name);
        }
    }

    Result<Done>
    add_rows(const Datum& datum, const std::string& period, const std::vector<DenseIndex>& units)
    {
        const auto index = fed_.names.periods.find(period);
        if (!index || units.empty()) return done; // nobody has ever reported for it
        const auto asked = TRY(answers_to(fed_, datum, *index, units));
        for (std::size_t i = 0; i < units.size(); ++i) {
            auto row = row_at(datum, asked, i);
            if (!row) continue;
            row->data = datum.name;
            row->period = period;
            row->unit = fed_.names.units.at(units[i]);
            found_.rows.push_back(std::move(*row));
        }
        return done;
    }

    const FedCube& fed_;
    const UnitDirectory& directory_;
    Analytics& found_;
    std::vector<Datum> data_{};
};

} // namespace

Result<Analytics> analytics(Work& work, const AnalyticsQuery& query)
{
    TRY(require(work, Right::see_plan));
    if (query.data.items.empty() || query.periods.items.empty() || query.units.items.empty())
        return refuse(Refusal::invalid, "analytics.dimension_missing");
    std::set<PlanId> plans;
    for (const auto& datum : query.data.items)
        plans.insert(plan_in(datum));
    Analytics found;
    found.as_of = work.now;
    const auto units = directory(work);
    TRY(with_cube(work, plans, [&](const FedCube& fed) {
        return Answering(fed, units, found).answer(query, work.actor, local_time(work.now).day);
    }));
    return found;
}

} // namespace tiendo::app
