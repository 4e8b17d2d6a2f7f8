#include "documents/writing/write_docx.hpp"

#include "base/result.hpp"
#include "documents/package/zip_writer.hpp"
#include "documents/writing/docx_blocks.hpp"
#include "documents/writing/docx_frame.hpp"
#include "documents/writing/docx_page.hpp"
#include "embedded/docx_parts.hpp"

#include <vector>

namespace tiendo::documents {
namespace {

PageShape shape_of(const Annex& annex)
{
    return annex.landscape ? PageShape::landscape : PageShape::portrait;
}

/// Every section but the last ends in a paragraph that carries its properties.
Xml document_xml(const OfficialDocument& document)
{
    Bookmarks bookmarks;
    auto shape = PageShape::portrait;
    Xml body = document_head(document);
    body += blocks_xml(document.body, column_width(shape), bookmarks, true);
    body += signature_block(document);
    for (const auto& annex : document.annexes) {
        body += section_end(shape);
        shape = shape_of(annex);
        body += annex_head(document, annex);
        body += blocks_xml(annex.blocks, column_width(shape), bookmarks, false);
    }
    // A body may not end in a table.
    body += paragraph({.style = "Rule"}, "") + section(shape);
    return element(
        "w:document",
        {{"xmlns:w", word_namespace}, {"xmlns:r", relation_namespace}},
        element("w:body", {}, body)
    );
}

Xml core_properties(const OfficialDocument& document)
{
    return element(
        "cp:coreProperties",
        {{"xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"},
         {"xmlns:dc", "http://purl.org/dc/elements/1.1/"}},
        element("dc:title", {}, characters(document.subject)) +
            element("dc:language", {}, characters("vi-VN"))
    );
}

PackageFile fixed(std::string path, std::string_view part)
{
    const auto bytes = embedded::docx_parts(part);
    ensure(!bytes.empty(), "the part is in docx_parts/");
    return {std::move(path), std::string{bytes}};
}

PackageFile made(std::string path, const Xml& root)
{
    return {std::move(path), xml_file(root)};
}

} // namespace

std::string write_docx(const OfficialDocument& document)
{
    const auto& mark = document.mark;
    return write_zip({
        fixed("[Content_Types].xml", "content_types.xml"),
        fixed("_rels/.rels", "package.rels"),
        made("docProps/core.xml", core_properties(document)),
        fixed("word/_rels/document.xml.rels", "document.rels"),
        made("word/document.xml", document_xml(document)),
        fixed("word/styles.xml", "styles.xml"),
        fixed("word/settings.xml", "settings.xml"),
        fixed("word/fontTable.xml", "font_table.xml"),
        fixed("word/theme/theme1.xml", "theme.xml"),
        made("word/header-first.xml", first_page_header(mark)),
        made("word/header-portrait.xml", page_header(PageShape::portrait, mark)),
        made("word/header-landscape.xml", page_header(PageShape::landscape, mark)),
    });
}

} // namespace tiendo::documents
