#pragma once

#include "documents/package/docx_numbering.hpp"
#include "documents/package/docx_package.hpp"

namespace tiendo::documents {

/// The texts of the notes at the foot of pages and at the end, by their ids.
struct DocxNotes {
    std::map<std::string, std::string> footnotes{};
    std::map<std::string, std::string> endnotes{};
};

DocxContent read_docx_body(const pugi::xml_node& body, DocxNumbering numbering, DocxNotes notes);

} // namespace tiendo::documents
