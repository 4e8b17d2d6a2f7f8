// tiendo-reader NAME: reads the file on its standard input, whose kind the ending of NAME tells,
// and answers on standard output. What NAME begins with says what is asked:
//   upload.*      {"plan": {...}, "source": [...]}
//   form.docx, form.xlsx, filled-form.docx, filled-form.xlsx, workbook.xlsx
//                 the tables of a form, the form with its cells filled, {"sheets": [...]}
// or with {"error": "file...."}.
// Exit: 0 it was read, 1 the file holds no plan, 2 it cannot be read, 3 it cannot be confined.
//
// PDFs and pictures, and what else is asked of pages, it leaves to tiendo-page-reader beside it:
// the libraries for them take longer to load than a text takes to read.

#include "documents/exchange/sheets_json.hpp"
#include "documents/exchange/superior_form_json.hpp"
#include "documents/package/docx_form.hpp"
#include "documents/package/xlsx_form.hpp"
#include "documents/reading/file_kind.hpp"
#include "documents/reading/read_document.hpp"
#include "documents/reading/read_workbook.hpp"
#include "reader/answer.hpp"

#include <unistd.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

namespace {

using namespace tiendo;
using namespace tiendo::reader;

constexpr unsigned reading_seconds = 10; // docs/limits.md

int answer_form(bool is_workbook)
{
    const auto input = read_input();
    const auto tables =
        is_workbook ? documents::read_xlsx_form(input) : documents::read_docx_form(input);
    if (!tables) return refuse_with(tables.error());
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
    if (!filled) return refuse_with(filled.error());
    write_output(*filled);
    return exit_read;
}

int answer_workbook()
{
    const auto sheets = documents::read_workbook(read_input());
    if (!sheets) return refuse_with(sheets.error());
    write_output(documents::to_json(*sheets));
    return exit_read;
}

int answer_upload(std::string_view name)
{
    const auto document = documents::read_document(read_input(), name);
    return document ? answer_plan(*document) : refuse_with(document.error());
}

int answer(std::string_view name)
{
    if (name == "form.docx" || name == "form.xlsx") return answer_form(name == "form.xlsx");
    if (name == "filled-form.docx" || name == "filled-form.xlsx")
        return answer_filled_form(name == "filled-form.xlsx");
    if (name == "workbook.xlsx") return answer_workbook();
    return answer_upload(name);
}

bool is_about_pages(std::string_view name)
{
    const auto kind = documents::kind_named(name);
    return name.starts_with("page-") || name.starts_with("pages.") ||
           kind == documents::FileKind::pdf || kind == documents::FileKind::picture;
}

/// Returns only where it cannot be started.
void become_page_reader(char** argv)
{
    std::error_code error;
    const auto self = std::filesystem::read_symlink("/proc/self/exe", error);
    if (!error) execv((self.parent_path() / "tiendo-page-reader").c_str(), argv);
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2) return exit_unconfined;
    const std::string_view name = argv[1];
    if (is_about_pages(name)) {
        become_page_reader(argv);
        return exit_unconfined;
    }
    return answer_confined(reading_seconds, [&] { return answer(name); });
}
