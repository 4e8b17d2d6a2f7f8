#include "documents/reading/read_docx.hpp"

#include "documents/package/docx_package.hpp"

namespace tiendo::documents {

Result<DocumentText> read_docx(std::string_view bytes)
{
    auto content = TRY(unpack_docx(bytes));
    DocumentText document;
    document.source = std::move(content.source);
    document.old_letters = std::move(content.old_letters);
    document.left_out = std::move(content.left_out);
    document.margins = std::move(content.margins);
    join_pieces(std::move(content.pieces), document);
    return document;
}

} // namespace tiendo::documents
