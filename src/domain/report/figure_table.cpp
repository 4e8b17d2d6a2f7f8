#include "domain/report/figure_table.hpp"

#include "base/text.hpp"
#include "domain/indicator/factor.hpp"
#include "domain/report/figure_runs.hpp"
#include "domain/report/report_names.hpp"

#include <algorithm>

namespace tiendo {
namespace {

constexpr int rate_decimals = 2;

const FigurePart* part_of(const Figure& figure, const std::string& breakdown)
{
    const auto found = std::ranges::find(figure.parts, breakdown, &FigurePart::breakdown);
    return found == figure.parts.end() ? nullptr : &*found;
}

FigureCell number_cell(const FigurePart& part, const Indicator& indicator, const OfficialWords& say)
{
    FigureCell cell;
    if (!part.ratio || indicator.shape == Shape::yes_no)
        cell.words = rate_words(part, indicator, say);
    else if (is_plain_count(indicator) && indicator.shape == Shape::count)
        cell.count = part.numerator;
    else
        cell.share = Share{
            part.numerator,
            part.denominator,
            factor_of(indicator),
            part.ratio->rounded(indicator.decimals)
        };
    return cell;
}

/// Writes the rows of one measure: for the whole, or for each sex that its figure has.
class MeasureRows {
public:
    MeasureRows(
        const MeasureFigure& row,
        const ReportMaterial& material,
        const std::vector<UnitOnMap>& units,
        const OfficialWords& say
    )
        : row_(row), material_(material), units_(units), say_(say)
    {
    }

    void write_to(std::vector<FigureTableRow>& rows) const
    {
        if (row_.figure.parts.empty()) rows.push_back(row_of(nullptr));
        for (const auto& part : row_.figure.parts)
            rows.push_back(row_of(&part));
    }

private:
    FigureTableRow row_of(const FigurePart* part) const
    {
        const auto breakdown = part == nullptr ? std::string{} : part->breakdown;
        FigureTableRow written;
        written.number = row_.measure.id.str();
        written.measure = subject_of(row_, say_);
        if (!breakdown.empty()) written.measure += " – " + sex_words(row_, breakdown, say_);
        written.unit = row_.indicator.unit;
        written.target = quantity_words(row_.measure, row_.indicator, say_);
        const auto& quantity = row_.measure.quantity;
        if (quantity && !quantity->change) written.target_value = quantity->value;
        written.value = cell_of(row_.figure, breakdown);
        write_past(written, breakdown);
        if (part != nullptr) {
            written.against_plan = against_plan(row_, *part);
            written.against_last_year = difference(written.value, written.last_year);
        }
        const auto& coverage = row_.figure.coverage;
        written.reported = coverage.reported;
        written.expected = coverage.expected - coverage.not_applicable;
        written.coverage = coverage_words(row_, material_, say_);
        written.verdict = verdict_words(row_, say_);
        written.remarks = why_open(row_);
        for (const auto& unit : units_)
            written.units.push_back(unit_cell(unit, breakdown));
        return written;
    }

    FigureCell cell_of(const Figure& figure, const std::string& breakdown) const
    {
        if (const auto* part = part_of(figure, breakdown))
            return number_cell(*part, row_.indicator, say_);
        FigureCell cell;
        cell.words = say_(
            figure.state == FigureState::no_source          ? "verdict.no_source"
            : figure.state == FigureState::not_arising      ? "verdict.not_arising"
            : figure.state == FigureState::overflow         ? "sheet.overflow"
            : figure.state == FigureState::division_by_zero ? "sheet.division_by_zero"
                                                            : "verdict.no_data",
            {}
        );
        return cell;
    }

    void write_past(FigureTableRow& written, const std::string& breakdown) const
    {
        for (const auto& [period, figure] : row_.history) {
            if (const auto* part = part_of(figure, breakdown))
                written.history.emplace_back(period, number_cell(*part, row_.indicator, say_));
        }
        if (const auto* figure = row_.last_year(material_.period.id)) {
            if (const auto* part = part_of(*figure, breakdown))
                written.last_year = number_cell(*part, row_.indicator, say_);
        }
    }

    static std::optional<Decimal> difference(const FigureCell& value, const FigureCell& from)
    {
        const auto now = value.number();
        const auto then = from.number();
        return now && then ? subtract(*now, *then) : std::nullopt;
    }

    FigureCell unit_cell(const UnitOnMap& unit, const std::string& breakdown) const
    {
        std::vector<UnitId> asked;
        for (const auto& id : unit.predecessors)
            if (row_.measure.suppliers.contains(id)) asked.push_back(id);
        if (asked.empty()) return {};
        const auto figure =
            compute_for(row_.measure, row_.indicator, row_.figure.contributions, asked);
        const auto& coverage = figure.coverage;
        if (coverage.expected > 0 && coverage.expected == coverage.not_applicable) {
            FigureCell cell;
            cell.words = say_("cell.not_applicable", {});
            return cell;
        }
        return cell_of(figure, breakdown);
    }

    const MeasureFigure& row_;
    const ReportMaterial& material_;
    const std::vector<UnitOnMap>& units_;
    const OfficialWords& say_;
};

/// The units that some measure is asked of, on the map of the day.
std::vector<UnitOnMap> asked_units(const ReportMaterial& material)
{
    std::vector<UnitId> asked;
    for (const auto& unit : material.period.units) {
        const bool is_asked = std::ranges::any_of(material.rows, [&](const MeasureFigure& row) {
            return row.measure.suppliers.contains(unit);
        });
        if (is_asked) asked.push_back(unit);
    }
    return units_on_map(asked, material.directory, local_time(material.now).day);
}

} // namespace

std::optional<Decimal> FigureCell::number() const
{
    return share ? std::optional(share->rounded) : count;
}

std::optional<Decimal> against_plan(const MeasureFigure& row, const FigurePart& part)
{
    if (!row.measure.quantity || row.measure.quantity->change || !part.ratio) return std::nullopt;
    const bool is_compared = row.judgement.verdict == Verdict::met ||
                             row.judgement.verdict == Verdict::on_track ||
                             is_lacking(row.judgement);
    if (!is_compared) return std::nullopt;
    return subtract(part.ratio->rounded(rate_decimals), row.measure.quantity->value);
}

std::string
coverage_words(const MeasureFigure& row, const ReportMaterial& material, const OfficialWords& say)
{
    const auto& coverage = row.figure.coverage;
    const auto& suppliers = row.measure.suppliers;
    if (suppliers.size() == 1) return names_in_document(suppliers, material.directory, say);
    if (suppliers.empty()) return {};
    return say(
        "report.coverage",
        {{"reported", std::to_string(coverage.reported)},
         {"expected", std::to_string(coverage.expected - coverage.not_applicable)},
         {"noun", noun_of_units(suppliers, material.directory, say)}}
    );
}

std::string why_open(const MeasureFigure& row)
{
    std::vector<std::string> reasons;
    if (!row.measure.no_source.empty()) reasons.push_back(row.measure.no_source);
    if (!row.measure.not_judged.empty()) reasons.push_back(row.measure.not_judged);
    return join(reasons, "; ");
}

FigureTable figure_table(const ReportMaterial& material, const OfficialWords& say)
{
    FigureTable table;
    table.issuer = material.setup.issuer;
    table.title = material.plan.head.title;
    table.period = period_in_document(material.period.id, say);
    table.period_id = material.period.id;
    table.taken_at = material.now;
    table.mark = material.mark;
    table.is_estimated = std::ranges::any_of(material.rows, [](const MeasureFigure& row) {
        return row.figure.estimated;
    });
    const auto units = asked_units(material);
    for (const auto& unit : units) {
        const auto* known = material.directory.find(unit.unit);
        table.units.push_back(known == nullptr ? unit.unit.str() : known->short_name);
    }
    for (const auto& objective : material.plan.objectives) {
        FigureTableGroup group;
        group.title = say("report.objective", {{"id", objective.id}, {"title", objective.title}});
        for (const auto& row : material.rows)
            if (row.measure.objective == objective.id)
                MeasureRows(row, material, units, say).write_to(group.rows);
        if (!group.rows.empty()) table.groups.push_back(std::move(group));
    }
    return table;
}

} // namespace tiendo
