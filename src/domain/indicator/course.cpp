#include "domain/indicator/course.hpp"

#include "domain/indicator/factor.hpp"

#include <algorithm>

namespace tiendo {
namespace {

__extension__ using Wide = __int128;

constexpr int days_near_the_end = 31;
constexpr int on_track_percent = 90;
constexpr int at_risk_percent = 70;
constexpr int course_decimals = 2;

/// A product that remembers whether it ceased to fit: then nothing is said rather than a wrong
/// word.
std::optional<Wide> product(std::initializer_list<Wide> factors)
{
    Wide result = 1;
    for (const auto factor : factors) {
        if (__builtin_mul_overflow(result, factor, &result)) return std::nullopt;
    }
    return result;
}

Wide ten_to(int power)
{
    Wide result = 1;
    for (int i = 0; i < power; ++i)
        result *= 10;
    return result;
}

Wide units_at(const Decimal& number, int scale)
{
    return Wide{number.units()} * ten_to(scale - number.scale());
}

/// How many of the days between have gone by, both ends included.
struct Days {
    int gone = 0;
    int all = 0;
};

struct Line {
    Decimal baseline{};
    Decimal target{};
    Days days{};
};

/// Whether a part has gone at least `percent` of the way that should lie behind it:
/// (value − baseline) ÷ (target − baseline) against percent · gone ÷ all, without dividing.
std::optional<bool>
has_gone(const FigurePart& part, std::int64_t factor, const Line& line, int percent)
{
    const auto& days = line.days;
    const int scale = std::max(line.baseline.scale(), line.target.scale());
    const auto from = units_at(line.baseline, scale);
    const auto way = units_at(line.target, scale) - from;
    const auto& num = part.numerator;
    const auto& den = part.denominator;
    const auto value =
        product({Wide{num.units()}, Wide{factor}, ten_to(den.scale()), ten_to(scale)});
    const auto start = product({from, Wide{den.units()}, ten_to(num.scale())});
    const auto asked =
        product({way, Wide{den.units()}, ten_to(num.scale()), Wide{days.gone}, Wide{percent}});
    Wide moved = 0;
    if (!value || !start || !asked || __builtin_sub_overflow(*value, *start, &moved))
        return std::nullopt;
    const auto gone = product({moved, Wide{days.all}, Wide{100}});
    if (!gone) return std::nullopt;
    return way > 0 ? *gone >= *asked : *gone <= *asked;
}

/// What the line asks for on the day to which the figures run; to two decimals, for people.
std::optional<Decimal> asked_on_the_day(const Line& line)
{
    const auto way = subtract(line.target, line.baseline);
    const auto gone = way ? Ratio::of(*way, line.days.all, line.days.gone) : std::nullopt;
    return gone ? add(line.baseline, gone->rounded(course_decimals)) : std::nullopt;
}

/// The worst of the parts that miss the target; none where the numbers are too large to compare.
std::optional<Verdict> verdict_on(
    const Line& line, const Measure& measure, const Indicator& indicator, const Figure& figure
)
{
    auto verdict = Verdict::on_track;
    for (const auto& part : figure.parts) {
        if (!part.ratio || reaches(*part.ratio, measure)) continue;
        const auto factor = factor_of(indicator);
        const auto on_track = has_gone(part, factor, line, on_track_percent);
        const auto at_risk = has_gone(part, factor, line, at_risk_percent);
        if (!on_track || !at_risk) return std::nullopt;
        if (!*at_risk) return Verdict::behind;
        if (!*on_track) verdict = Verdict::at_risk;
    }
    return verdict;
}

/// The line exists where the plan fixes a number, the baseline is known, and the target lies in the
/// direction that the comparator wants.
bool has_line(const Measure& measure, const Course& course)
{
    if (!course.from || !course.baseline || course.data_to < *course.from) return false;
    if (!measure.quantity || measure.quantity->change) return false;
    const auto& target = measure.quantity->value;
    if (target == *course.baseline) return false;
    const auto more = more_is_better(measure.quantity->comparator);
    return !more || *more == (target > *course.baseline);
}

} // namespace

bool Course::is_early() const
{
    return due && days_between(data_to, *due) > days_near_the_end;
}

Course Course::of_a_part() const
{
    auto part = *this;
    part.baseline.reset();
    return part;
}

Course course_of(const Measure& measure, const Plan& plan, const Period& period)
{
    Course course;
    course.from = plan.head.period_from ? plan.head.period_from : plan.head.date;
    course.due = plan.head.period_to;
    course.data_to = period.window.to;
    if (measure.quantity) {
        if (measure.quantity->due) course.due = measure.quantity->due;
        course.baseline = measure.quantity->baseline;
    }
    return course;
}

Judgement judge_on_course(
    const Measure& measure, const Indicator& indicator, const Figure& figure, const Course& course
)
{
    auto judgement = judge(measure, indicator, figure);
    const bool is_judged =
        judgement.verdict == Verdict::met || judgement.verdict == Verdict::not_met;
    if (!is_judged || !course.is_early()) return judgement;
    judgement.early = true;
    if (judgement.verdict == Verdict::met) return judgement;
    auto& said = judgement.course;
    said.key = measure.quantity ? "course.without_baseline" : "course.not_yet";
    said.args["due"] = vietnamese_date(*course.due);
    said.args["day"] = vietnamese_date(course.data_to);
    if (!has_line(measure, course)) return judgement;

    const Line line{
        *course.baseline,
        measure.quantity->value,
        {days_between(*course.from, course.data_to) + 1, days_between(*course.from, *course.due) + 1
        }
    };
    const auto verdict = verdict_on(line, measure, indicator, figure);
    const auto asked = asked_on_the_day(line);
    if (!verdict || !asked) return judgement;
    judgement.verdict = *verdict;
    said.key = *verdict == Verdict::on_track  ? "course.on_track"
               : *verdict == Verdict::at_risk ? "course.at_risk"
                                              : "course.behind";
    said.args["from"] = vietnamese_date(*course.from);
    said.args["baseline"] = line.baseline.str();
    said.args["target"] = line.target.str();
    said.args["asked"] = asked->str();
    return judgement;
}

} // namespace tiendo
