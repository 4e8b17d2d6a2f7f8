#include "app/values/values.hpp"
#include "cli/commands.hpp"
#include "documents/exchange/data_values.hpp"
#include "web/json_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>

namespace tiendo::cli {

namespace {

constexpr std::size_t piece_bytes = 64 * 1024;

/// Hands a file on, value by value.
Result<Done> read_values(const std::string& file, const documents::DataValuesReader::Use& use)
{
    std::ifstream stream(file, std::ios::binary);
    if (!std::filesystem::is_regular_file(file) || !stream)
        return refuse(Refusal::unreadable, "command.file_not_there", {{"file", file}});
    std::unique_ptr<documents::DataValuesReader> reader;
    std::string piece(piece_bytes, '\0');
    while (stream) {
        stream.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        const std::string_view bytes(piece.data(), static_cast<std::size_t>(stream.gcount()));
        if (!reader) reader = documents::data_values_reader(bytes, use);
        TRY(reader->feed(bytes));
    }
    return reader->finish();
}

const char* name_of(ValueOutcome outcome)
{
    switch (outcome) {
    case ValueOutcome::imported:
        return "imported";
    case ValueOutcome::updated:
        return "updated";
    case ValueOutcome::ignored:
        return "ignored";
    case ValueOutcome::conflict:
        return "conflict";
    }
    return "";
}

std::int64_t count_of(const app::ImportSummary& summary, ValueOutcome outcome)
{
    const auto found = summary.counts.find(outcome);
    return found == summary.counts.end() ? 0 : found->second;
}

/// Prints what became of the values, as lines or as one JSON object, while it becomes known.
class Telling {
public:
    Telling(const Surroundings& around, bool each) : around_(around), each_(each) {}

    void begin() const
    {
        if (around_.json) around_.console.print("{\"values\":[");
    }

    void tell(const ValueResult& result)
    {
        if (around_.json) {
            around_.console.print((is_first_ ? "" : ",") + json_of(result));
            is_first_ = false;
        } else if (each_ || result.outcome == ValueOutcome::conflict) {
            around_.console.print(line_of(result));
        }
    }

    void finish(const app::ImportSummary& summary) const
    {
        if (around_.json) {
            around_.console.print(json_of(summary));
            return;
        }
        for (const auto& report : summary.reports)
            print(report);
        around_.console.say(
            "command.values_counts",
            {{"imported", count_in(summary, ValueOutcome::imported)},
             {"updated", count_in(summary, ValueOutcome::updated)},
             {"ignored", count_in(summary, ValueOutcome::ignored)},
             {"conflicts", count_in(summary, ValueOutcome::conflict)}}
        );
        if (!summary.kept) around_.console.say("command.values_nothing_kept");
    }

private:
    static std::string count_in(const app::ImportSummary& summary, ValueOutcome outcome)
    {
        return std::to_string(count_of(summary, outcome));
    }

    std::string sentence(const Problem& problem) const
    {
        return around_.console.words.sentence(problem);
    }

    std::string line_of(const ValueResult& result) const
    {
        const auto& value = result.value;
        auto line = around_.console.words.text(
            "command.values_line",
            {{"line", std::to_string(value.line)},
             {"outcome",
              around_.console.words.text(std::string("value_outcome.") + name_of(result.outcome))},
             {"value",
              fmt::format(
                  "{} {} {} {}",
                  value.unit,
                  value.period,
                  value.element,
                  value.value.empty() ? value.state : value.value
              )}}
        );
        if (result.outcome == ValueOutcome::conflict) line += ": " + sentence(result.problem);
        return line;
    }

    std::string json_of(const ValueResult& result) const
    {
        const auto& value = result.value;
        auto json = fmt::format(
            R"({{"index":{},"line":{},"outcome":"{}")",
            value.index,
            value.line,
            name_of(result.outcome)
        );
        if (result.outcome == ValueOutcome::conflict)
            json += fmt::format(
                R"(,"dataElement":{},"period":{},"orgUnit":{},"value":{},"key":{},"text":{})",
                web::json_text(value.element),
                web::json_text(value.period),
                web::json_text(value.unit),
                web::json_text(value.value),
                web::json_text(result.problem.key),
                web::json_text(sentence(result.problem))
            );
        return json + "}";
    }

    std::string json_of(const app::ImportSummary& summary) const
    {
        std::string reports;
        for (const auto& report : summary.reports) {
            std::string problems;
            for (const auto& problem : report.problems)
                problems += (problems.empty() ? "" : ",") + web::json_text(sentence(problem));
            reports += fmt::format(
                R"({}{{"plan":{},"period":{},"orgUnit":{},"receipt":{},"problems":[{}]}})",
                reports.empty() ? "" : ",",
                web::json_text(report.of.plan.str()),
                web::json_text(report.of.period.str()),
                web::json_text(report.of.unit.str()),
                report.receipt.empty() ? "null" : web::json_text(report.receipt),
                problems
            );
        }
        return fmt::format(
            R"(],"importCount":{{"imported":{},"updated":{},"ignored":{},"conflicts":{}}},"kept":{},"reports":[{}]}})",
            count_in(summary, ValueOutcome::imported),
            count_in(summary, ValueOutcome::updated),
            count_in(summary, ValueOutcome::ignored),
            count_in(summary, ValueOutcome::conflict),
            summary.kept,
            reports
        );
    }

    void print(const app::ImportedReport& report) const
    {
        const auto name = report.of.unit.str() + " " + report.of.period.str();
        if (!report.receipt.empty()) {
            around_.console.say(
                "command.values_handed_in", {{"report", name}, {"id", report.receipt}}
            );
            return;
        }
        around_.console.say("command.values_not_handed_in", {{"report", name}});
        for (const auto& problem : report.problems)
            around_.console.say("command.submit_problem", {{"text", sentence(problem)}});
    }

    const Surroundings& around_;
    bool each_;
    bool is_first_ = true;
};

bool is_whole(const app::ImportSummary& summary)
{
    return count_of(summary, ValueOutcome::conflict) == 0 &&
           std::ranges::all_of(summary.reports, [](const app::ImportedReport& report) {
               return !report.receipt.empty();
           });
}

} // namespace

int values_import(const Surroundings& around, const ValuesImportOptions& options)
{
    auto office = open_office(around.data, store::Access::write);
    if (!office) return around.console.refuse(office.error());
    app::ImportOptions how;
    how.file = std::filesystem::path(options.file).filename().string();
    how.dry_run = options.dry_run;
    how.atomic = options.atomic;
    how.submit = options.submit;
    how.tell_all = options.each || around.json;
    how.incomplete_reason = options.incomplete_reason;
    app::ValuesImport import(*office, operator_actor(), how);
    // Read to its end before anything is taken: half a file is none.
    const auto read = read_values(options.file, [&](const DataValue& value) -> Result<Done> {
        import.add(value);
        return done;
    });
    if (!read) return around.console.refuse(read.error());
    Telling telling(around, options.each);
    telling.begin();
    const auto summary = import.run([&](const ValueResult& result) { telling.tell(result); });
    if (!summary) return around.console.refuse(summary.error());
    telling.finish(*summary);
    return is_whole(*summary) ? exit_done : exit_no;
}

} // namespace tiendo::cli
