#include "app/plan/kept_pages.hpp"
#include "app/plan/plans.hpp"
#include "cli/commands.hpp"
#include "documents/exchange/parent_plan_json.hpp"
#include "documents/exchange/plan_json.hpp"
#include "documents/exchange/source_json.hpp"
#include "documents/reading/check_parent.hpp"
#include "documents/reading/confined_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iterator>

namespace tiendo::cli {

namespace {

/// The reader refuses what is larger; one byte more is enough to tell.
constexpr std::size_t bytes_max = (25u << 20) + 1;

Result<std::string> bytes_of(const std::string& file)
{
    std::ifstream stream(file, std::ios::binary);
    if (!std::filesystem::is_regular_file(file) || !stream)
        return refuse(Refusal::unreadable, "command.file_not_there", {{"file", file}});
    std::string bytes(std::min<std::uintmax_t>(std::filesystem::file_size(file), bytes_max), '\0');
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(stream.gcount()));
    return bytes;
}

Result<documents::ReadDocument> read_file(const std::string& file)
{
    const auto bytes = TRY(bytes_of(file));
    const auto name = std::filesystem::path(file).filename().string();
    if (name.ends_with(".json"))
        return documents::ReadDocument{TRY(documents::parse_plan_json(bytes)), {}, {}};
    return documents::ConfinedReader(reader_program()).read(bytes, name);
}

Result<documents::ReadDocument> read_beside_parent(const ReadingOptions& options)
{
    auto document = TRY(read_file(options.file));
    if (options.parent.empty()) return document;
    if (const auto* known = documents::embedded_parent_plan(options.parent)) {
        documents::check_against_parent(document.plan, known->reading);
        return document;
    }
    const auto parent = TRY(read_file(options.parent));
    documents::check_against_parent(document.plan, parent.plan);
    return document;
}

const char* name_of(Severity severity)
{
    switch (severity) {
    case Severity::error:
        return "error";
    case Severity::warning:
        return "warning";
    case Severity::note:
        return "note";
    }
    return "";
}

std::string lines_text(const LineRange& lines)
{
    if (lines.first == lines.last) return fmt::format("{}", lines.first);
    return fmt::format("{}-{}", lines.first, lines.last);
}

void print_finding(const Console& console, const Finding& finding)
{
    const bool english = console.words.language() == web::Language::english;
    const auto& message = english ? finding.message_en : finding.message;
    console.print(fmt::format(
        "{}\t{}\t{}\t{}",
        lines_text(finding.lines),
        console.words.text(std::string("severity.") + name_of(finding.severity)),
        finding.code,
        message
    ));
}

void print_head(const Console& console, const DocumentHead& head)
{
    console.print(head.title);
    console.print(fmt::format("{} {}{}", head.issuer, head.number, head.symbol));
}

/// To a program, a readable file that is no plan is an answer.
int refuse_document(const Surroundings& around, const Error& error)
{
    if (around.json && error.problems.front().key == "file.not_a_plan")
        around.console.print(documents::not_a_plan_json());
    return around.console.refuse(error);
}

void print_outline(const Console& console, const PlanReading& plan)
{
    print_head(console, plan.document);
    for (const auto& objective : plan.objectives) {
        console.print("");
        console.print(objective.id + ". " + objective.title.value_or(""));
        for (const auto& target : objective.targets)
            console.print("  " + target.id + "  " + target.text);
    }
    console.print("");
    for (const auto& task : plan.tasks)
        console.print("  " + task.id + "  " + task.text);
    console.print("");
    console.say(
        "command.reading_sizes",
        {{"objectives", std::to_string(plan.objectives.size())},
         {"tasks", std::to_string(plan.tasks.size())},
         {"duties", std::to_string(plan.duties.size())},
         {"findings", std::to_string(plan.findings.size())}}
    );
}

} // namespace

int read(const Surroundings& around, const ReadingOptions& options)
{
    const auto document = read_beside_parent(options);
    if (!document) return refuse_document(around, document.error());
    if (around.json)
        around.console.print(documents::to_plan_json(document->plan));
    else
        print_outline(around.console, document->plan);
    return exit_done;
}

int check(const Surroundings& around, const ReadingOptions& options)
{
    const auto document = read_beside_parent(options);
    if (!document) return refuse_document(around, document.error());
    const auto& findings = document->plan.findings;
    if (around.json)
        around.console.print(documents::to_findings_json(findings));
    else
        for (const auto& finding : findings)
            print_finding(around.console, finding);
    const bool has_error = std::ranges::any_of(findings, [](const Finding& finding) {
        return finding.severity == Severity::error;
    });
    return has_error ? exit_no : exit_done;
}

int import_file(const Surroundings& around, const std::string& file)
{
    const auto document = read_file(file);
    if (!document) return around.console.refuse(document.error());
    app::NewPlan plan;
    plan.source_name = std::filesystem::path(file).filename().string();
    auto bytes = bytes_of(file);
    if (!bytes) return around.console.refuse(bytes.error());
    plan.source_bytes = std::move(bytes).value();
    plan.source_lines_json = documents::to_json(document->source);
    plan.reading = document->plan;
    plan.pages = app::kept_pages(document->pictures);
    auto office = open_office(around.data, store::Access::write);
    if (!office) return around.console.refuse(office.error());
    const auto id = office->write(operator_actor(), [&](app::Work& work) {
        return app::import_plan(work, plan);
    });
    if (!id) return around.console.refuse(id.error());
    if (around.json)
        around.console.print(R"({"plan":)" + id->str() + "}");
    else
        around.console.say("command.imported", {{"plan", id->str()}});
    return exit_done;
}

} // namespace tiendo::cli
