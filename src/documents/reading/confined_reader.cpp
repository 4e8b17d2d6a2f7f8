#include "documents/reading/confined_reader.hpp"

#include "documents/exchange/plan_json.hpp"
#include "documents/exchange/sheets_json.hpp"
#include "documents/reading/child_process.hpp"

#include <algorithm>
#include <array>
#include <csignal>

namespace tiendo::documents {

namespace {

constexpr std::size_t upload_bytes_max = std::size_t{25} << 20;
constexpr std::size_t answer_bytes_max = std::size_t{16} << 20;

constexpr int exit_read = 0;
constexpr int exit_no_plan = 1;
constexpr int exit_unreadable = 2;
constexpr int exit_unconfined = 3;

/// What the reader may refuse with; anything else that it says is a failure of its own.
constexpr std::array<std::string_view, 19> refusals{
    "file.not_text",
    "file.unknown_kind",
    "file.other_kind",
    "file.empty",
    "file.broken_zip",
    "file.broken_docx",
    "file.broken_pdf",
    "file.too_many_pages",
    "file.no_text",
    "file.reader_timeout",
    "file.broken_xlsx",
    "file.no_workbook",
    "file.macros",
    "file.too_many_rows",
    "file.bomb",
    "file.encrypted",
    "file.secret",
    "file.too_large",
    "file.not_a_plan"
};

Error failed()
{
    return refuse(Refusal::unreadable, "file.reader_failed");
}

Error refusal_of(std::string_view answer)
{
    for (const auto key : refusals) {
        if (answer.find('"' + std::string(key) + '"') == std::string_view::npos) continue;
        if (key == "file.too_large") return refuse(Refusal::too_large, std::string(key));
        return refuse(
            key == "file.not_a_plan" ? Refusal::invalid : Refusal::unreadable, std::string(key)
        );
    }
    return failed();
}

/// {"plan": {...}, "source": [...]}: the two halves are parsed, and so checked, apart.
Result<ReadDocument> parse_answer(std::string_view answer)
{
    constexpr std::string_view before_plan = R"({"plan": )";
    constexpr std::string_view before_source = R"(, "source": )";
    const auto middle = answer.rfind(before_source);
    const auto end = answer.rfind('}');
    if (!answer.starts_with(before_plan) || middle == std::string_view::npos || end < middle)
        return failed();
    auto plan = parse_plan_json(answer.substr(before_plan.size(), middle - before_plan.size()));
    auto source = parse_source_lines(
        answer.substr(middle + before_source.size(), end - middle - before_source.size())
    );
    if (!plan || !source) return failed();
    return ReadDocument{std::move(*plan), std::move(*source)};
}

} // namespace

Result<ReadDocument> ConfinedReader::read(std::string_view bytes, std::string_view file_name) const
{
    if (bytes.size() > upload_bytes_max) return refuse(Refusal::too_large, "file.too_large");
    // Only the ending of a name says anything about the kind; a path or an option must not get
    // through.
    const auto dot = file_name.rfind('.');
    const auto ending = dot == std::string_view::npos ? std::string_view{} : file_name.substr(dot);
    return parse_answer(TRY(ask("upload" + std::string(ending.substr(0, 8)), bytes)));
}

Result<std::vector<Sheet>> ConfinedReader::read_workbook(std::string_view bytes) const
{
    if (bytes.size() > upload_bytes_max) return refuse(Refusal::too_large, "file.too_large");
    auto sheets = parse_sheets(TRY(ask("workbook.xlsx", bytes)));
    if (!sheets) return failed();
    return sheets;
}

Result<std::string> ConfinedReader::ask(const std::string& name, std::string_view bytes) const
{
    auto answer = run_child(program_, name, bytes, {time_max_, answer_bytes_max});
    if (answer.timed_out || answer.signal == SIGXCPU)
        return refuse(Refusal::unreadable, "file.reader_timeout");
    if (answer.too_long) return failed();
    switch (answer.exit_code) {
    case exit_read:
        return std::move(answer.output);
    case exit_no_plan:
    case exit_unreadable:
        return refusal_of(answer.output);
    case exit_unconfined:
        return refuse(Refusal::unreadable, "file.reader_unavailable");
    default:
        return failed();
    }
}

bool ConfinedReader::works() const
{
    try {
        const auto answer = run_child(program_, "upload.txt", "-", {time_max_, answer_bytes_max});
        return answer.exit_code == exit_no_plan || answer.exit_code == exit_unreadable;
    } catch (const Fault&) {
        return false;
    }
}

} // namespace tiendo::documents
