#include "documents/converting/libre_office.hpp"

#include "base/text.hpp"
#include "documents/converting/bounded_process.hpp"
#include "documents/package/pdf_marks.hpp"
#include "embedded/office_profile.hpp"

#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <mutex>
#include <sstream>

namespace tiendo::documents {
namespace {

namespace fs = std::filesystem;

// docs/limits.md
constexpr std::size_t memory_bytes_max = std::size_t{4} << 30;
constexpr std::size_t output_bytes_max = std::size_t{64} << 20;
constexpr std::chrono::seconds turn_waited_for{30};

/// One conversion at a time: two take as long as one after the other, and twice the memory.
std::timed_mutex& turn()
{
    static std::timed_mutex only_one;
    return only_one;
}

/// A folder that only this account sees, gone with all that is in it.
class PassingFolder {
public:
    PassingFolder()
    {
        auto pattern = (fs::temp_directory_path() / "tiendo-office-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) throw Fault("no folder for a conversion");
        path_ = pattern;
    }
    ~PassingFolder()
    {
        std::error_code trouble;
        fs::remove_all(path_, trouble);
    }
    PassingFolder(const PassingFolder&) = delete;
    PassingFolder& operator=(const PassingFolder&) = delete;

    const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

void write_file(const fs::path& path, std::string_view bytes)
{
    fs::create_directories(path.parent_path());
    std::ofstream file(path, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!file.flush()) throw Fault("a file for a conversion cannot be written");
}

std::string read_file(const fs::path& path)
{
    const std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

} // namespace

std::optional<LibreOffice> LibreOffice::installed()
{
    const auto* folders = std::getenv("PATH");
    if (folders == nullptr) return std::nullopt;
    for (const auto& folder : split(folders, ':')) {
        const auto program = fs::path(folder) / "soffice";
        if (!folder.empty() && ::access(program.c_str(), X_OK) == 0) return LibreOffice(program);
    }
    return std::nullopt;
}

Result<std::string> LibreOffice::pdf_of(std::string_view docx) const
{
    // LibreOffice makes a page of anything; a .docx is an archive at least.
    if (!docx.starts_with("PK")) return refuse(Refusal::unreadable, "pdf.failed");
    auto pdf = TRY(converted(docx, ".docx", "pdf:writer_pdf_Export"));
    if (!is_whole_pdf(pdf)) return refuse(Refusal::unreadable, "pdf.failed");
    return pdf;
}

Result<std::string> LibreOffice::docx_of(std::string_view document, const std::string& ending) const
{
    auto docx = TRY(converted(document, ending, "docx:MS Word 2007 XML"));
    if (!docx.starts_with("PK")) return refuse(Refusal::unreadable, "file.broken_office");
    return docx;
}

Result<std::string> LibreOffice::xlsx_of(std::string_view workbook, const std::string& ending) const
{
    auto xlsx = TRY(converted(workbook, ending, "xlsx:Calc MS Excel 2007 XML"));
    if (!xlsx.starts_with("PK")) return refuse(Refusal::unreadable, "file.broken_spreadsheet");
    return xlsx;
}

Result<std::string> LibreOffice::converted(
    std::string_view bytes, const std::string& ending, const std::string& filter
) const
{
    const std::unique_lock taken(turn(), turn_waited_for);
    if (!taken.owns_lock()) return refuse(Refusal::conflict, "pdf.busy");
    const PassingFolder folder;
    // Beside one another, so that a .docx may be made of a .docx.
    const auto given = folder.path() / "given" / ("document" + ending);
    const auto made = folder.path() / ("document." + filter.substr(0, filter.find(':')));
    write_file(given, bytes);
    write_file(
        folder.path() / "profile" / "user" / "registrymodifications.xcu",
        embedded::office_profile("no_macros.xcu")
    );
    const bool done = run_bounded(
        {program_.string(),
         "--headless",
         "--norestore",
         "--nolockcheck",
         "-env:UserInstallation=file://" + (folder.path() / "profile").string(),
         "--convert-to",
         filter,
         "--outdir",
         folder.path().string(),
         given.string()},
        folder.path(),
        {time_max_, memory_bytes_max, output_bytes_max}
    );
    return done ? read_file(made) : std::string{};
}

Result<std::string> xlsx_of_spreadsheet(std::string_view bytes, const std::string& ending)
{
    const auto office = LibreOffice::installed();
    if (!office) return refuse(Refusal::unreadable, "file.no_spreadsheet_office");
    return office->xlsx_of(bytes, ending);
}

} // namespace tiendo::documents
