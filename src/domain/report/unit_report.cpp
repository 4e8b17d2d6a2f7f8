#include "domain/report/unit_report.hpp"

#include "base/number_text.hpp"
#include "base/text.hpp"
#include "domain/indicator/formula_needs.hpp"
#include "domain/report/figure_runs.hpp"
#include "domain/report/office_names.hpp"
#include "domain/report/report_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace tiendo {
namespace {

constexpr std::array<const char*, 6> roman{"I", "II", "III", "IV", "V", "VI"};

Runs words(std::string text, bool bold = false)
{
    if (text.empty()) return {};
    Run run;
    run.text = std::move(text);
    run.bold = bold;
    return {run};
}

class UnitReportWriter {
public:
    UnitReportWriter(const UnitReportMaterial& material, const OfficialWords& say)
        : material_(material), say_(say)
    {
    }

    OfficialDocument write()
    {
        head();
        paragraph(say_(polite("unit.opening"), opening()));
        measures();
        tasks();
        activities();
        assessment();
        closing_part("direction", "unit.direction");
        closing_part("proposals", "unit.proposals");
        incomplete();
        paragraph(say_(
            polite("unit.closing"),
            {{"title", matter()},
             {"issuer", material_.setup.issuer},
             {"addressee", join(material_.setup.addressees, ", ")}}
        ));
        return std::move(document_);
    }

private:
    void head()
    {
        document_ = document_with(material_.setup);
        document_.type_name = say_("report.type_name", {});
        document_.subject = subject_of_report(material_.plan.head.title, material_.period.id, say_);
        document_.mark = material_.mark;
    }

    std::string matter() const { return matter_of(material_.plan.head.title, say_); }

    /// The Front and the mass organisations cooperate; they do not report to a People's Committee.
    std::string polite(const std::string& key) const
    {
        return material_.unit.is_subordinate() ? key : key + "_polite";
    }

    WordArguments opening() const
    {
        const auto& plan = material_.plan.head;
        return {
            {"number", plan.number.empty() ? say_("report.blank", {}) : plan.number},
            {"symbol", plan.symbol},
            {"date", plan.date ? vietnamese_date(*plan.date) : say_("report.blank_date", {})},
            {"plan_issuer", plan.issuer},
            {"issuer", material_.setup.issuer},
            {"period", period_in_document(material_.period.id, say_)},
            {"from", vietnamese_date(material_.period.window.from)},
            {"to", vietnamese_date(material_.period.window.to)}
        };
    }

    void measures()
    {
        if (material_.form.rows.empty()) return;
        part("unit.measures");
        paragraph(say_("unit.measures_hint", {}));
        Table table;
        const bool estimated =
            std::ranges::any_of(material_.answers.cells, [](const auto& answered) {
                return answered.second.state == ValueState::value &&
                       answered.second.kind == ValueKind::estimate;
            });
        const std::pair<const char*, int> heads[] = {
            {"unit.column.number", 11},
            {"unit.column.measure", 55},
            {"unit.column.target", 25},
            {"unit.column.last_year", 23},
            {estimated ? "unit.column.estimate" : "unit.column.value", 28},
            {"unit.column.remarks", 18}
        };
        for (const auto& [key, width] : heads) {
            const bool is_words = width == 55 || width == 18;
            table.columns.push_back(
                {say_(key, {}), width, is_words ? Alignment::left : Alignment::centre}
            );
        }
        for (const auto& row : material_.form.rows)
            table.rows.push_back(measure_row(row));
        document_.body.emplace_back(std::move(table));
    }

    TableRow measure_row(const FormRow& row) const
    {
        const auto found = material_.answers.cells.find(row.measure.id);
        const Cell cell = found == material_.answers.cells.end() ? Cell{} : found->second;
        std::string last;
        if (material_.last_year) {
            const auto earlier = material_.last_year->cells.find(row.measure.id);
            if (earlier != material_.last_year->cells.end())
                last = value_words(row, earlier->second);
        }
        return {
            {words(row.measure.id.str()),
             words(row.measure.title),
             words(quantity_words(row.measure, row.indicator, say_)),
             words(last),
             words(value_words(row, cell)),
             words(cell.reason)},
            false
        };
    }

    std::string value_words(const FormRow& row, const Cell& cell) const
    {
        switch (cell.state) {
        case ValueState::missing:
            return say_("unit.value.missing", {});
        case ValueState::not_arising:
            return say_("unit.value.not_arising", {});
        case ValueState::not_applicable:
            return say_("unit.value.not_applicable", {});
        case ValueState::value:
            break;
        }
        if (row.indicator.shape == Shape::quarters) return quarter_words(cell);
        if (row.indicator.shape == Shape::months) return month_words(cell);
        if (row.indicator.shape == Shape::count) return vietnamese_number(number(cell, "value"));
        // What a formula takes from elsewhere is not in this report.
        if (reaches_beyond(row.indicator)) return typed_words(row, cell);
        return computed_words(row, cell);
    }

    std::string typed_words(const FormRow& row, const Cell& cell) const
    {
        std::vector<std::string> numbers;
        for (const auto& key : elements_of(row.indicator))
            numbers.push_back(vietnamese_number(number(cell, key)));
        return say_("unit.value.computed_later", {{"numbers", join(numbers, "/")}});
    }

    static Decimal number(const Cell& cell, const std::string& key)
    {
        const auto found = cell.numbers.find(key);
        return found == cell.numbers.end() ? Decimal{} : found->second;
    }

    std::string quarter_words(const Cell& cell) const
    {
        WordArguments counts;
        for (const auto* key : {"q1", "q2", "q3", "q4"})
            counts.emplace_back(key, vietnamese_number(number(cell, key)));
        return say_("unit.value.quarters", counts);
    }

    std::string month_words(const Cell& cell) const
    {
        const auto count = std::ranges::count_if(cell.numbers, [](const auto& month) {
            return !month.second.is_zero();
        });
        return say_("unit.value.months", {{"count", std::to_string(count)}});
    }

    /// By the same rule as the consolidated figure, for this unit alone.
    std::string computed_words(const FormRow& row, const Cell& cell) const
    {
        MeasureFigure own;
        own.measure = row.measure;
        own.measure.suppliers = {material_.unit.id};
        own.indicator = row.indicator;
        Contribution contribution;
        contribution.unit = material_.unit.id;
        contribution.cell = cell;
        own.figure = compute(own.measure, own.indicator, {contribution});
        if (own.figure.parts.empty()) return say_("unit.value.not_arising", {});
        std::string text;
        for (const auto& run : value_runs(own, say_))
            text += run.text;
        return text;
    }

    void tasks()
    {
        const auto first = document_.body.size();
        for (const auto& row : material_.form.tasks) {
            const auto found = material_.answers.tasks.find(row.task.id);
            const bool is_answered = found != material_.answers.tasks.end();
            // A supporting unit that has nothing to add is not asked to repeat the lead's words.
            if (row.part == Part::support && !is_answered) continue;
            task(
                row.part == Part::lead ? "unit.task_lead" : "unit.task_support",
                row.task.text,
                is_answered ? &found->second : nullptr
            );
        }
        for (const auto& clause : material_.form.clauses) {
            const auto found = material_.answers.duties.find(clause.id);
            task(
                "unit.task_lead",
                clause.text,
                found == material_.answers.duties.end() ? nullptr : &found->second
            );
        }
        part_before(first, "unit.tasks");
    }

    void task(const char* key, const std::string& text, const TaskAnswer* answer)
    {
        std::string state = say_("unit.state.no_answer", {});
        std::string rest;
        if (answer != nullptr) {
            state = state_words(*answer);
            if (!squeeze(answer->result).empty())
                rest += say_("unit.task_result", {{"result", clause(answer->result)}});
            if (!squeeze(answer->product).empty())
                rest += say_("unit.task_product", {{"product", clause(answer->product)}});
            if (!squeeze(answer->difficulty).empty())
                rest += say_("unit.task_difficulty", {{"difficulty", clause(answer->difficulty)}});
            rest += ".";
        }
        const auto sentence = squeeze(text);
        const bool ends = sentence.ends_with('.') || sentence.ends_with(';');
        bullet(say_(key, {{"text", sentence + (ends ? "" : ".")}, {"state", state}, {"rest", rest}})
        );
    }

    std::string state_words(const TaskAnswer& answer) const
    {
        switch (answer.state) {
        case TaskState::not_started:
            return say_("unit.state.not_started", {});
        case TaskState::under_way:
            return say_("unit.state.under_way", {});
        case TaskState::finished:
            break;
        }
        if (!answer.done_on) return say_("unit.state.finished", {});
        return say_("unit.state.finished_on", {{"day", vietnamese_date(*answer.done_on)}});
    }

    /// What was typed as a sentence, as a part of a longer one.
    static std::string clause(const std::string& typed)
    {
        auto text = squeeze(typed);
        while (text.ends_with('.') || text.ends_with(';'))
            text.pop_back();
        return text;
    }

    void activities()
    {
        const auto first = document_.body.size();
        int number = 0;
        for (const auto& table : material_.form.activities) {
            const auto found = material_.answers.activities.find(table.key);
            if (found == material_.answers.activities.end() || found->second.empty()) continue;
            title(++number, material_.names.table(table));
            document_.body.emplace_back(activity_table(table, found->second));
        }
        part_before(first, "unit.activities");
    }

    Table activity_table(const ActivityTable& activity, const std::vector<ActivityRow>& rows) const
    {
        Table table;
        table.columns.push_back({say_("unit.activity_number", {}), 11, Alignment::centre});
        for (const auto& column : activity.columns) {
            const bool is_text = column.kind == ColumnKind::text || column.kind == ColumnKind::link;
            table.columns.push_back(
                {material_.names.column(activity, column),
                 is_text ? 45 : 24,
                 is_text ? Alignment::left : Alignment::centre}
            );
        }
        int number = 0;
        for (const auto& row : rows) {
            TableRow line;
            line.cells.push_back(words(std::to_string(++number)));
            for (const auto& column : activity.columns) {
                const auto kept = row.find(column.key);
                line.cells.push_back(
                    kept == row.end() ? Runs{}
                                      : words(material_.names.cell(activity, column, kept->second))
                );
            }
            table.rows.push_back(std::move(line));
        }
        return table;
    }

    const std::string* narrative(const char* key) const
    {
        const auto found = material_.answers.narrative.find(key);
        const bool is_there =
            found != material_.answers.narrative.end() && !squeeze(found->second).empty();
        return is_there ? &found->second : nullptr;
    }

    void lines_of(const std::string& text)
    {
        for (const auto& line : split(text, '\n')) {
            if (!squeeze(line).empty()) paragraph(squeeze(line));
        }
    }

    void assessment()
    {
        const auto first = document_.body.size();
        int number = 0;
        for (const auto* key : {"strengths", "shortcomings", "causes"}) {
            const auto* text = narrative(key);
            if (text == nullptr) continue;
            title(++number, say_(std::string("unit.") + key, {}));
            lines_of(*text);
        }
        part_before(first, "unit.assessment");
    }

    void closing_part(const char* key, const char* heading)
    {
        const auto* text = narrative(key);
        if (text == nullptr) return;
        part(heading);
        lines_of(*text);
    }

    void incomplete()
    {
        if (const auto* reason = narrative("incomplete"))
            paragraph(say_("unit.incomplete", {{"reason", clause(*reason) + "."}}));
    }

    void part(const char* key) { part_before(document_.body.size(), key, true); }

    /// Sets a heading before what was written since; none where nothing was.
    void part_before(std::size_t first, const char* key, bool always = false)
    {
        if (first == document_.body.size() && !always) return;
        const std::string label = std::string(roman.at(parts_++)) + ".";
        document_.body.insert(
            document_.body.begin() + static_cast<std::ptrdiff_t>(first),
            Heading{1, label, to_upper(say_(key, {}))}
        );
    }

    void title(int number, std::string text)
    {
        document_.body.emplace_back(Heading{2, fmt::format("{}.", number), std::move(text)});
    }

    void paragraph(std::string text) { add(std::move(text), false); }
    void bullet(std::string text) { add(std::move(text), true); }
    void add(std::string text, bool bulleted)
    {
        Paragraph added;
        added.runs = words(std::move(text));
        added.bulleted = bulleted;
        document_.body.emplace_back(std::move(added));
    }

    const UnitReportMaterial& material_;
    const OfficialWords& say_;
    OfficialDocument document_;
    std::size_t parts_ = 0;
};

} // namespace

OfficialDocument write_unit_report(const UnitReportMaterial& material, const OfficialWords& say)
{
    return UnitReportWriter(material, say).write();
}

} // namespace tiendo
