#pragma once

#include "base/result.hpp"

#include <optional>
#include <string_view>

namespace tiendo::documents {

/// What a plan may come in.
enum class FileKind {
    text,    ///< .txt
    word,    ///< .docx
    pdf,     ///< .pdf, with a text layer or scanned
    picture, ///< .png, .jpg: a photograph or a scan of one page
    office   ///< .doc, .odt, .rtf: read once LibreOffice has made a .docx of it
};

/// The kind that the ending of the name tells; none where it tells of no kind.
std::optional<FileKind> kind_named(std::string_view file_name);

/// The kind that the ending of the name tells and the first bytes bear out. Refuses
/// file.too_large, file.empty, file.encrypted, file.unknown_kind, and file.other_kind where name
/// and bytes disagree.
Result<FileKind> kind_of(std::string_view bytes, std::string_view file_name);

} // namespace tiendo::documents
