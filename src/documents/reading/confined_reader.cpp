#include "documents/reading/confined_reader.hpp"

#include "base/text.hpp"
#include "documents/converting/libre_office.hpp"
#include "documents/exchange/pages_json.hpp"
#include "documents/exchange/plan_json.hpp"
#include "documents/exchange/sheets_json.hpp"
#include "documents/reading/child_process.hpp"
#include "documents/reading/file_kind.hpp"
#include "documents/reading/read_workbook.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <csignal>

namespace tiendo::documents {

namespace {

constexpr std::size_t upload_bytes_max = std::size_t{25} << 20;
constexpr std::size_t answer_bytes_max = std::size_t{16} << 20;
constexpr std::size_t picture_bytes_max = std::size_t{1} << 20; // docs/limits.md

/// A page of a scan has 60 s of computing (docs/limits.md), which takes longer beside others.
constexpr std::chrono::seconds recognising_time_max{180};

constexpr int exit_read = 0;
constexpr int exit_no_plan = 1;
constexpr int exit_unreadable = 2;
constexpr int exit_unconfined = 3;

/// What the reader may refuse with; anything else that it says is a failure of its own.
constexpr std::array<std::string_view, 20> refusals{
    "file.not_text",       "file.unknown_kind",  "file.other_kind",     "file.empty",
    "file.broken_zip",     "file.broken_docx",   "file.broken_pdf",     "file.too_many_pages",
    "file.broken_picture", "file.no_recogniser", "file.reader_timeout", "file.broken_xlsx",
    "file.no_workbook",    "file.macros",        "file.too_many_rows",  "file.bomb",
    "file.encrypted",      "file.secret",        "file.too_large",      "file.not_a_plan"
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
    return ReadDocument{std::move(*plan), std::move(*source), {}};
}

/// Only the ending of a name says anything about the kind; a path or an option must not get
/// through.
std::string ending_of(std::string_view file_name)
{
    constexpr std::size_t longest = 8;
    const auto dot = file_name.rfind('.');
    return std::string(
        dot == std::string_view::npos ? std::string_view{} : file_name.substr(dot, longest)
    );
}

/// {"pictures": [1, 3]}; none where the answer is another.
std::vector<int> pictures_in(std::string_view answer)
{
    constexpr std::string_view begin = R"({"pictures": [)";
    constexpr std::size_t pages_max = 500;
    std::vector<int> pages;
    if (!answer.starts_with(begin)) return pages;
    answer.remove_prefix(begin.size());
    while (pages.size() < pages_max) {
        int page = 0;
        const auto [end, error] =
            std::from_chars(answer.data(), answer.data() + answer.size(), page);
        if (error != std::errc{}) break;
        pages.push_back(page);
        answer.remove_prefix(static_cast<std::size_t>(end - answer.data()));
        if (answer.starts_with(", ")) answer.remove_prefix(2);
    }
    return pages;
}

Result<std::string> docx_of_office_file(std::string_view bytes, const std::string& ending)
{
    const auto office = LibreOffice::installed();
    if (!office) return refuse(Refusal::unreadable, "file.no_office");
    return office->docx_of(bytes, to_lower(ending));
}

} // namespace

Result<ReadDocument> ConfinedReader::read(
    std::string_view bytes, std::string_view file_name, const Progress& progress
) const
{
    if (bytes.size() > upload_bytes_max) return refuse(Refusal::too_large, "file.too_large");
    const auto ending = ending_of(file_name);
    if (TRY(kind_of(bytes, file_name)) == FileKind::office) {
        const auto docx = TRY(docx_of_office_file(bytes, ending));
        const auto answer = TRY(ask("upload.docx", docx));
        return parse_answer(answer);
    }
    const auto answer = TRY(ask("upload" + ending, bytes));
    const auto pictures = pictures_in(answer);
    if (pictures.empty()) return parse_answer(answer);
    return recognised(bytes, ending, pictures, progress);
}

Result<ReadDocument> ConfinedReader::recognised(
    std::string_view bytes,
    const std::string& ending,
    const std::vector<int>& pages,
    const Progress& progress
) const
{
    const auto tell = [&](std::size_t done) {
        if (progress) progress(static_cast<int>(done), static_cast<int>(pages.size()));
    };
    std::string input;
    std::vector<PagePicture> pictures;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        tell(i);
        const auto number = std::to_string(pages[i]);
        const auto answer = TRY(ask("page-" + number + ending, bytes));
        const auto end = std::min(answer.find('\n'), answer.size());
        const auto page = parse_page(std::string_view(answer).substr(0, end));
        if (!page) return failed();
        input += number + " " + to_json(*page) + "\n";
        auto jpeg = answer.substr(std::min(end + 1, answer.size()));
        if (!jpeg.starts_with("\xff\xd8\xff") || jpeg.size() > picture_bytes_max) continue;
        pictures.push_back(
            {pages[i],
             static_cast<int>(page->width),
             static_cast<int>(page->height),
             std::move(jpeg)}
        );
    }
    input += "\n";
    input += bytes;
    auto document = parse_answer(TRY(ask("pages" + ending, input)));
    tell(pages.size());
    if (document) document->pictures = std::move(pictures);
    return document;
}

Result<std::vector<Sheet>>
ConfinedReader::read_workbook(std::string_view bytes, std::string_view file_name) const
{
    if (bytes.size() > upload_bytes_max) return refuse(Refusal::too_large, "file.too_large");
    const auto ending = to_lower(ending_of(file_name));
    const bool is_other = (ending == ".xls" && is_old_office_file(bytes)) ||
                          (ending == ".ods" && bytes.starts_with("PK"));
    if (is_other && is_encrypted_package(bytes))
        return refuse(Refusal::unreadable, "file.encrypted");
    const auto converted = is_other ? TRY(xlsx_of_spreadsheet(bytes, ending)) : std::string{};
    auto sheets = parse_sheets(TRY(ask("workbook.xlsx", is_other ? converted : bytes)));
    if (!sheets) return failed();
    return sheets;
}

Result<std::string> ConfinedReader::ask(const std::string& name, std::string_view bytes) const
{
    const auto time_max = name.starts_with("page-") ? recognising_time_max : time_max_;
    auto answer = run_child(program_, name, bytes, {time_max, answer_bytes_max});
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
