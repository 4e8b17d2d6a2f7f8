#pragma once

#include "base/result.hpp"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace tiendo::documents {

/// Has LibreOffice make a PDF of a .docx that this product wrote (docs/decisions/0013), or a .docx
/// of an upload in a kind that only it can read. One runs at a time; each has a folder and a
/// profile of its own that are gone afterwards, no macros, no network where the kernel allows to
/// take it away, and bounds on memory and time.
class LibreOffice {
public:
    explicit LibreOffice(
        std::filesystem::path program, std::chrono::seconds time_max = std::chrono::seconds(60)
    )
        : program_(std::move(program)), time_max_(time_max)
    {
    }

    /// The one that is on the path of programs, if any.
    static std::optional<LibreOffice> installed();

    /// Refuses where the conversion failed, took too long, or too many wait for it.
    Result<std::string> pdf_of(std::string_view docx) const;

    /// `ending` is ".doc", ".odt" or ".rtf". What comes back is as little to be believed as the
    /// upload. Refuses likewise.
    Result<std::string> docx_of(std::string_view document, const std::string& ending) const;

    /// Likewise of a spreadsheet: ".xls" or ".ods".
    Result<std::string> xlsx_of(std::string_view workbook, const std::string& ending) const;

private:
    /// Empty where it failed.
    Result<std::string>
    converted(std::string_view bytes, const std::string& ending, const std::string& filter) const;

    std::filesystem::path program_;
    std::chrono::seconds time_max_;
};

/// A .xlsx of a ".xls" or ".ods" by the installed LibreOffice; refuses file.no_spreadsheet_office
/// where there is none.
Result<std::string> xlsx_of_spreadsheet(std::string_view bytes, const std::string& ending);

} // namespace tiendo::documents
