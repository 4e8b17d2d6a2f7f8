#include "domain/quality/data_questions.hpp"

#include "base/text.hpp"
#include "domain/quality/cross_questions.hpp"
#include "domain/quality/outliers.hpp"

#include <algorithm>
#include <cmath>

namespace tiendo {
namespace {

constexpr std::int64_t smallest_base = 10;
constexpr int rate_decimals = 2;

const Cell* value_of(const Figure& figure, const UnitId& unit)
{
    const auto* found = figure.contributions.find(unit);
    const bool has_value = found != nullptr && (*found)->cell.state == ValueState::value;
    return has_value ? &(*found)->cell : nullptr;
}

std::vector<std::string> sexes_of(const Indicator& indicator)
{
    if (indicator.breakdown == Breakdown::sex) return {".male", ".female"};
    return {""};
}

const Decimal* number_in(const Cell& cell, const std::string& key)
{
    const auto found = cell.numbers.find(key);
    return found == cell.numbers.end() ? nullptr : &found->second;
}

struct Rate {
    Decimal numerator{};
    Decimal denominator{};
    Decimal rounded{};
};

std::optional<Rate> rate_of(const Cell& cell, const Indicator& indicator, const std::string& sex)
{
    const auto* numerator = number_in(cell, "num" + sex);
    const auto* denominator = number_in(cell, "den" + sex);
    if (numerator == nullptr || denominator == nullptr) return std::nullopt;
    const auto ratio = Ratio::of(*numerator, *denominator, indicator.factor);
    if (!ratio) return std::nullopt;
    return Rate{*numerator, *denominator, ratio->rounded(rate_decimals)};
}

/// Only to tell far from near; what is printed is the decimal itself.
double as_double(const Decimal& number)
{
    return static_cast<double>(number.units()) / std::pow(10.0, number.scale());
}

bool is_far_from(const Decimal& now, const Decimal& last)
{
    return as_double(now) * 2 < as_double(last) || as_double(now) * 2 > as_double(last) * 3;
}

/// A year's period just before is last year, which is asked about anyway.
bool is_just_before(const PeriodId& earlier, const PeriodId& period)
{
    const auto before = parse_period(earlier);
    const auto now = parse_period(period);
    return before && now && earlier != same_period_last_year(period) &&
           add_days(calendar_window(*before).to, 1) == calendar_window(*now).from;
}

/// The questions about the figures of one measure.
class MeasureQuestions {
public:
    MeasureQuestions(
        const MeasureFigure& row, const PeriodId& period, std::vector<DataQuestion>& questions
    )
        : row_(row), last_year_(row.last_year(period)), questions_(questions)
    {
        const auto before = row.history.lower_bound(period);
        if (before == row.history.begin()) return;
        const auto& newest = *std::prev(before);
        if (is_just_before(newest.first, period)) last_period_ = &newest;
    }

    void ask()
    {
        for (const auto& given : row_.figure.contributions)
            if (given.cell.state == ValueState::value) ask_of(given);
        if (row_.indicator.shape != Shape::ratio) return;
        for (const auto& sex : sexes_of(row_.indicator))
            ask_of_siblings(sex);
    }

private:
    void ask_of(const Contribution& given)
    {
        if (row_.indicator.shape == Shape::count) return compare_counts(given);
        if (row_.indicator.shape != Shape::ratio) return;
        for (const auto& sex : sexes_of(row_.indicator)) {
            const auto rate = rate_of(given.cell, row_.indicator, sex);
            if (!rate) continue;
            if (row_.indicator.unit == "%" && rate->numerator > rate->denominator &&
                given.cell.reason.empty())
                add(QuestionKind::numerator_above, given.unit, sex, counts_in(*rate));
            compare_with_last_year(given, sex, *rate);
            compare_with_last_period(given, sex, *rate);
            compare_with_history(given, sex, *rate);
        }
    }

    void compare_with_last_year(const Contribution& given, const std::string& sex, const Rate& now)
    {
        const auto* cell = last_year_ == nullptr ? nullptr : value_of(*last_year_, given.unit);
        if (cell == nullptr) return;
        const auto last = rate_of(*cell, row_.indicator, sex);
        if (!last) return;
        const bool has_base =
            now.denominator >= smallest_base && last->denominator >= smallest_base;
        if (has_base && is_far_from(now.rounded, last->rounded)) {
            auto args = counts_in(now);
            args["value"] = now.rounded.str();
            args["last"] = last->rounded.str();
            add(QuestionKind::unlike_last_year, given.unit, sex, std::move(args));
        }
        const bool is_large =
            now.denominator >= smallest_base || last->denominator >= smallest_base;
        if (is_large && is_far_from(now.denominator, last->denominator))
            add(QuestionKind::base_changed,
                given.unit,
                sex,
                {{"value", now.denominator.str()}, {"last", last->denominator.str()}});
    }

    void
    compare_with_last_period(const Contribution& given, const std::string& sex, const Rate& now)
    {
        if (last_period_ == nullptr) return;
        const auto* cell = value_of(last_period_->second, given.unit);
        const auto last = cell == nullptr ? std::nullopt : rate_of(*cell, row_.indicator, sex);
        const bool has_base =
            last && now.denominator >= smallest_base && last->denominator >= smallest_base;
        if (!has_base || !is_far_from(now.rounded, last->rounded)) return;
        auto args = counts_in(now);
        args["value"] = now.rounded.str();
        args["last"] = last->rounded.str();
        args["period"] = last_period_->first.str();
        add(QuestionKind::unlike_last_period, given.unit, sex, std::move(args));
    }

    void compare_counts(const Contribution& given)
    {
        const auto* now = number_in(given.cell, "value");
        const auto* cell = last_year_ == nullptr ? nullptr : value_of(*last_year_, given.unit);
        const auto* last = cell == nullptr ? nullptr : number_in(*cell, "value");
        if (now == nullptr || last == nullptr) return;
        const bool is_large = *now >= smallest_base || *last >= smallest_base;
        if (!is_large || !is_far_from(*now, *last)) return;
        add(QuestionKind::count_changed,
            given.unit,
            "",
            {{"value", now->str()}, {"last", last->str()}});
    }

    void compare_with_history(const Contribution& given, const std::string& sex, const Rate& now)
    {
        std::vector<double> earlier;
        std::vector<Decimal> rates;
        for (const auto& [period, figure] : row_.history) {
            const auto* cell = value_of(figure, given.unit);
            const auto rate = cell == nullptr ? std::nullopt : rate_of(*cell, row_.indicator, sex);
            if (!rate) continue;
            rates.push_back(rate->rounded);
            earlier.push_back(as_double(rate->rounded));
        }
        if (now.denominator < smallest_base || !is_outside(as_double(now.rounded), earlier)) return;
        const auto [least, greatest] = std::ranges::minmax(rates);
        add(QuestionKind::outside_history,
            given.unit,
            sex,
            {{"value", now.rounded.str()},
             {"least", least.str()},
             {"greatest", greatest.str()},
             {"count", std::to_string(rates.size())}});
    }

    void ask_of_siblings(const std::string& sex)
    {
        std::vector<double> all;
        std::vector<std::pair<UnitId, Rate>> rates;
        for (const auto& given : row_.figure.contributions) {
            if (given.cell.state != ValueState::value) continue;
            const auto rate = rate_of(given.cell, row_.indicator, sex);
            if (!rate || rate->denominator < smallest_base) continue;
            all.push_back(as_double(rate->rounded));
            rates.emplace_back(given.unit, *rate);
        }
        for (const auto& [unit, rate] : rates) {
            if (!is_far_from_middle(as_double(rate.rounded), all)) continue;
            auto args = counts_in(rate);
            args["value"] = rate.rounded.str();
            args["middle"] = middle_of(rates).str();
            args["count"] = std::to_string(rates.size());
            add(QuestionKind::unlike_siblings, unit, sex, std::move(args));
        }
    }

    static Decimal middle_of(std::vector<std::pair<UnitId, Rate>> rates)
    {
        std::ranges::sort(rates, {}, [](const auto& rate) { return rate.second.rounded; });
        return rates[rates.size() / 2].second.rounded;
    }

    static std::map<std::string, std::string> counts_in(const Rate& rate)
    {
        return {{"numerator", rate.numerator.str()}, {"denominator", rate.denominator.str()}};
    }

    void
    add(QuestionKind kind,
        const UnitId& unit,
        const std::string& sex,
        std::map<std::string, std::string> args)
    {
        args["sex"] = sex.empty() ? "all" : sex.substr(1);
        DataQuestion question;
        question.kind = kind;
        question.unit = unit;
        question.measure = row_.measure.id;
        question.problem = {
            std::string("data_question.") + name_of(kind), std::move(args), "num" + sex
        };
        questions_.push_back(std::move(question));
    }

    const MeasureFigure& row_;
    const Figure* last_year_;
    const std::pair<const PeriodId, Figure>* last_period_ = nullptr;
    std::vector<DataQuestion>& questions_;
};

/// Where what stands below the line has the same words in two measures, one body knows one number.
void ask_of_bases(
    const MeasureFigure& row, const MeasureFigure& other, std::vector<DataQuestion>& questions
)
{
    const bool is_same = !row.indicator.denominator.empty() &&
                         row.indicator.denominator == other.indicator.denominator &&
                         row.indicator.id != other.indicator.id &&
                         row.indicator.breakdown == other.indicator.breakdown;
    if (!is_same) return;
    for (const auto& given : row.figure.contributions) {
        const auto* cell = value_of(other.figure, given.unit);
        if (given.cell.state != ValueState::value || cell == nullptr) continue;
        for (const auto& sex : sexes_of(row.indicator)) {
            const auto* base = number_in(given.cell, "den" + sex);
            const auto* other_base = number_in(*cell, "den" + sex);
            if (base == nullptr || other_base == nullptr || *base == *other_base) continue;
            DataQuestion question;
            question.kind = QuestionKind::bases_differ;
            question.unit = given.unit;
            question.measure = other.measure.id;
            question.other_measure = row.measure.id;
            question.problem = {
                "data_question.bases_differ",
                {{"value", other_base->str()},
                 {"other", base->str()},
                 {"other_measure", row.measure.id.str()},
                 {"words", row.indicator.denominator},
                 {"sex", sex.empty() ? "all" : sex.substr(1)}},
                "den" + sex
            };
            questions.push_back(std::move(question));
        }
    }
}

} // namespace

std::string DataQuestion::id() const
{
    std::vector<std::string> parts{name_of(kind), measure.str(), unit.str(), problem.place};
    if (!other_measure.empty()) parts.push_back(other_measure.str());
    if (!other_unit.empty()) parts.push_back(other_unit.str());
    return join(parts, "/");
}

std::string DataQuestion::about() const
{
    std::vector<std::string> parts;
    for (const auto& [name, value] : problem.args)
        parts.push_back(name + "=" + value);
    return join(parts, " ");
}

std::vector<DataQuestion> data_questions(
    const std::vector<MeasureFigure>& rows, const PeriodId& period, const QuestionContext& context
)
{
    std::vector<DataQuestion> questions;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        MeasureQuestions(rows[i], period, questions).ask();
        for (std::size_t j = 0; j < i; ++j)
            ask_of_bases(rows[j], rows[i], questions);
    }
    ask_across_measures(rows, questions);
    ask_across_units(rows, context.units, questions);
    ask_across_periods(rows, period, context, questions);
    return questions;
}

const char* name_of(QuestionKind kind)
{
    switch (kind) {
    case QuestionKind::numerator_above:
        return "numerator_above";
    case QuestionKind::unlike_last_year:
        return "unlike_last_year";
    case QuestionKind::base_changed:
        return "base_changed";
    case QuestionKind::outside_history:
        return "outside_history";
    case QuestionKind::unlike_siblings:
        return "unlike_siblings";
    case QuestionKind::bases_differ:
        return "bases_differ";
    case QuestionKind::unlike_last_period:
        return "unlike_last_period";
    case QuestionKind::count_changed:
        return "count_changed";
    case QuestionKind::parts_differ:
        return "parts_differ";
    case QuestionKind::breakdown_differs:
        return "breakdown_differs";
    case QuestionKind::bodies_differ:
        return "bodies_differ";
    case QuestionKind::counted_twice:
        return "counted_twice";
    }
    return "";
}

} // namespace tiendo
