#include "web/pages/matrix_cells.hpp"

#include "web/views/figure_words.hpp"
#include "web/views/html_builder.hpp"
#include "web/views/map_words.hpp"
#include "web/views/plan_addresses.hpp"
#include "web/views/status_tag.hpp"
#include "web/views/target_words.hpp"

#include <algorithm>

namespace tiendo::web {

namespace {

std::string name_of(const UnitDirectory& directory, const UnitId& id)
{
    const auto* unit = directory.find(id);
    return unit == nullptr ? id.str() : unit->name;
}

bool is_share_of_units(const Indicator& indicator)
{
    return indicator.across_units == AcrossUnits::share_of_units;
}

/// For a single unit the counts that it typed ("3, 3, 1, 3"), else what they were summed to.
std::string counts_said(const MeasureFigure& row, const Figure& figure, const Wording& words)
{
    if (figure.contributions.size() == 1)
        return view::cell_words(figure.contributions.front().cell, row.indicator, words);
    if (figure.state != FigureState::value)
        return view::value_words(figure, row.measure, row.indicator, words);
    return view::counts_words(figure, row.indicator, words);
}

std::string result_said(const MeasureFigure& row, const Figure& figure, const Wording& words)
{
    if (figure.state == FigureState::value && is_share_of_units(row.indicator))
        return counts_said(row, figure, words);
    return view::value_words(figure, row.measure, row.indicator, words);
}

bool is_missing(const Figure& figure)
{
    return figure.state == FigureState::no_data && !view::is_not_applicable(figure);
}

view::Object shown(const Figure& figure, std::string text)
{
    return {
        {"text", std::move(text)},
        {"is_not_arising", figure.state == FigureState::not_arising},
        {"is_not_applicable", view::is_not_applicable(figure)},
        {"is_missing", is_missing(figure)},
    };
}

/// "Ủy ban nhân dân xã Đắk Dục, 3.2a …: 66,67% (2/3), kế hoạch năm từ 80% trở lên, Chưa đạt"
std::string sentence(
    const std::string& unit,
    const MeasureFigure& row,
    const Figure& figure,
    const Judgement& judgement,
    const Wording& words
)
{
    auto said = view::value_words(figure, row.measure, row.indicator, words);
    const auto counts = counts_said(row, figure, words);
    if (figure.state == FigureState::value && counts != said) said += " (" + counts + ")";
    return words.text(
        "matrix.sentence",
        {{"unit", unit},
         {"number", row.measure.id.str()},
         {"name", view::measure_name(row.measure, row.indicator, words)},
         {"value", said},
         {"target", view::target_words(row.measure, row.indicator, words)},
         {"verdict",
          view::is_not_applicable(figure) ? words.text("value.not_applicable")
                                          : view::verdict_words(judgement, words)}}
    );
}

void set_look(
    view::Object& cell,
    const MatrixSeen& seen,
    const Figure& figure,
    const Judgement& judgement,
    const Wording& words
)
{
    const bool is_owed = is_missing(figure);
    const auto look = view::is_not_applicable(figure) ? view::Look::none : view::look_of(judgement);
    switch (seen.mode) {
    case MatrixMode::results:
        cell.set("style", std::string(view::look_name(look)));
        cell.set("has_shape", !is_owed && look != view::Look::none);
        cell.set("shape_markup", view::shape(look));
        return;
    case MatrixMode::completeness:
        cell.set("style", is_owed ? "no-data" : "done");
        cell.set("text", words.text(is_owed ? "matrix.lacking" : "matrix.there"));
        break;
    case MatrixMode::counts:
        cell.set("style", is_owed ? "no-data" : "plain");
        break;
    }
    cell.set("has_shape", false);
    cell.set("shape_markup", view::Html().done());
}

std::string said_in(
    const MatrixSeen& seen, const MeasureFigure& row, const Figure& figure, const Wording& words
)
{
    return seen.mode == MatrixMode::counts ? counts_said(row, figure, words)
                                           : result_said(row, figure, words);
}

std::string path_of(const MatrixSeen& seen, const MeasureFigure& row, const MappedFigure* mapped)
{
    const PlanAddresses addresses(seen.figures.plan.id, seen.figures.period.id);
    const bool is_one = mapped != nullptr && mapped->from.size() == 1 && mapped->allocated.empty();
    return is_one ? addresses.cell(mapped->from.front(), row.measure.id)
                  : addresses.measure(row.measure.id) + "&ngay=" + iso_date(seen.day) + "#dia-gioi";
}

view::Object mapped_cell(
    const MatrixSeen& seen,
    const MeasureFigure& row,
    const MappedFigure& mapped,
    const std::string& name,
    const Wording& words
)
{
    const auto& figure = mapped.figure;
    auto cell = shown(figure, said_in(seen, row, figure, words));
    cell.set("is_asked", true);
    cell.set("path", path_of(seen, row, &mapped));
    const auto judgement = seen.figures.judge_part(row, figure);
    auto said = sentence(name, row, figure, judgement, words);
    const bool is_allocated = !mapped.allocated.empty();
    if (is_allocated) said += "; " + view::behind_words(mapped, seen.directory, words);
    cell.set("sentence", std::move(said));
    set_look(cell, seen, figure, judgement, words);
    cell.set("is_allocated", is_allocated);
    return cell;
}

/// What is known of several units together only has no look of its own.
view::Object unknown_cell(
    const MatrixSeen& seen, const MeasureFigure& row, const UnitId& unit, const Wording& words
)
{
    return {
        {"is_asked", true},
        {"text", "?"},
        {"is_not_arising", false},
        {"is_not_applicable", false},
        {"is_missing", false},
        {"is_allocated", false},
        {"style", "plain"},
        {"has_shape", false},
        {"shape_markup", view::Html().done()},
        {"path", path_of(seen, row, nullptr)},
        {"sentence",
         name_of(seen.directory, unit) + ", " + row.measure.id.str() + ": " +
             view::unknown_words(unit, seen.directory, words)},
    };
}

} // namespace

const MappedFigure* mapped_in(const MatrixSeen& seen, const MeasureId& measure, const UnitId& unit)
{
    const auto figures = seen.figures_on_map.find(measure);
    return figures == seen.figures_on_map.end() ? nullptr : figures->second.find(unit);
}

view::Object matrix_cell(
    const MatrixSeen& seen, const MeasureFigure& row, const UnitId& unit, const Wording& words
)
{
    const auto* mapped = mapped_in(seen, row.measure.id, unit);
    if (mapped == nullptr) return {{"is_asked", false}};
    if (!mapped->is_known) return unknown_cell(seen, row, unit, words);
    return mapped_cell(seen, row, *mapped, name_of(seen.directory, unit), words);
}

view::Object matrix_together(const MatrixSeen& seen, const MeasureFigure& row, const Wording& words)
{
    const auto figures = seen.figures_on_map.find(row.measure.id);
    if (figures == seen.figures_on_map.end() || figures->second.together.from.empty())
        return {{"is_asked", false}};
    const auto name = view::together_words(figures->second.apart_in, seen.directory, words);
    return mapped_cell(seen, row, figures->second.together, name, words);
}

view::Object matrix_total(const MatrixSeen& seen, const MeasureFigure& row, const Wording& words)
{
    const PlanAddresses addresses(seen.figures.plan.id, seen.figures.period.id);
    const auto& figure = row.figure;
    auto cell = shown(
        figure,
        seen.mode == MatrixMode::counts && figure.state == FigureState::value
            ? view::counts_words(figure, row.indicator, words)
            : view::value_words(figure, row.measure, row.indicator, words)
    );
    cell.set("is_asked", true);
    cell.set("is_allocated", false);
    cell.set("path", addresses.measure(row.measure.id));
    cell.set("sentence", sentence(words.text("matrix.whole"), row, figure, row.judgement, words));
    set_look(cell, seen, figure, row.judgement, words);
    if (seen.mode == MatrixMode::completeness) {
        const auto& coverage = figure.coverage;
        cell.set(
            "text",
            std::to_string(coverage.reported) + "/" +
                std::to_string(coverage.expected - coverage.not_applicable)
        );
    }
    return cell;
}

} // namespace tiendo::web
