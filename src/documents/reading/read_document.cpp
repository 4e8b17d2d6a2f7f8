#include "documents/reading/read_document.hpp"

#include "documents/reading/file_kind.hpp"
#include "documents/reading/read_docx.hpp"
#include "documents/reading/read_plain_text.hpp"
#include "documents/reading/secrecy.hpp"

namespace tiendo::documents {

namespace {

Result<DocumentText> read_by_kind(std::string_view bytes, FileKind kind)
{
    if (kind == FileKind::word) return read_docx(bytes);
    if (kind == FileKind::text) return read_plain_text(bytes);
    return refuse(Refusal::unreadable, "file.unknown_kind");
}

} // namespace

Result<DocumentText> read_document(std::string_view bytes, std::string_view file_name)
{
    const auto kind = TRY(kind_of(bytes, file_name));
    auto document = TRY(read_by_kind(bytes, kind));
    if (is_secret(document)) return refuse(Refusal::unreadable, "file.secret");
    return document;
}

} // namespace tiendo::documents
