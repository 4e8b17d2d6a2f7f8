#include "domain/quality/cross_questions.hpp"

#include "base/text.hpp"
#include "domain/report/contradictions.hpp"

#include <algorithm>
#include <set>

namespace tiendo {
namespace {

constexpr std::int64_t smallest_base = 10;

/// A number that a body reported, whole or of both sexes together.
std::optional<Decimal> total_of(const Cell& cell, const Indicator& indicator, const char* what)
{
    const std::string key(what);
    std::vector<std::string> keys{key};
    if (indicator.breakdown == Breakdown::sex) keys = {key + ".male", key + ".female"};
    std::optional<Decimal> total = Decimal(0);
    for (const auto& each : keys) {
        const auto found = cell.numbers.find(each);
        if (found == cell.numbers.end() || !total) return std::nullopt;
        total = add(*total, found->second);
    }
    return total;
}

bool is_ratio(const MeasureFigure& row)
{
    return row.indicator.shape == Shape::ratio && row.indicator.across_units == AcrossUnits::sum;
}

DataQuestion
question(QuestionKind kind, const UnitId& unit, const MeasureId& measure, std::string place)
{
    DataQuestion made;
    made.kind = kind;
    made.unit = unit;
    made.measure = measure;
    made.problem.key = std::string("data_question.") + name_of(kind);
    made.problem.place = std::move(place);
    made.problem.args["sex"] = "all";
    return made;
}

/// `row` is by sex, `other` is not, and both count by the same words.
void compare_breakdown(
    const MeasureFigure& row,
    const MeasureFigure& other,
    const char* what,
    const std::string& words,
    std::vector<DataQuestion>& questions
)
{
    for (const auto& given : row.figure.contributions) {
        const auto* same = other.figure.contributions.find(given.unit);
        const bool both_said = same != nullptr && (*same)->cell.state == ValueState::value &&
                               given.cell.state == ValueState::value;
        if (!both_said) continue;
        const auto sum = total_of(given.cell, row.indicator, what);
        const auto whole = total_of((*same)->cell, other.indicator, what);
        if (!sum || !whole || *sum == *whole) continue;
        auto made = question(QuestionKind::breakdown_differs, given.unit, row.measure.id, what);
        made.other_measure = other.measure.id;
        made.problem.args["value"] = sum->str();
        made.problem.args["other"] = whole->str();
        made.problem.args["other_measure"] = other.measure.id.str();
        made.problem.args["words"] = words;
        questions.push_back(std::move(made));
    }
}

void ask_of_contradictions(
    const std::vector<MeasureFigure>& rows,
    const UnitDirectory& units,
    std::vector<DataQuestion>& questions
)
{
    const auto said = [](const FigurePart& counts) {
        return counts.numerator.str() + "/" + counts.denominator.str();
    };
    for (const auto& found : contradictions(rows, units)) {
        if (!found.subject.empty() || found.numbers.size() != 2) continue;
        const auto& [first, second] = std::tie(found.numbers[0], found.numbers[1]);
        const auto sex = first.breakdown.empty() ? "" : "." + first.breakdown;
        auto made = question(QuestionKind::bodies_differ, first.unit, first.measure, "num" + sex);
        made.other_unit = second.unit;
        made.problem.args["sex"] = first.breakdown.empty() ? "all" : first.breakdown;
        made.problem.args["counts"] = said(first.counts);
        made.problem.args["other_counts"] = said(second.counts);
        made.problem.args["other_unit"] = second.unit.str();
        questions.push_back(std::move(made));
    }
}

/// What the communes reported in all; none unless all who are asked have.
std::optional<FigurePart> communes_of(const MeasureFigure& row, const UnitDirectory& units)
{
    std::vector<UnitId> communes;
    for (const auto& unit : row.measure.suppliers)
        if (const auto* known = units.find(unit); known && known->kind == UnitKind::commune)
            communes.push_back(unit);
    if (communes.size() < 2) return std::nullopt;
    const auto figure = compute_for(row.measure, row.indicator, row.figure.contributions, communes);
    if (!figure.coverage.missing.empty() || figure.parts.size() != 1) return std::nullopt;
    return figure.parts.front();
}

bool is_about(const Decimal& a, const Decimal& b)
{
    const auto twice_a = add(a, a);
    const auto twice_b = add(b, b);
    const auto thrice_a = twice_a ? add(*twice_a, a) : std::nullopt;
    const auto thrice_b = twice_b ? add(*twice_b, b) : std::nullopt;
    return thrice_a && thrice_b && *twice_a <= *thrice_b && *twice_b <= *thrice_a;
}

/// An agency that reports the whole district beside its communes makes each case two.
void ask_of_levels(
    const MeasureFigure& row, const UnitDirectory& units, std::vector<DataQuestion>& questions
)
{
    const auto communes = communes_of(row, units);
    if (!communes || communes->denominator < smallest_base) return;
    for (const auto& given : row.figure.contributions) {
        const auto* unit = units.find(given.unit);
        if (unit == nullptr || unit->kind == UnitKind::commune) continue;
        if (given.cell.state != ValueState::value) continue;
        const auto above = total_of(given.cell, row.indicator, "num");
        const auto below = total_of(given.cell, row.indicator, "den");
        if (!above || !below || !is_about(*below, communes->denominator)) continue;
        auto made = question(QuestionKind::counted_twice, given.unit, row.measure.id, "den");
        made.problem.args["counts"] = above->str() + "/" + below->str();
        made.problem.args["other_counts"] =
            communes->numerator.str() + "/" + communes->denominator.str();
        questions.push_back(std::move(made));
    }
}

/// The periods of one length that make up the whole, without a gap.
std::vector<std::vector<PeriodId>> tilings(const PeriodId& whole, const std::set<PeriodId>& shorter)
{
    std::map<PeriodLength, std::vector<PeriodId>> by_length;
    std::map<PeriodLength, int> days;
    const auto all = parse_period(whole);
    if (!all) return {};
    const auto window = calendar_window(*all);
    for (const auto& period : shorter) {
        const auto name = parse_period(period);
        if (!name || name->length == all->length) continue;
        const auto part = calendar_window(*name);
        if (part.from < window.from || window.to < part.to) continue;
        by_length[name->length].push_back(period);
        days[name->length] += days_between(part.from, part.to) + 1;
    }
    std::vector<std::vector<PeriodId>> found;
    for (auto& [length, periods] : by_length)
        if (days[length] == days_between(window.from, window.to) + 1)
            found.push_back(std::move(periods));
    return found;
}

using Shorter = std::map<PeriodId, std::vector<Contribution>>;

/// What a unit reported in all of these periods; none where one is missing.
std::optional<Decimal> sum_over(
    const std::vector<PeriodId>& periods,
    const Shorter& shorter,
    const UnitId& unit,
    const Indicator& indicator,
    const char* what
)
{
    std::optional<Decimal> sum = Decimal(0);
    for (const auto& period : periods) {
        const auto& given = shorter.at(period);
        const auto found = std::ranges::find(given, unit, &Contribution::unit);
        if (found == given.end()) return std::nullopt;
        if (found->cell.state == ValueState::not_arising) continue;
        if (found->cell.state != ValueState::value) return std::nullopt;
        const auto number = total_of(found->cell, indicator, what);
        sum = sum && number ? add(*sum, *number) : std::nullopt;
    }
    return sum;
}

void ask_of_parts(
    const MeasureFigure& row,
    const Contribution& given,
    const std::vector<PeriodId>& periods,
    const Shorter& shorter,
    std::vector<DataQuestion>& questions
)
{
    const char* what = row.indicator.shape == Shape::count ? "value" : "num";
    const auto whole = total_of(given.cell, row.indicator, what);
    const auto sum = sum_over(periods, shorter, given.unit, row.indicator, what);
    if (!whole || !sum || *whole == *sum) return;
    auto made = question(QuestionKind::parts_differ, given.unit, row.measure.id, what);
    made.problem.args["value"] = whole->str();
    made.problem.args["sum"] = sum->str();
    made.problem.args["count"] = std::to_string(periods.size());
    questions.push_back(std::move(made));
}

} // namespace

void ask_across_measures(
    const std::vector<MeasureFigure>& rows, std::vector<DataQuestion>& questions
)
{
    const auto is_same = [](const std::string& a, const std::string& b) {
        return !a.empty() && name_key(a) == name_key(b);
    };
    for (const auto& row : rows) {
        if (!is_ratio(row) || row.indicator.breakdown != Breakdown::sex) continue;
        for (const auto& other : rows) {
            if (!is_ratio(other) || other.indicator.breakdown != Breakdown::none) continue;
            if (is_same(row.indicator.denominator, other.indicator.denominator))
                compare_breakdown(row, other, "den", row.indicator.denominator, questions);
            if (is_same(row.indicator.numerator, other.indicator.numerator))
                compare_breakdown(row, other, "num", row.indicator.numerator, questions);
        }
    }
}

void ask_across_units(
    const std::vector<MeasureFigure>& rows,
    const UnitDirectory& units,
    std::vector<DataQuestion>& questions
)
{
    if (units.units().empty()) return;
    ask_of_contradictions(rows, units, questions);
    for (const auto& row : rows)
        if (is_ratio(row)) ask_of_levels(row, units, questions);
}

void ask_across_periods(
    const std::vector<MeasureFigure>& rows,
    const PeriodId& period,
    const QuestionContext& context,
    std::vector<DataQuestion>& questions
)
{
    for (const auto& row : rows) {
        const auto shorter = context.shorter.find(row.measure.id);
        const bool is_summed = row.indicator.across_time == AcrossTime::sum &&
                               (is_ratio(row) || row.indicator.shape == Shape::count);
        if (shorter == context.shorter.end() || !is_summed) continue;
        std::set<PeriodId> periods;
        for (const auto& [each, given] : shorter->second)
            periods.insert(each);
        for (const auto& parts : tilings(period, periods))
            for (const auto& given : row.figure.contributions)
                if (given.cell.state == ValueState::value)
                    ask_of_parts(row, given, parts, shorter->second, questions);
    }
}

} // namespace tiendo
