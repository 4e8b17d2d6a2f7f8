// tiendo-reader NAME: reads the file on its standard input, whose kind the ending of NAME tells,
// and answers on standard output. What NAME begins with says what is asked:
//   upload.*      {"plan": {...}, "source": [...]}, or {"pictures": [1, ...]} where pages have to
//                 be recognised first
//   page-N.*      the recognised words of a page (documents/exchange/pages_json.hpp) on one line,
//                 then a JPEG of the picture that they were recognised in
//   pages.*       what upload.* answers, from the file behind one line "N {...}" for each
//                 recognised page and an empty line
//   form.docx, form.xlsx, filled-form.docx, filled-form.xlsx, workbook.xlsx
//                 the tables of a form, the form with its cells filled, {"sheets": [...]}
// or with {"error": "file...."}.
// Exit: 0 it was read, 1 the file holds no plan, 2 it cannot be read, 3 it cannot be confined.

#include "documents/exchange/pages_json.hpp"
#include "documents/exchange/plan_json.hpp"
#include "documents/exchange/sheets_json.hpp"
#include "documents/exchange/source_json.hpp"
#include "documents/exchange/superior_form_json.hpp"
#include "documents/package/docx_form.hpp"
#include "documents/package/xlsx_form.hpp"
#include "documents/reading/read_plan.hpp"
#include "documents/reading/read_workbook.hpp"
#include "reader/confinement.hpp"
#include "reader/pdf_pages.hpp"
#include "reader/read_upload.hpp"
#include "reader/recogniser.hpp"

#include <unistd.h>

#include <charconv>
#include <csignal>
#include <cstdlib>
#include <new>
#include <string>
#include <string_view>

namespace {

using namespace tiendo;

constexpr int exit_read = 0;
constexpr int exit_no_plan = 1;
constexpr int exit_unreadable = 2;
constexpr int exit_unconfined = 3;

/// More than an upload may have with what goes before it, so that a larger one is known as such.
constexpr std::size_t input_bytes_max = (std::size_t{48} << 20) + 1;

// docs/limits.md
constexpr unsigned reading_seconds = 10;
constexpr unsigned recognising_seconds = 60;
constexpr int recognising_niceness = 15; ///< whoever submits a report goes first

std::string read_input()
{
    std::string bytes;
    char buffer[65536];
    while (bytes.size() < input_bytes_max) {
        const auto got = read(STDIN_FILENO, buffer, sizeof buffer);
        if (got <= 0) break;
        bytes.append(buffer, static_cast<std::size_t>(got));
    }
    return bytes;
}

void write_output(std::string_view text)
{
    while (!text.empty()) {
        const auto sent = write(STDOUT_FILENO, text.data(), text.size());
        if (sent <= 0) return;
        text.remove_prefix(static_cast<std::size_t>(sent));
    }
}

/// The number that the text begins with; 0 where it begins with none.
int number_in(std::string_view text)
{
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

int refuse_with(std::string_view key)
{
    write_output(std::string(R"({"error": ")") + std::string(key) + "\"}\n");
    return key == "file.not_a_plan" ? exit_no_plan : exit_unreadable;
}

int answer_form(bool is_workbook)
{
    const auto input = read_input();
    const auto tables =
        is_workbook ? documents::read_xlsx_form(input) : documents::read_docx_form(input);
    if (!tables) return refuse_with(tables.error().problems.front().key);
    write_output(documents::to_json(*tables));
    return exit_read;
}

/// One line of JSON with what goes into the cells, then the form.
int answer_filled_form(bool is_workbook)
{
    const std::string_view broken = is_workbook ? "file.broken_xlsx" : "file.broken_docx";
    const auto input = read_input();
    const auto line = input.find('\n');
    if (line == std::string::npos) return refuse_with(broken);
    const auto cells = documents::parse_filled_cells(std::string_view(input).substr(0, line));
    if (!cells) return refuse_with(broken);
    const auto form = std::string_view(input).substr(line + 1);
    const auto filled = is_workbook ? documents::fill_xlsx_form(form, *cells)
                                    : documents::fill_docx_form(form, *cells);
    if (!filled) return refuse_with(filled.error().problems.front().key);
    write_output(*filled);
    return exit_read;
}

int answer_workbook()
{
    const auto sheets = documents::read_workbook(read_input());
    if (!sheets) return refuse_with(sheets.error().problems.front().key);
    write_output(documents::to_json(*sheets));
    return exit_read;
}

int answer_upload(const Result<reader::Upload>& upload)
{
    if (!upload) return refuse_with(upload.error().problems.front().key);
    if (!upload->pictures.empty()) {
        std::string numbers;
        for (const auto page : upload->pictures)
            numbers += (numbers.empty() ? "" : ", ") + std::to_string(page);
        write_output(R"({"pictures": [)" + numbers + "]}\n");
        return exit_read;
    }
    const auto plan = documents::read_plan(upload->document);
    if (!plan) return refuse_with(plan.error().problems.front().key);
    write_output(
        R"({"plan": )" + documents::to_plan_json(*plan) + R"(, "source": )" +
        documents::to_json(upload->document.source) + "}\n"
    );
    return exit_read;
}

int answer_pages(std::string_view input, std::string_view name)
{
    reader::RecognisedPages pages;
    while (!input.starts_with('\n')) {
        const auto end = input.find('\n');
        const auto space = input.find(' ');
        if (end == std::string_view::npos || space > end) return refuse_with("file.broken_pdf");
        auto page = documents::parse_page(input.substr(space + 1, end - space - 1));
        if (!page) return refuse_with("file.broken_pdf");
        pages[number_in(input.substr(0, space))] = std::move(*page);
        input.remove_prefix(end + 1);
    }
    return answer_upload(reader::read_upload(input.substr(1), name, pages));
}

int answer_page(std::string_view name, const std::string& model)
{
    const auto page = reader::recognise_page(read_input(), name, number_in(name.substr(5)), model);
    if (!page) return refuse_with(page.error().problems.front().key);
    write_output(documents::to_json(page->layout) + "\n" + page->jpeg);
    return exit_read;
}

int answer(std::string_view name, const std::string& model)
{
    if (name == "form.docx" || name == "form.xlsx") return answer_form(name == "form.xlsx");
    if (name == "filled-form.docx" || name == "filled-form.xlsx")
        return answer_filled_form(name == "filled-form.xlsx");
    if (name == "workbook.xlsx") return answer_workbook();
    if (name.starts_with("page-")) return answer_page(name, model);
    const auto input = read_input();
    if (name.starts_with("pages.")) return answer_pages(input, name);
    return answer_upload(reader::read_upload(input, name, {}));
}

/// The time is over; the limit behind this one ends the process at once.
void give_up(int)
{
    constexpr std::string_view answer = "{\"error\": \"file.reader_timeout\"}\n";
    (void)!write(STDOUT_FILENO, answer.data(), answer.size());
    _exit(exit_unreadable);
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2) return exit_unconfined;
    const std::string_view name = argv[1];
    const bool recognises = name.starts_with("page-");
    // The library that tesseract computes with reads this when it is loaded; no thread may be
    // started here.
    if (recognises && std::getenv("OMP_THREAD_LIMIT") == nullptr) {
        setenv("OMP_THREAD_LIMIT", "1", 1);
        execv("/proc/self/exe", argv);
        return exit_unconfined;
    }
    std::signal(SIGXCPU, give_up);
    if (recognises) (void)!nice(recognising_niceness);
    const auto model = recognises ? reader::Recogniser::installed_model() : std::string();
    if (name.ends_with(".pdf")) reader::prepare_pdf();
    if (!reader::confine(recognises ? recognising_seconds : reading_seconds))
        return exit_unconfined;
    try {
        return answer(name, model);
    } catch (const std::bad_alloc&) {
        return refuse_with("file.bomb"); // beyond the memory limit
    }
}
