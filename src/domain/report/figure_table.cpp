#include "domain/report/figure_table.hpp"

#include "base/number_text.hpp"
#include "base/text.hpp"
#include "domain/indicator/factor.hpp"
#include "domain/indicator/mapped_figures.hpp"
#include "domain/report/figure_runs.hpp"
#include "domain/report/figure_series.hpp"
#include "domain/report/report_names.hpp"

#include <algorithm>

namespace tiendo {
namespace {

const FigurePart* part_of(const Figure& figure, const std::string& breakdown)
{
    const auto found = std::ranges::find(figure.parts, breakdown, &FigurePart::breakdown);
    return found == figure.parts.end() ? nullptr : &*found;
}

/// Writes the rows of one measure: for the whole, or for each sex that its figure has.
class MeasureRows {
public:
    MeasureRows(
        const MeasureFigure& row,
        const ReportMaterial& material,
        const UnitMap& map,
        const OfficialWords& say
    )
        : row_(row), material_(material), map_(map), say_(say)
    {
        std::vector<UnitId> asked;
        for (const auto& part : map.parts)
            if (row.measure.suppliers.contains(part.from) &&
                std::ranges::find(asked, part.from) == asked.end())
                asked.push_back(part.from);
        figures_ = figures_on_map(
            row.measure,
            row.indicator,
            row.figure.contributions,
            unit_map(asked, material.directory, map.day)
        );
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
        written.decimals = row_.indicator.decimals;
        written.target = quantity_words(row_.measure, row_.indicator, say_);
        const auto& quantity = row_.measure.quantity;
        if (quantity && !quantity->change) written.target_value = quantity->value;
        written.value = cell_of(row_.figure, breakdown, row_.indicator, say_);
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
        for (const auto& unit : map_.units)
            written.units.push_back(unit_cell(figures_.find(unit), breakdown));
        written.together = figures_.together.from.empty()
                               ? FigureCell{}
                               : unit_cell(&figures_.together, breakdown);
        return written;
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

    FigureCell words_cell(std::string_view key) const
    {
        FigureCell cell;
        cell.words = say_(key, {});
        return cell;
    }

    FigureCell unit_cell(const MappedFigure* mapped, const std::string& breakdown) const
    {
        if (mapped == nullptr) return {};
        if (!mapped->is_known) return words_cell("sheet.unknown_alone");
        const auto& coverage = mapped->figure.coverage;
        if (coverage.expected > 0 && coverage.expected == coverage.not_applicable)
            return words_cell("cell.not_applicable");
        return cell_of(mapped->figure, breakdown, row_.indicator, say_);
    }

    const MeasureFigure& row_;
    const ReportMaterial& material_;
    const UnitMap& map_;
    FiguresOnMap figures_{};
    const OfficialWords& say_;
};

/// The units that some measure is asked of, on the map of the day.
UnitMap asked_units(const ReportMaterial& material, Date day)
{
    std::vector<UnitId> asked;
    for (const auto& unit : material.period.units) {
        const bool is_asked = std::ranges::any_of(material.rows, [&](const MeasureFigure& row) {
            return row.measure.suppliers.contains(unit);
        });
        if (is_asked) asked.push_back(unit);
    }
    return unit_map(asked, material.directory, day);
}

/// "Bờ Y (phân bổ 37,5% của Đắk Kan)"
std::string unit_head(
    const UnitId& unit, const UnitMap& map, const ReportMaterial& material, const OfficialWords& say
)
{
    const auto short_name = [&](const UnitId& id) {
        const auto* known = material.directory.find(id);
        return known == nullptr ? id.str() : known->short_name;
    };
    std::vector<std::string> allocated;
    for (const auto& part : map.parts_of(unit))
        if (part.share && !part.share->is_whole())
            allocated.push_back(
                say("sheet.allocated",
                    {{"share", vietnamese_number(part.share->percent())},
                     {"unit", short_name(part.from)}})
            );
    if (allocated.empty() || !map.is_known(unit)) return short_name(unit);
    return short_name(unit) + " (" + join(allocated, "; ") + ")";
}

/// What several units have together only gets a column of its own, where some row has any.
void put_together(FigureTable& table, const OfficialWords& say)
{
    const auto has_any = [](const FigureTableGroup& group) {
        return std::ranges::any_of(group.rows, [](const FigureTableRow& row) {
            return row.together != FigureCell{};
        });
    };
    if (std::ranges::none_of(table.groups, has_any)) return;
    table.units.push_back(say("sheet.together", {}));
    for (auto& group : table.groups)
        for (auto& row : group.rows)
            row.units.push_back(row.together);
}

} // namespace

std::optional<Decimal> FigureCell::number() const
{
    return share ? std::optional(share->rounded) : count;
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
            part.ratio->rounded(indicator.decimals),
            indicator.decimals
        };
    return cell;
}

FigureCell cell_of(
    const Figure& figure,
    const std::string& breakdown,
    const Indicator& indicator,
    const OfficialWords& say
)
{
    if (const auto* part = part_of(figure, breakdown)) return number_cell(*part, indicator, say);
    FigureCell cell;
    cell.words =
        say(figure.state == FigureState::no_source          ? "verdict.no_source"
            : figure.state == FigureState::not_arising      ? "verdict.not_arising"
            : figure.state == FigureState::overflow         ? "sheet.overflow"
            : figure.state == FigureState::division_by_zero ? "sheet.division_by_zero"
                                                            : "verdict.no_data",
            {});
    return cell;
}

std::optional<Decimal> against_plan(const MeasureFigure& row, const FigurePart& part)
{
    if (!row.measure.quantity || row.measure.quantity->change || !part.ratio) return std::nullopt;
    const bool is_compared = row.judgement.verdict == Verdict::met ||
                             row.judgement.verdict == Verdict::on_track ||
                             is_lacking(row.judgement);
    if (!is_compared) return std::nullopt;
    return subtract(part.ratio->rounded(row.indicator.decimals), row.measure.quantity->value);
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

FigureTable
figure_table(const ReportMaterial& material, const OfficialWords& say, std::optional<Date> map)
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
    const auto units = asked_units(material, map.value_or(local_time(material.now).day));
    for (const auto& unit : units.units)
        table.units.push_back(unit_head(unit, units, material, say));
    if (!units.is_as_reported())
        table.map = say("sheet.map", {{"day", vietnamese_date(units.day)}});
    for (const auto& objective : material.plan.objectives) {
        FigureTableGroup group;
        group.title = say("report.objective", {{"id", objective.id}, {"title", objective.title}});
        for (const auto& row : material.rows)
            if (row.measure.objective == objective.id)
                MeasureRows(row, material, units, say).write_to(group.rows);
        if (!group.rows.empty()) table.groups.push_back(std::move(group));
    }
    put_together(table, say);
    put_series(table, material, units.day, say);
    return table;
}

} // namespace tiendo
