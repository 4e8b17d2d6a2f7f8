#include "documents/writing/docx_page.hpp"

#include "documents/writing/docx_paragraph.hpp"

namespace tiendo::documents {
namespace {

Xml header_root(const Xml& content)
{
    return element("w:hdr", {{"xmlns:w", word_namespace}}, content);
}

Xml mark_run(std::string_view mark)
{
    const Xml small = element("w:rPr", {}, element("w:b") + element("w:sz", {{"w:val", 18}}));
    return element("w:r", {}, small + element("w:t", {}, characters(mark)));
}

Xml page_number()
{
    return element("w:fldSimple", {{"w:instr", "PAGE"}}, plain_run("2"));
}

Xml tab_stop(std::string_view kind, int place)
{
    return element("w:tab", {{"w:val", kind}, {"w:pos", place}});
}

} // namespace

Xml section(PageShape shape)
{
    const bool portrait = shape == PageShape::portrait;
    const int width = twips_of_mm(portrait ? page_short_mm : page_long_mm);
    const int height = twips_of_mm(portrait ? page_long_mm : page_short_mm);
    const int edge = twips_of_mm(margin_other_mm);
    Xml result = element("w:headerReference", {{"w:type", "first"}, {"r:id", "header-first"}});
    result += element(
        "w:headerReference",
        {{"w:type", "default"}, {"r:id", portrait ? "header-portrait" : "header-landscape"}}
    );
    result += element("w:type", {{"w:val", "nextPage"}});
    result += element(
        "w:pgSz",
        {{"w:w", width}, {"w:h", height}, {"w:orient", portrait ? "portrait" : "landscape"}}
    );
    result += element(
        "w:pgMar",
        {{"w:top", edge},
         {"w:right", edge},
         {"w:bottom", edge},
         {"w:left", twips_of_mm(margin_left_mm)},
         {"w:header", twips_of_mm(margin_other_mm / 2)},
         {"w:footer", twips_of_mm(margin_other_mm / 2)},
         {"w:gutter", 0}}
    );
    result += element("w:pgNumType", {{"w:start", 1}});
    result += element("w:titlePg");
    return element("w:sectPr", {}, result);
}

Xml section_end(PageShape shape)
{
    const Xml style = element("w:pStyle", {{"w:val", "Rule"}});
    return element("w:p", {}, element("w:pPr", {}, style + section(shape)));
}

Xml first_page_header(std::string_view mark)
{
    const ParagraphLook look{.style = "Header", .alignment = Alignment::right};
    return header_root(paragraph(look, mark.empty() ? Xml{} : mark_run(mark)));
}

Xml page_header(PageShape shape, std::string_view mark)
{
    if (mark.empty()) return header_root(paragraph({.style = "Header"}, page_number()));
    const int width = column_width(shape);
    const Xml tab = element("w:r", {}, element("w:tab"));
    const Xml properties =
        element("w:pStyle", {{"w:val", "Header"}}) +
        element("w:tabs", {}, tab_stop("center", width / 2) + tab_stop("right", width)) +
        element("w:jc", {{"w:val", "left"}});
    return header_root(element(
        "w:p", {}, element("w:pPr", {}, properties) + tab + page_number() + tab + mark_run(mark)
    ));
}

} // namespace tiendo::documents
