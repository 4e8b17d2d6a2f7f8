#include "documents/reading/file_kind.hpp"

#include "base/text.hpp"
#include "documents/reading/read_workbook.hpp"

#include <algorithm>
#include <array>

namespace tiendo::documents {

namespace {

constexpr std::size_t upload_bytes_max = std::size_t{25} << 20;

struct Ending {
    std::string_view name;
    FileKind kind;
};
constexpr std::array<Ending, 9> endings{{
    {"txt", FileKind::text},
    {"docx", FileKind::word},
    {"pdf", FileKind::pdf},
    {"png", FileKind::picture},
    {"jpg", FileKind::picture},
    {"jpeg", FileKind::picture},
    {"doc", FileKind::office},
    {"odt", FileKind::office},
    {"rtf", FileKind::office},
}};

/// What the first bytes say; none where they could be text, or anything.
enum class Signature { none, archive, old_office, rich_text, pdf, picture };

Signature signature_of(std::string_view bytes)
{
    if (bytes.starts_with("PK\x03\x04")) return Signature::archive;
    if (is_old_office_file(bytes)) return Signature::old_office;
    if (bytes.starts_with("{\\rtf")) return Signature::rich_text;
    if (bytes.starts_with("\x89PNG\r\n\x1A\n") || bytes.starts_with("\xFF\xD8\xFF"))
        return Signature::picture;
    if (bytes.starts_with("%PDF-")) return Signature::pdf;
    return Signature::none;
}

/// Whether a file of that kind may begin so. A broken .docx may have lost its signature, and Word
/// saves .doc as any of three.
bool bears_out(FileKind kind, Signature signature)
{
    switch (kind) {
    case FileKind::text:
        return signature == Signature::none;
    case FileKind::word:
        return signature == Signature::none || signature == Signature::archive;
    case FileKind::pdf:
        return signature == Signature::pdf;
    case FileKind::picture:
        return signature == Signature::picture;
    case FileKind::office:
        return signature == Signature::archive || signature == Signature::old_office ||
               signature == Signature::rich_text;
    }
    return false;
}

} // namespace

std::optional<FileKind> kind_named(std::string_view file_name)
{
    const auto dot = file_name.rfind('.');
    if (dot == std::string_view::npos) return std::nullopt;
    const auto known =
        std::ranges::find(endings, to_lower(file_name.substr(dot + 1)), &Ending::name);
    return known == endings.end() ? std::nullopt : std::optional(known->kind);
}

Result<FileKind> kind_of(std::string_view bytes, std::string_view file_name)
{
    if (bytes.size() > upload_bytes_max) return refuse(Refusal::too_large, "file.too_large");
    if (bytes.empty()) return refuse(Refusal::unreadable, "file.empty");
    const auto kind = kind_named(file_name);
    if (!kind) return refuse(Refusal::unreadable, "file.unknown_kind");
    if (is_encrypted_package(bytes)) return refuse(Refusal::unreadable, "file.encrypted");
    if (!bears_out(*kind, signature_of(bytes)))
        return refuse(Refusal::unreadable, "file.other_kind");
    return *kind;
}

} // namespace tiendo::documents
