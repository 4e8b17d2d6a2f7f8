#pragma once

#include "base/result.hpp"
#include "domain/report/form_cells.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace tiendo::documents {

enum class FormFile { document, workbook };

/// Which of the two a form is; of .xls and .ods a .xlsx is made first, where LibreOffice is
/// installed. Refuses what is none of them.
struct UploadedForm {
    FormFile file = FormFile::document;
    std::string name{};  ///< with the ending that its bytes have now
    std::string bytes{}; ///< as they are kept
};
Result<UploadedForm> uploaded_form(std::string_view bytes, std::string_view file_name);

/// Has a superior's form read, and filled, by tiendo-reader: an upload is unpacked nowhere else
/// (docs/decisions/0007).
class ConfinedForms {
public:
    explicit ConfinedForms(std::filesystem::path program) : program_(std::move(program)) {}

    /// Refuses what is neither a .docx with a table nor a workbook with words.
    Result<FormTables> read(std::string_view bytes, FormFile file) const;
    Result<std::string>
    fill(std::string_view bytes, FormFile file, const FilledCells& filled) const;

private:
    Result<std::string> ask(const std::string& what, std::string_view input) const;

    std::filesystem::path program_;
};

} // namespace tiendo::documents
