#include "web/views/why_words.hpp"

#include "base/text.hpp"
#include "domain/indicator/factor.hpp"
#include "domain/indicator/what_would_change.hpp"
#include "web/views/figure_words.hpp"
#include "web/views/target_words.hpp"
#include "web/views/unit_words.hpp"
#include "web/views/verdict_words.hpp"

#include <array>

namespace tiendo::web::view {

namespace {

class Why {
public:
    Why(const MeasureFigure& row, const UnitDirectory& directory, const Wording& words)
        : row_(row), directory_(directory), words_(words)
    {
    }

    std::vector<std::string> lines() const
    {
        std::vector<std::string> lines;
        for (auto line : {rule(), data(), change()})
            if (!line.empty()) lines.push_back(std::move(line));
        return lines;
    }

private:
    std::string number(const Problem& problem, const char* name) const
    {
        const auto found = problem.args.find(name);
        if (found == problem.args.end()) return {};
        const auto read = Decimal::parse(found->second);
        return read ? words_.number(*read) : found->second;
    }

    std::string rule() const
    {
        const auto& [measure, indicator, figure, judgement, history] = row_;
        std::vector<std::string> said{rule_words(judgement, measure, indicator, words_)};
        const auto rounding = rounding_words(judgement, measure, indicator, words_);
        if (!rounding.empty()) said.push_back(rounding);
        if (!judgement.course.key.empty()) {
            auto args = judgement.course.args;
            for (const char* name : {"baseline", "target", "asked"}) {
                const auto found = args.find(name);
                const auto read =
                    found == args.end() ? std::nullopt : Decimal::parse(found->second);
                if (read) found->second = amount_words(*read, measure, indicator, words_);
            }
            said.push_back(words_.text(judgement.course.key, args));
        }
        return join(said, " ");
    }

    std::string data() const
    {
        std::vector<std::string> said;
        const auto& coverage = row_.figure.coverage;
        if (!coverage.missing.empty() && coverage.reported > 0) {
            said.push_back(words_.text(
                "why.lacking",
                {{"units", unit_names(coverage.missing, directory_, words_)},
                 {"count", std::to_string(coverage.reported)},
                 {"total", std::to_string(coverage.expected - coverage.not_applicable)},
                 {"noun", supplier_noun(row_.measure, directory_, words_)}}
            ));
        } else if (coverage.reported > 1) {
            said.push_back(words_.text(
                "why.all_there",
                {{"count", std::to_string(coverage.reported)},
                 {"noun", supplier_noun(row_.measure, directory_, words_)}}
            ));
        }
        const auto failing = condition();
        if (!failing.empty()) said.push_back(failing);
        return join(said, " ");
    }

    /// Who misses the condition of each month or quarter; of a single unit, in which of them.
    std::string condition() const
    {
        const auto& figure = row_.figure;
        if (!row_.measure.inner || figure.state != FigureState::value) return {};
        std::vector<UnitId> failing;
        for (const auto& part : figure.contributions) {
            if (part.cell.state != ValueState::value) continue;
            if (!meets_inner_condition(part.cell, row_.indicator, *row_.measure.inner))
                failing.push_back(part.unit);
        }
        if (failing.empty()) return {};
        if (figure.contributions.size() > 1)
            return words_.text(
                "why.failing_units", {{"units", unit_names(failing, directory_, words_)}}
            );
        return words_.text(
            "why.failing_periods", {{"periods", periods_of(figure.contributions.front().cell)}}
        );
    }

    std::string periods_of(const Cell& cell) const
    {
        static constexpr std::array romans{"I", "II", "III", "IV"};
        std::vector<std::string> said;
        const auto elements = elements_of(row_.indicator);
        for (std::size_t i = 0; i < elements.size(); ++i) {
            auto one = cell;
            for (const auto& other : elements) {
                // The condition is asked of one period alone: the others stand as this one.
                one.numbers[other] =
                    cell.numbers.contains(elements[i]) ? cell.numbers.at(elements[i]) : Decimal{};
            }
            if (meets_inner_condition(one, row_.indicator, *row_.measure.inner)) continue;
            const bool is_quarter = row_.indicator.shape == Shape::quarters && i < romans.size();
            said.push_back(words_.text(
                is_quarter ? "why.quarter" : "why.month",
                {{"number", is_quarter ? romans[i] : std::to_string(i + 1)},
                 {"value", words_.number(one.numbers[elements[i]])},
                 {"short", lacking(one.numbers[elements[i]])},
                 {"noun", row_.measure.inner->unit}}
            ));
        }
        return join(said, ", ");
    }

    /// How many more the period should have: above three is four at least.
    std::string lacking(const Decimal& number) const
    {
        const auto& inner = *row_.measure.inner;
        const auto least = inner.comparator == Comparator::above ? add(inner.value, 1)
                                                                 : std::optional(inner.value);
        const auto gap = subtract(least.value_or(inner.value), number);
        return words_.number(gap.value_or(Decimal{}));
    }

    std::string change() const
    {
        const auto& [measure, indicator, figure, judgement, history] = row_;
        // Of one unit the condition itself says what is lacking; a share of one is no share.
        const bool is_one_of_many =
            indicator.across_units == AcrossUnits::share_of_units && figure.coverage.expected == 1;
        if (is_one_of_many) return {};
        const auto turn = what_would_change(measure, indicator, figure, judgement);
        if (!turn) return {};
        const bool has_noun =
            !indicator.counted.empty() && words_.language() == Language::vietnamese;
        const auto line = words_.text(
            turn->key,
            {{"count", number(*turn, "count")},
             {"missing", number(*turn, "missing")},
             {"above", number(*turn, "above")},
             {"noun", has_noun ? indicator.counted : words_.text("why.noun")},
             {"units", supplier_noun(measure, directory_, words_)},
             {"result", result_of(*turn)}}
        );
        const auto& sex = turn->args.at("sex");
        if (sex.empty()) return line;
        return words_.text(sex == "male" ? "why.male" : "why.female", {{"line", line}});
    }

    std::string result_of(const Problem& turn) const
    {
        FigurePart then;
        then.numerator = Decimal::parse(turn.args.at("numerator")).value_or(Decimal{});
        then.denominator = Decimal::parse(turn.args.at("denominator")).value_or(Decimal{});
        then.ratio = Ratio::of(then.numerator, then.denominator, factor_of(row_.indicator));
        const auto shown = part_value(then, row_.measure, row_.indicator, words_);
        if (then.denominator == Decimal{1}) return shown;
        return words_.text(
            "why.ratio",
            {{"numerator", number(turn, "numerator")},
             {"denominator", number(turn, "denominator")},
             {"value", shown}}
        );
    }

    const MeasureFigure& row_;
    const UnitDirectory& directory_;
    const Wording& words_;
};

} // namespace

std::vector<std::string>
why_lines(const MeasureFigure& row, const UnitDirectory& directory, const Wording& words)
{
    return Why(row, directory, words).lines();
}

List why_list(const MeasureFigure& row, const UnitDirectory& directory, const Wording& words)
{
    List list;
    for (auto& line : why_lines(row, directory, words))
        list.emplace_back(Object{{"line", std::move(line)}});
    return list;
}

} // namespace tiendo::web::view
