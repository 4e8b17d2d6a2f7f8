#include "domain/report/form_cells.hpp"

#include "base/number_text.hpp"
#include "base/text.hpp"
#include "domain/report/figure_runs.hpp"
#include "domain/report/figure_table.hpp"
#include "domain/report/gathered.hpp"
#include "domain/report/report_names.hpp"
#include "domain/report/report_writer.hpp"
#include "domain/report/reported_tasks.hpp"

#include <algorithm>

namespace tiendo {
namespace {

FilledCell words(std::string text, WhyEmpty why = WhyEmpty::nothing_written)
{
    FilledCell cell;
    if (text.empty()) cell.why = why;
    cell.text = std::move(text);
    return cell;
}

FilledCell empty_for(WhyEmpty why)
{
    return words({}, why);
}

FilledCell number_cell(const Decimal& number, std::string text, bool is_percent = false)
{
    FilledCell cell;
    cell.number = number;
    cell.text = std::move(text);
    cell.is_percent = is_percent;
    return cell;
}

FilledCell day_cell(Date day)
{
    FilledCell cell;
    cell.day = day;
    cell.text = vietnamese_date(day);
    return cell;
}

/// One text for each part, both sexes where there are two.
template <class Say> std::string of_parts(const std::vector<FigurePart>& parts, Say say)
{
    std::vector<std::string> texts;
    for (const auto& part : parts)
        texts.push_back(say(part));
    return join(texts, "; ");
}

class Cells {
public:
    Cells(const ReportMaterial& material, const OfficialWords& say)
        : material_(material), say_(say), tasks_(reported_tasks(material))
    {
    }

    FilledCell of(const Filling& filling) const
    {
        switch (about(filling.with)) {
        case FilledAbout::measure:
            return of_measure(filling);
        case FilledAbout::unit:
            return of_unit(filling.unit);
        case FilledAbout::task:
            return of_task(filling);
        case FilledAbout::report:
            return of_report(filling.with);
        case FilledAbout::words:
            return typed(filling);
        }
        return empty_for(WhyEmpty::nothing_written);
    }

private:
    static FilledCell typed(const Filling& filling)
    {
        auto cell = words(filling.text);
        if (filling.with == FilledWith::number) {
            if (const auto read = read_typed_number(filling.text)) {
                cell.number = read->value;
                cell.is_percent = read->unit == "%";
            }
        }
        if (filling.with == FilledWith::day) {
            if (const auto day = parse_iso_date(filling.text)) return day_cell(*day);
        }
        return cell;
    }

    const MeasureFigure* row_of(const MeasureId& id) const
    {
        const auto found = std::ranges::find_if(material_.rows, [&](const MeasureFigure& row) {
            return row.measure.id == id;
        });
        return found == material_.rows.end() ? nullptr : &*found;
    }

    FilledCell of_unit(const UnitId& id) const
    {
        if (material_.directory.find(id) == nullptr) return empty_for(WhyEmpty::not_in_plan);
        return words(with_capital(name_in_document(id, material_.directory, say_)));
    }

    FilledCell of_measure(const Filling& filling) const
    {
        const auto* row = row_of(filling.measure);
        if (row == nullptr) return empty_for(WhyEmpty::not_in_plan);
        switch (filling.with) {
        case FilledWith::target:
            return words(quantity_words(row->measure, row->indicator, say_));
        case FilledWith::target_number:
            return target_number(*row);
        case FilledWith::verdict:
            return words(verdict_words(*row, say_));
        case FilledWith::note:
            return words(why_open(*row));
        case FilledWith::measure_name:
            return words(subject_of(*row, say_));
        case FilledWith::measure_unit:
            return words(row->indicator.unit);
        case FilledWith::last_year: {
            const auto* last = row->last_year(material_.period.id);
            if (last == nullptr) return empty_for(WhyEmpty::no_figure);
            return value(*last, *row);
        }
        default:
            break;
        }
        return filling.unit.empty() ? side(filling.with, row->figure, *row)
                                    : side_of_unit(filling, *row);
    }

    /// What one unit contributes; after a reorganisation, what the units behind it do.
    FilledCell side_of_unit(const Filling& filling, const MeasureFigure& row) const
    {
        if (material_.directory.find(filling.unit) == nullptr)
            return empty_for(WhyEmpty::not_in_plan);
        const auto today = local_time(material_.now).day;
        std::vector<UnitId> asked;
        for (const auto& supplier : row.measure.suppliers) {
            if (supplier == filling.unit ||
                material_.directory.standing_for(supplier, today) == filling.unit)
                asked.push_back(supplier);
        }
        if (asked.empty()) return empty_for(WhyEmpty::not_asked);
        // The form leaves the office: whose victims these were stays there.
        if (row.indicator.sensitive && row.measure.suppliers.size() > asked.size())
            return empty_for(WhyEmpty::withheld);
        const auto figure =
            compute_for(row.measure, row.indicator, row.figure.contributions, asked);
        if (figure.coverage.expected > 0 &&
            figure.coverage.not_applicable == figure.coverage.expected)
            return words(say_("cell.not_applicable", {}));
        return side(filling.with, figure, row);
    }

    FilledCell side(FilledWith with, const Figure& figure, const MeasureFigure& row) const
    {
        switch (with) {
        case FilledWith::value:
            return value(figure, row);
        case FilledWith::value_male:
            return value_of_sex("male", figure, row);
        case FilledWith::value_female:
            return value_of_sex("female", figure, row);
        case FilledWith::counts:
            return words(of_parts(figure.parts, counts_words), WhyEmpty::no_figure);
        case FilledWith::numerator:
            return count(figure, &FigurePart::numerator);
        case FilledWith::denominator:
            return count(figure, &FigurePart::denominator);
        case FilledWith::coverage:
            return words(coverage_words(row, material_, say_));
        case FilledWith::against_plan:
            return difference(
                figure.parts.size() == 1 ? against_plan(row, figure.parts.front()) : std::nullopt,
                row
            );
        case FilledWith::against_last_year:
            return difference(change_from_last_year(row, material_.period.id), row);
        default:
            return empty_for(WhyEmpty::no_figure);
        }
    }

    FilledCell value(const Figure& figure, const MeasureFigure& row) const
    {
        if (figure.state == FigureState::not_arising) return words(say_("report.not_arising", {}));
        if (figure.parts.size() == 1) return value_of_part(figure.parts.front(), row);
        return words(
            of_parts(
                figure.parts,
                [&](const FigurePart& part) { return rate_words(part, row.indicator, say_); }
            ),
            WhyEmpty::no_figure
        );
    }

    FilledCell value_of_part(const FigurePart& part, const MeasureFigure& row) const
    {
        const auto text = rate_words(part, row.indicator, say_);
        if (!part.ratio || row.indicator.shape == Shape::yes_no) return words(text);
        const bool is_count = row.indicator.shape == Shape::count;
        return number_cell(
            is_count ? part.numerator : part.ratio->rounded(row.indicator.decimals),
            text,
            row.indicator.unit == "%"
        );
    }

    FilledCell
    value_of_sex(const std::string& sex, const Figure& figure, const MeasureFigure& row) const
    {
        const auto found = std::ranges::find(figure.parts, sex, &FigurePart::breakdown);
        return found == figure.parts.end() ? empty_for(WhyEmpty::no_figure)
                                           : value_of_part(*found, row);
    }

    static FilledCell count(const Figure& figure, Decimal FigurePart::* side)
    {
        if (figure.parts.empty()) return empty_for(WhyEmpty::no_figure);
        if (figure.parts.size() == 1)
            return number_cell(
                figure.parts.front().*side, vietnamese_number(figure.parts.front().*side)
            );
        return words(of_parts(figure.parts, [&](const FigurePart& part) {
            return vietnamese_number(part.*side);
        }));
    }

    static FilledCell difference(const std::optional<Decimal>& points, const MeasureFigure& row)
    {
        if (!points) return empty_for(WhyEmpty::no_figure);
        return number_cell(*points, vietnamese_number(*points, row.indicator.decimals));
    }

    static FilledCell target_number(const MeasureFigure& row)
    {
        const auto& quantity = row.measure.quantity;
        if (!quantity || quantity->change) return empty_for(WhyEmpty::no_figure);
        return number_cell(
            quantity->value, vietnamese_number(quantity->value), row.indicator.unit == "%"
        );
    }

    FilledCell of_task(const Filling& filling) const
    {
        const auto found = std::ranges::find_if(tasks_, [&](const ReportedTask& reported) {
            return reported.task->id == filling.task;
        });
        if (found == tasks_.end()) return empty_for(WhyEmpty::not_in_plan);
        switch (filling.with) {
        case FilledWith::task_text:
            return words(found->task->text);
        case FilledWith::task_lead:
            return words(names_in_document(found->task->lead, material_.directory, say_));
        case FilledWith::task_due:
            return found->due ? day_cell(*found->due) : empty_for(WhyEmpty::nothing_written);
        case FilledWith::task_state:
            return words(say_(standing_key(found->standing), {}));
        case FilledWith::task_result:
            return said(*found, &TaskAnswer::result);
        case FilledWith::task_product:
            return said(*found, &TaskAnswer::product);
        default:
            return said(*found, &TaskAnswer::difficulty);
        }
    }

    static const char* standing_key(TaskStanding standing)
    {
        switch (standing) {
        case TaskStanding::on_time:
            return "standing.on_time";
        case TaskStanding::late:
            return "standing.late";
        case TaskStanding::under_way:
            return "standing.under_way";
        case TaskStanding::overdue:
            return "standing.overdue";
        }
        return "standing.under_way";
    }

    /// What the leads say; with their names where there are several.
    FilledCell said(const ReportedTask& task, std::string TaskAnswer::* what) const
    {
        std::vector<std::string> sayings;
        for (const auto& lead : task.leads) {
            const auto text = squeeze(lead.answer.*what);
            if (text.empty()) continue;
            const auto name = name_in_document(lead.unit, material_.directory, say_);
            sayings.push_back(task.task->lead.size() > 1 ? with_capital(name) + ": " + text : text);
        }
        return words(join(sayings, "; "));
    }

    FilledCell of_report(FilledWith with) const
    {
        const auto& setup = material_.setup;
        switch (with) {
        case FilledWith::period:
            return words(period_in_document(material_.period.id, say_));
        case FilledWith::issuer:
            return words(setup.issuer);
        case FilledWith::report_number:
            return words(setup.number.empty() ? std::string{} : setup.number + "/" + setup.symbol);
        case FilledWith::report_date:
            return setup.date ? day_cell(*setup.date) : empty_for(WhyEmpty::nothing_written);
        default:
            return words(gathered(name_of(with)));
        }
    }

    /// The bullets of that part of the report, as the office chose and worded them.
    std::string gathered(std::string_view part) const
    {
        std::vector<std::string> sentences;
        for (const auto& bullet : gathered_bullets(material_, part)) {
            const auto worded = material_.texts.find(bullet.key());
            auto text = worded == material_.texts.end()
                            ? text_of(gathered_words(bullet, material_, say_))
                            : worded->second;
            text = squeeze(text);
            if (!text.empty() && !text.ends_with('.')) text += '.';
            if (!text.empty()) sentences.push_back(std::move(text));
        }
        return join(sentences, " ");
    }

    const ReportMaterial& material_;
    const OfficialWords& say_;
    std::vector<ReportedTask> tasks_;
};

/// Why the form itself does not take a figure at that place.
WhyEmpty closed_by_form(const FormTables& form, const FormPlace& place)
{
    if (place.table < 0 || static_cast<std::size_t>(place.table) >= form.size())
        return WhyEmpty::not_there;
    const auto& table = form[static_cast<std::size_t>(place.table)];
    if (table.formulas.contains({place.row, place.cell})) return WhyEmpty::formula;
    if (table.continued.contains({place.row, place.cell})) return WhyEmpty::continued;
    // A sheet goes on beyond what is shown of it.
    const bool is_there = !table.name.empty() || table.text(place.row, place.cell) != nullptr;
    return is_there ? WhyEmpty::none : WhyEmpty::not_there;
}

} // namespace

FilledCells filled_cells(
    const FormTables& form,
    const Fillings& fillings,
    const ReportMaterial& material,
    const OfficialWords& say
)
{
    const Cells cells(material, say);
    FilledCells filled;
    for (const auto& [place, filling] : fillings) {
        const auto closed = closed_by_form(form, place);
        filled[place] = closed == WhyEmpty::none ? cells.of(filling) : empty_for(closed);
    }
    return filled;
}

FilledCells cells_to_write(const FilledCells& cells)
{
    FilledCells written;
    for (const auto& [place, cell] : cells)
        if (cell.why == WhyEmpty::none) written.emplace(place, cell);
    return written;
}

const char* name_of(WhyEmpty why)
{
    switch (why) {
    case WhyEmpty::none:
        return "none";
    case WhyEmpty::no_figure:
        return "no_figure";
    case WhyEmpty::not_asked:
        return "not_asked";
    case WhyEmpty::withheld:
        return "withheld";
    case WhyEmpty::not_in_plan:
        return "not_in_plan";
    case WhyEmpty::nothing_written:
        return "nothing_written";
    case WhyEmpty::formula:
        return "formula";
    case WhyEmpty::continued:
        return "continued";
    case WhyEmpty::not_there:
        return "not_there";
    }
    return "none";
}

} // namespace tiendo
