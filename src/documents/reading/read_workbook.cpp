#include "documents/reading/read_workbook.hpp"

#include "documents/package/xlsx_reader.hpp"

namespace tiendo::documents {
namespace {

constexpr std::size_t upload_bytes_max = std::size_t{25} << 20;

} // namespace

bool is_old_office_file(std::string_view bytes)
{
    return bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
}

/// Office encrypts by wrapping the package into the old container, in a stream of this name.
bool is_encrypted_package(std::string_view bytes)
{
    std::string name;
    for (const char c : std::string_view("EncryptedPackage")) {
        name += c;
        name += '\0';
    }
    return is_old_office_file(bytes) && bytes.find(name) != std::string_view::npos;
}

Result<std::vector<Sheet>> read_workbook(std::string_view bytes)
{
    if (bytes.size() > upload_bytes_max) return refuse(Refusal::too_large, "file.too_large");
    if (bytes.empty()) return refuse(Refusal::unreadable, "file.empty");
    if (is_encrypted_package(bytes)) return refuse(Refusal::unreadable, "file.encrypted");
    if (!bytes.starts_with("PK")) return refuse(Refusal::unreadable, "file.no_workbook");
    auto sheets = unpack_xlsx(bytes);
    // The archive itself is broken: the sentence names the program that can save it anew.
    if (!sheets && sheets.error().problems.front().key == "file.broken_zip")
        return refuse(Refusal::unreadable, "file.broken_xlsx");
    return sheets;
}

} // namespace tiendo::documents
