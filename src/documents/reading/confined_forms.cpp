#include "documents/reading/confined_forms.hpp"

#include "base/text.hpp"
#include "documents/converting/libre_office.hpp"
#include "documents/exchange/superior_form_json.hpp"
#include "documents/reading/child_process.hpp"
#include "documents/reading/read_workbook.hpp"

#include <array>

namespace tiendo::documents {
namespace {

constexpr std::size_t upload_bytes_max = std::size_t{25} << 20;
constexpr std::size_t answer_bytes_max = std::size_t{64} << 20;
constexpr std::chrono::seconds time_max{20};

constexpr int exit_read = 0;
constexpr int exit_unconfined = 3;

constexpr std::array<std::string_view, 11> refusals{
    "file.broken_zip",
    "file.broken_docx",
    "file.broken_xlsx",
    "file.macros",
    "file.too_many_rows",
    "file.no_cells",
    "file.form_too_large",
    "file.bomb",
    "file.encrypted",
    "file.no_table",
    "file.too_large"
};

std::string ending_of(FormFile file)
{
    return file == FormFile::workbook ? ".xlsx" : ".docx";
}

} // namespace

Result<std::string> ConfinedForms::ask(const std::string& what, std::string_view input) const
{
    auto answer = run_child(program_, what, input, {time_max, answer_bytes_max});
    if (answer.timed_out) return refuse(Refusal::unreadable, "file.reader_timeout");
    if (answer.exit_code == exit_unconfined)
        return refuse(Refusal::unreadable, "file.reader_unavailable");
    if (answer.exit_code == exit_read && !answer.too_long) return std::move(answer.output);
    for (const auto key : refusals) {
        if (answer.output.find('"' + std::string(key) + '"') != std::string::npos)
            return refuse(Refusal::invalid, std::string(key), {}, "file");
    }
    return refuse(Refusal::unreadable, "file.reader_failed");
}

Result<FormTables> ConfinedForms::read(std::string_view bytes, FormFile file) const
{
    if (bytes.size() > upload_bytes_max) return refuse(Refusal::too_large, "file.too_large");
    return parse_form_tables(TRY(ask("form" + ending_of(file), bytes)));
}

Result<std::string>
ConfinedForms::fill(std::string_view bytes, FormFile file, const FilledCells& filled) const
{
    // One line of JSON, then the file.
    auto input = to_json(filled) + "\n";
    input += bytes;
    auto answer = TRY(ask("filled-form" + ending_of(file), input));
    if (!answer.starts_with("PK")) return refuse(Refusal::unreadable, "file.reader_failed");
    return answer;
}

Result<UploadedForm> uploaded_form(std::string_view bytes, std::string_view file_name)
{
    if (bytes.size() > upload_bytes_max) return refuse(Refusal::too_large, "file.too_large");
    std::string name(file_name);
    const auto dot = name.rfind('.');
    const auto ending = dot == std::string::npos ? std::string{} : to_lower(name.substr(dot));
    const auto stem = name.substr(0, dot);
    if (is_encrypted_package(bytes))
        return refuse(Refusal::unreadable, "file.encrypted", {}, "file");
    const bool is_other = (ending == ".xls" && is_old_office_file(bytes)) ||
                          (ending == ".ods" && bytes.starts_with("PK"));
    if (is_other)
        return UploadedForm{
            FormFile::workbook, stem + ".xlsx", TRY(xlsx_of_spreadsheet(bytes, ending))
        };
    if (!bytes.starts_with("PK") || (ending != ".docx" && ending != ".xlsx"))
        return refuse(Refusal::invalid, "file.no_form", {}, "file");
    const auto file = ending == ".xlsx" ? FormFile::workbook : FormFile::document;
    return UploadedForm{file, std::move(name), std::string(bytes)};
}

} // namespace tiendo::documents
