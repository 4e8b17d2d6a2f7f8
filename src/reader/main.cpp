// tiendo-reader NAME: reads the file on its standard input, whose kind NAME tells, and answers on
// standard output with one JSON object: {"plan": {...}, "source": [...]} or {"error": "file...."}.
// "form.docx" answers the tables of a form, "filled-form.docx" the form with its cells filled,
// "workbook.xlsx" {"sheets": [...]}.
// Exit: 0 it was read, 1 the file holds no plan, 2 it cannot be read, 3 it cannot be confined.

#include "documents/exchange/plan_json.hpp"
#include "documents/exchange/sheets_json.hpp"
#include "documents/exchange/source_json.hpp"
#include "documents/exchange/superior_form_json.hpp"
#include "documents/package/docx_form.hpp"
#include "documents/reading/read_plan.hpp"
#include "documents/reading/read_workbook.hpp"
#include "reader/confinement.hpp"
#include "reader/pdf_pages.hpp"
#include "reader/read_upload.hpp"

#include <unistd.h>

#include <csignal>
#include <new>
#include <string>
#include <string_view>

namespace {

using namespace tiendo;

constexpr int exit_read = 0;
constexpr int exit_no_plan = 1;
constexpr int exit_unreadable = 2;
constexpr int exit_unconfined = 3;

/// More than an upload may have with the texts that fill it, so that a larger one is known as such.
constexpr std::size_t input_bytes_max = (std::size_t{26} << 20) + 1;

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

int refuse_with(std::string_view key)
{
    write_output(std::string(R"({"error": ")") + std::string(key) + "\"}\n");
    return key == "file.not_a_plan" ? exit_no_plan : exit_unreadable;
}

int answer_form()
{
    const auto tables = documents::read_docx_form(read_input());
    if (!tables) return refuse_with(tables.error().problems.front().key);
    write_output(documents::to_json(*tables));
    return exit_read;
}

/// One line of JSON with the texts of the cells, then the form.
int answer_filled_form()
{
    const auto input = read_input();
    const auto line = input.find('\n');
    if (line == std::string::npos) return refuse_with("file.broken_docx");
    const auto texts = documents::parse_cell_texts(std::string_view(input).substr(0, line));
    if (!texts) return refuse_with("file.broken_docx");
    const auto filled = documents::fill_docx_form(std::string_view(input).substr(line + 1), *texts);
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

int answer(std::string_view name)
{
    if (name == "form.docx") return answer_form();
    if (name == "filled-form.docx") return answer_filled_form();
    if (name == "workbook.xlsx") return answer_workbook();
    const auto bytes = read_input();
    auto document = reader::read_upload(bytes, name);
    if (!document) return refuse_with(document.error().problems.front().key);
    const auto source = documents::to_json(document->source);
    const auto plan = documents::read_plan(std::move(*document));
    if (!plan) return refuse_with(plan.error().problems.front().key);
    write_output(
        R"({"plan": )" + documents::to_plan_json(*plan) + R"(, "source": )" + source + "}\n"
    );
    return exit_read;
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
    std::signal(SIGXCPU, give_up);
    if (std::string_view(argv[1]).ends_with(".pdf")) reader::prepare_pdf();
    if (!reader::confine()) return exit_unconfined;
    try {
        return answer(argv[1]);
    } catch (const std::bad_alloc&) {
        return refuse_with("file.bomb"); // beyond the memory limit
    }
}
