#include "base/number_text.hpp"
#include "base/text.hpp"
#include "domain/report/figure_runs.hpp"
#include "domain/report/office_rows.hpp"
#include "domain/report/report_names.hpp"
#include "domain/report/report_sections.hpp"
#include "domain/report/reported_tasks.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tiendo {
namespace {

class Annexes {
public:
    Annexes(const ReportMaterial& material, const OfficialWords& say)
        : material_(material), say_(say)
    {
    }

    std::vector<Annex> write()
    {
        add(say_("annex.standard", {}), true, standard_table(material_, say_));
        add(say_("annex.units", {}), true, units_table());
        if (std::ranges::any_of(shared_rows(), [](const MeasureFigure* row) {
                return row->indicator.sensitive;
            }))
            annexes_.back().blocks.emplace_back(
                Paragraph{{plain(say_("annex.withheld", {}))}, false, {}}
            );
        add(say_("annex.tasks", {}), true, tasks_table());
        add_office_tables();
        if (!reporters_of(material_).is_complete())
            add(say_("annex.missing", {}), false, missing_table());
        return std::move(annexes_);
    }

private:
    /// Each of the office's own tables that somebody answered.
    void add_office_tables()
    {
        for (const auto& table : material_.office_tables) {
            const auto rows = office_rows(table, material_);
            if (!rows.rows.empty())
                add(table.title, true, table_of(rows, material_.directory, say_));
        }
    }

    void add(std::string title, bool landscape, Table table)
    {
        Annex annex;
        annex.label = say_("annex.label", {{"number", roman_number(annexes_.size() + 1)}});
        annex.title = std::move(title);
        annex.landscape = landscape;
        annex.blocks.emplace_back(std::move(table));
        annexes_.push_back(std::move(annex));
    }

    void column(Table& table, const char* key, int width, Alignment alignment) const
    {
        table.columns.push_back({say_(key, {}), width, alignment});
    }

    /// Measures that several units answer stand in columns; the others are in annex I whole.
    std::vector<const MeasureFigure*> shared_rows() const
    {
        std::vector<const MeasureFigure*> rows;
        for (const auto& row : material_.rows) {
            if (row.measure.suppliers.size() > 1) rows.push_back(&row);
        }
        return rows;
    }

    static std::string cell_text(const Cell& cell, const Indicator& indicator)
    {
        std::vector<std::string> numbers;
        for (const auto& element : elements_of(indicator)) {
            const auto found = cell.numbers.find(element);
            numbers.push_back(found == cell.numbers.end() ? "" : vietnamese_number(found->second));
        }
        if (indicator.shape == Shape::ratio && numbers.size() == 2) return join(numbers, "/");
        if (indicator.shape == Shape::months) {
            const auto done = std::ranges::count(numbers, std::string("1"));
            return fmt::format("{}/{}", done, numbers.size());
        }
        return join(numbers, "; ");
    }

    Runs cell_of(const MeasureFigure& row, const UnitId& unit) const
    {
        if (!row.measure.suppliers.contains(unit)) return {};
        const auto* given = row.figure.contributions.find(unit);
        const auto source = unit.str() + "." + row.measure.id.str();
        if (given == nullptr) return {sourced(say_("cell.missing", {}), source)};
        const auto& cell = (*given)->cell;
        // The report leaves the office: whose victims these were stays there.
        if (row.indicator.sensitive && cell.state != ValueState::missing)
            return {sourced(say_("cell.withheld", {}), source)};
        switch (cell.state) {
        case ValueState::value:
            return {sourced(cell_text(cell, row.indicator), source)};
        case ValueState::not_arising:
            return {sourced(say_("cell.not_arising", {}), source)};
        case ValueState::not_applicable:
            return {sourced(say_("cell.not_applicable", {}), source)};
        case ValueState::missing:
            return {sourced(say_("cell.missing", {}), source)};
        }
        return {};
    }

    Table units_table() const
    {
        Table table;
        const auto rows = shared_rows();
        column(table, "table.number", 10, Alignment::centre);
        column(table, "annex.unit", 40, Alignment::left);
        for (const auto* row : rows) {
            table.columns.push_back(
                {say_(
                     "annex.measure",
                     {{"id", row->measure.id.str()}, {"name", subject_of(*row, say_)}}
                 ),
                 30,
                 Alignment::centre}
            );
        }
        column(table, "annex.remarks", 24, Alignment::left);
        int number = 0;
        for (const auto& reported : material_.units) {
            const bool answers = std::ranges::any_of(rows, [&](const MeasureFigure* row) {
                return row->measure.suppliers.contains(reported.unit);
            });
            if (!answers) continue;
            TableRow line;
            line.cells.push_back({plain(std::to_string(++number))});
            line.cells.push_back(
                {plain(with_capital(name_in_document(reported.unit, material_.directory, say_)))}
            );
            for (const auto* row : rows)
                line.cells.push_back(cell_of(*row, reported.unit));
            line.cells.push_back({plain(
                say_(counts(reported.state.stage) ? "annex.reported" : "annex.not_reported", {})
            )});
            table.rows.push_back(std::move(line));
        }
        total_row(table, rows);
        return table;
    }

    void total_row(Table& table, const std::vector<const MeasureFigure*>& rows) const
    {
        TableRow line;
        line.cells.push_back({});
        line.cells.push_back({plain(say_("annex.total", {}))});
        for (const auto* row : rows)
            line.cells.push_back(counts_runs(*row, say_));
        line.cells.push_back({});
        for (auto& cell : line.cells) {
            for (auto& run : cell)
                run.bold = true;
        }
        table.rows.push_back(std::move(line));
    }

    std::string standing_words(TaskStanding standing, bool asked) const
    {
        switch (standing) {
        case TaskStanding::on_time:
            return say_("standing.on_time", {});
        case TaskStanding::late:
            return say_("standing.late", {});
        case TaskStanding::under_way:
            return say_("standing.under_way", {});
        case TaskStanding::overdue:
            return say_(asked ? "standing.asked" : "standing.overdue", {});
        }
        return {};
    }

    static std::string words_in(const std::vector<UnitAnswer>& answers)
    {
        std::vector<std::string> parts;
        for (const auto& [unit, answer] : answers) {
            for (const auto& text : {answer.result, answer.product}) {
                const auto words = without_full_stop(text);
                if (!words.empty() && std::ranges::find(parts, words) == parts.end())
                    parts.push_back(words);
            }
        }
        return join(parts, "; ");
    }

    Table tasks_table() const
    {
        Table table;
        column(table, "table.number", 12, Alignment::centre);
        column(table, "annex.task", 84, Alignment::left);
        column(table, "annex.lead", 34, Alignment::left);
        column(table, "annex.due", 22, Alignment::centre);
        column(table, "annex.standing", 24, Alignment::left);
        column(table, "annex.result", 60, Alignment::left);
        const auto tasks = reported_tasks(material_);
        std::string objective = "\n";
        for (const auto& reported : tasks) {
            const auto& task = *reported.task;
            if (task.objective != objective) {
                objective = task.objective;
                group_row(table, objective, task.group);
            }
            const bool asked =
                !task.lead.empty() && std::ranges::all_of(task.lead, [&](const UnitId& unit) {
                    return is_asked_politely(unit, material_.directory);
                });
            const auto due = reported.due ? vietnamese_date(*reported.due) : std::string{};
            table.rows.push_back(TableRow{
                {{plain(task.id)},
                 {plain(task.text)},
                 {plain(with_capital(names_in_document(task.lead, material_.directory, say_)))},
                 {plain(due)},
                 {sourced(standing_words(reported.standing, asked), "task/" + task.id)},
                 {plain(words_in(reported.leads))}},
                false
            });
        }
        return table;
    }

    void group_row(Table& table, const std::string& id, const std::string& fallback) const
    {
        const auto found = std::ranges::find(material_.plan.objectives, id, &Objective::id);
        const auto title =
            found == material_.plan.objectives.end()
                ? fallback
                : say_("report.objective", {{"id", found->id}, {"title", found->title}});
        if (title.empty()) return;
        auto run = plain(title);
        run.bold = true;
        table.rows.push_back(TableRow{{{run}}, true});
    }

    /// Why a report was returned is between the office and the unit.
    static bool owes_a_reason(Stage stage)
    {
        return stage == Stage::separate || stage == Stage::excluded;
    }

    Table missing_table() const
    {
        Table table;
        column(table, "table.number", 12, Alignment::centre);
        column(table, "annex.unit", 60, Alignment::left);
        column(table, "annex.state", 60, Alignment::left);
        column(table, "annex.reason", 40, Alignment::left);
        const auto reporters = reporters_of(material_);
        const auto deadline = vietnamese_date(local_time(material_.period.deadline).day);
        const std::pair<const std::vector<UnitId>*, std::string> groups[] = {
            {&reporters.overdue, say_("missing.overdue", {{"day", deadline}})},
            {&reporters.returned, say_("missing.returned", {})},
            {&reporters.not_yet, say_("missing.not_yet", {{"day", deadline}})},
            {&reporters.cooperating, say_("missing.cooperating", {})},
            {&reporters.separate, say_("missing.separate", {})},
            {&reporters.excluded, say_("missing.excluded", {})},
        };
        int number = 0;
        for (const auto& [units, words] : groups) {
            for (const auto& unit : *units) {
                const auto reported = std::ranges::find(material_.units, unit, &ReportedUnit::unit);
                table.rows.push_back(TableRow{
                    {{plain(std::to_string(++number))},
                     {plain(with_capital(name_in_document(unit, material_.directory, say_)))},
                     {sourced(words, "report/" + unit.str())},
                     {plain(owes_a_reason(reported->state.stage) ? reported->state.reason : "")}},
                    false
                });
            }
        }
        return table;
    }

    const ReportMaterial& material_;
    const OfficialWords& say_;
    std::vector<Annex> annexes_;
};

} // namespace

std::vector<Annex> annexes_of(const ReportMaterial& material, const OfficialWords& say)
{
    return Annexes(material, say).write();
}

} // namespace tiendo
