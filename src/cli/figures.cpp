#include "app/figure/figures.hpp"

#include "app/org/directory.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "web/json_text.hpp"
#include "web/views/figure_words.hpp"
#include "web/views/status_tag.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tiendo::cli {

namespace {

const char* name_of(FigureState state)
{
    switch (state) {
    case FigureState::value:
        return "value";
    case FigureState::not_arising:
        return "not_arising";
    case FigureState::no_source:
        return "no_source";
    case FigureState::no_data:
        return "no_data";
    case FigureState::overflow:
        return "overflow";
    }
    return "";
}

const char* name_of(Verdict verdict)
{
    switch (verdict) {
    case Verdict::met:
        return "met";
    case Verdict::not_met:
        return "not_met";
    case Verdict::no_data:
        return "no_data";
    case Verdict::no_source:
        return "no_source";
    case Verdict::not_arising:
        return "not_arising";
    case Verdict::not_judged:
        return "not_judged";
    }
    return "";
}

/// Numbers as exact text, so that no program rounds them on the way.
std::string part_json(const FigurePart& part)
{
    constexpr int decimals = 4;
    const auto value = part.ratio ? "\"" + part.ratio->rounded(decimals).str() + "\"" : "null";
    return fmt::format(
        R"({{"breakdown":"{}","numerator":"{}","denominator":"{}","value":{}}})",
        part.breakdown,
        part.numerator.str(),
        part.denominator.str(),
        value
    );
}

std::string row_json(const MeasureFigure& row)
{
    std::vector<std::string> parts;
    for (const auto& part : row.figure.parts)
        parts.push_back(part_json(part));
    const auto& coverage = row.figure.coverage;
    return fmt::format(
        R"({{"measure":{},"state":"{}","parts":[{}],"estimated":{},)"
        R"("coverage":{{"expected":{},"reported":{},"accepted":{}}},"verdict":"{}"}})",
        web::json_text(row.measure.id.str()),
        name_of(row.figure.state),
        join(parts, ","),
        row.figure.estimated,
        coverage.expected,
        coverage.reported,
        coverage.accepted,
        name_of(row.judgement.verdict)
    );
}

std::string
row_line(const MeasureFigure& row, const UnitDirectory& units, const web::Wording& words)
{
    namespace view = web::view;
    return row.measure.id.str() + "\t" +
           view::value_words(row.figure, row.measure, row.indicator, words) + "\t" +
           view::counts_words(row.figure, row.indicator, words) + "\t" +
           view::target_words(row.measure, row.indicator, words) + "\t" +
           view::coverage_words(row.figure, row.measure, units, words) + "\t" +
           view::verdict_words(row.judgement, words);
}

/// The part of one unit, judged against the plan's target; what it does not supply is left out.
void narrow(app::PlanFigures& figures, const UnitId& unit)
{
    std::erase_if(figures.rows, [&](const MeasureFigure& row) {
        return std::ranges::find(row.measure.suppliers, unit) == row.measure.suppliers.end();
    });
    for (auto& row : figures.rows) {
        row.figure =
            compute_for(row.measure, row.indicator, figures.contributions[row.measure.id], {unit});
        row.judgement = judge(row.measure, row.indicator, row.figure);
    }
}

struct Found {
    app::PlanFigures figures{};
    UnitDirectory units{};
};

} // namespace

int figures(const Surroundings& around, const FiguresOptions& options)
{
    auto office = open_office(around.data, store::Access::read);
    if (!office) return around.console.refuse(office.error());
    auto found = office->read(operator_actor(), [&](app::Work& work) -> Result<Found> {
        auto all = TRY(app::figures(work, PlanId(options.plan), PeriodId(options.period)));
        return Found{std::move(all), app::directory(work)};
    });
    if (!found) return around.console.refuse(found.error());
    if (!options.unit.empty()) {
        const UnitId unit(options.unit);
        if (found->units.find(unit) == nullptr)
            return around.console.refuse(
                refuse(Refusal::not_found, "unit_admin.unknown", {{"unit", options.unit}})
            );
        narrow(found->figures, unit);
    }
    std::vector<std::string> lines;
    for (const auto& row : found->figures.rows)
        lines.push_back(
            around.json ? row_json(row) : row_line(row, found->units, around.console.words)
        );
    if (around.json)
        around.console.print("[" + join(lines, ",") + "]");
    else
        for (const auto& line : lines)
            around.console.print(line);
    return exit_done;
}

} // namespace tiendo::cli
