#include "web/views/standard_table.hpp"

#include "web/views/charts.hpp"
#include "web/views/figure_words.hpp"
#include "web/views/status_tag.hpp"
#include "web/views/target_words.hpp"
#include "web/views/verdict_words.hpp"

#include <algorithm>

namespace tiendo::web::view {

namespace {

/// One row while it is drawn.
struct Row {
    const MeasureFigure& figure;
    const PeriodId& period;
    const StandardTable& table;
    const Wording& words;
};

std::optional<Decimal> target_of(const Measure& measure)
{
    if (!measure.quantity || measure.quantity->change) return std::nullopt;
    return measure.quantity->value;
}

Object text_or_reason(std::string text)
{
    const bool has_text = !text.empty();
    return {{"has_text", has_text}, {"text", std::move(text)}};
}

Object last_year(const Row& row)
{
    const auto& [figure, period, table, words] = row;
    Object view;
    const auto* past = figure.last_year(period);
    std::string said;
    if (past != nullptr) {
        said = value_words(*past, figure.measure, figure.indicator, words);
    } else if (figure.measure.quantity && figure.measure.quantity->baseline) {
        said = words.number(*figure.measure.quantity->baseline);
    }
    view = text_or_reason(said);
    view.set("path", table.addresses.measure(figure.measure.id) + "#dien-bien");
    view.set("is_from_plan", past == nullptr && !said.empty());
    return view;
}

/// The difference from a number, and nothing where there is none to compare.
std::string
difference(const MeasureFigure& figure, const std::optional<Decimal>& from, const Wording& words)
{
    const auto value = plotted(figure.figure, figure.indicator);
    if (!value || !from || figure.indicator.shape == Shape::yes_no) return {};
    return difference_words(*value, *from, figure.indicator, words);
}

std::optional<Decimal> past_value(const Row& row)
{
    const auto* past = row.figure.last_year(row.period);
    return past == nullptr ? std::nullopt : plotted(*past, row.figure.indicator);
}

Object bar(const Row& row)
{
    const auto& [figure, period, table, words] = row;
    const auto target = target_of(figure.measure);
    const auto value = plotted(figure.figure, figure.indicator);
    Object view = text_or_reason(
        figure.judgement.verdict == Verdict::not_judged ? "" : difference(figure, target, words)
    );
    const bool has_bar = value && target;
    view.set("has_bar", has_bar);
    if (!has_bar) return view;
    BulletBar drawn;
    drawn.actual = value;
    drawn.target = target;
    drawn.words = words.text(
        "figure.against_target",
        {{"value", value_words(figure.figure, figure.measure, figure.indicator, words)},
         {"target", target_words(figure.measure, figure.indicator, words)}}
    );
    view.set("bar_markup", bullet_bar(drawn));
    return view;
}

Object trend(const Row& row)
{
    const auto& [figure, period, table, words] = row;
    Object view = text_or_reason(difference(figure, past_value(row), words));
    std::vector<std::optional<Decimal>> values;
    std::string said;
    for (const auto& [earlier, past] : figure.history) {
        values.push_back(plotted(past, figure.indicator));
        said += words.period(earlier) + ": " +
                value_words(past, figure.measure, figure.indicator, words) + "; ";
    }
    values.push_back(plotted(figure.figure, figure.indicator));
    said += words.period(period) + ": " +
            value_words(figure.figure, figure.measure, figure.indicator, words);
    view.set("has_line", !figure.history.empty());
    if (!figure.history.empty()) view.set("line_markup", sparkline(values, said));
    return view;
}

Object verdict(const Row& row)
{
    const auto& [figure, period, table, words] = row;
    const auto& judgement = figure.judgement;
    Object view{
        {"tag_markup", result_tag(judgement, words)},
        {"rule", rule_words(judgement, figure.measure, figure.indicator, words)},
    };
    const auto shortfall = shortfall_words(judgement, figure.indicator, words);
    const auto rounding = rounding_words(judgement, figure.measure, figure.indicator, words);
    view.set("has_shortfall", !shortfall.empty());
    view.set("shortfall", shortfall);
    view.set("has_rounding", !rounding.empty());
    view.set("rounding", rounding);
    return view;
}

Object row_view(const Row& row)
{
    const auto& [figure, period, table, words] = row;
    const auto& measure = figure.measure;
    const auto counts = counts_words(figure.figure, figure.indicator, words);
    const auto coverage = coverage_words(figure.figure, measure, table.directory, words);
    const auto accepted = accepted_words(figure.figure.coverage, words);
    return {
        {"number", measure.id.str()},
        {"name", measure_name(measure, figure.indicator, words)},
        {"path", table.addresses.measure(measure.id)},
        {"unit", measure_unit(measure, figure.indicator, words)},
        {"last_year", last_year(row)},
        {"target", target_words(measure, figure.indicator, words)},
        {"target_path", table.addresses.line(measure.lines.first)},
        {"value", value_words(figure.figure, measure, figure.indicator, words)},
        {"has_value", figure.figure.state == FigureState::value},
        {"is_estimated", figure.figure.estimated},
        {"has_counts", !counts.empty()},
        {"counts", counts},
        {"has_coverage", !coverage.empty()},
        {"coverage", coverage},
        {"has_accepted", !accepted.empty()},
        {"accepted", accepted},
        {"plan_comparison", bar(row)},
        {"year_comparison", trend(row)},
        {"verdict", verdict(row)},
    };
}

std::string title_of(const Plan& plan, const std::string& id, const Wording& words)
{
    const auto found = std::ranges::find(plan.objectives, id, &Objective::id);
    if (found == plan.objectives.end() || found->title.empty()) return {};
    return words.text("figure.objective", {{"number", id}, {"title", found->title}});
}

} // namespace

std::string actual_heading(const app::PlanFigures& figures, const Wording& words)
{
    const bool is_estimated = std::ranges::any_of(figures.rows, [](const MeasureFigure& row) {
        return row.figure.estimated;
    });
    return words.text(is_estimated ? "figure.estimate" : "figure.actual");
}

Object standard_table(
    const StandardTable& table,
    const std::function<bool(const MeasureFigure&)>& shows,
    const Wording& words
)
{
    List groups;
    List rows;
    std::string objective;
    const auto close = [&] {
        if (rows.empty()) return;
        const auto title = title_of(table.figures.plan, objective, words);
        groups.emplace_back(
            Object{{"has_title", !title.empty()}, {"title", title}, {"rows", std::move(rows)}}
        );
        rows.clear();
    };
    for (const auto& figure : table.figures.rows) {
        if (!shows(figure)) continue;
        if (figure.measure.objective != objective) {
            close();
            objective = figure.measure.objective;
        }
        rows.emplace_back(row_view({figure, table.figures.period.id, table, words}));
    }
    close();
    const bool has_rows = !groups.empty();
    return {
        {"has_groups", has_rows},
        {"groups", std::move(groups)},
        {"actual_heading", actual_heading(table.figures, words)},
    };
}

} // namespace tiendo::web::view
