#include "documents/writing/docx_paragraph.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace tiendo::documents {
namespace {

constexpr std::size_t bookmark_stem_max = 34; // Word cuts names at 40 characters

Xml value(std::string_view name, std::string_view text)
{
    return element(name, {{"w:val", text}});
}

std::string_view alignment_value(Alignment alignment)
{
    switch (alignment) {
    case Alignment::left:
        return "left";
    case Alignment::centre:
        return "center";
    case Alignment::right:
        return "right";
    }
    return "left";
}

Xml indent(const ParagraphLook& look)
{
    if (look.hanging != 0) {
        return element(
            "w:ind",
            {{"w:left", look.left + look.hanging},
             {"w:right", look.right},
             {"w:hanging", look.hanging}}
        );
    }
    return element("w:ind", {{"w:left", look.left}, {"w:right", look.right}});
}

/// The order of the elements is that of the schema (ECMA-376, CT_PPr).
Xml properties(const ParagraphLook& look, const Xml& borders = {})
{
    Xml result = value("w:pStyle", look.style);
    if (look.keep_next) result += element("w:keepNext");
    result += borders;
    if (look.left != 0 || look.right != 0 || look.hanging != 0) result += indent(look);
    if (look.alignment) result += value("w:jc", alignment_value(*look.alignment));
    return element("w:pPr", {}, result);
}

/// One line of text may hold tabs, which .docx wants as elements.
Xml text_with_tabs(std::string_view line)
{
    Xml result;
    bool first = true;
    for (const auto& part : split(line, '\t')) {
        if (!first) result += element("w:tab");
        first = false;
        if (!part.empty()) {
            result += element("w:t", {{"xml:space", "preserve"}}, characters(part));
        }
    }
    return result;
}

Xml run(std::string_view text, bool bold, bool italic)
{
    Xml content;
    if (bold) content += element("w:b");
    if (italic) content += element("w:i");
    if (!content.empty()) content = element("w:rPr", {}, content);
    bool first = true;
    for (const auto& line : split(text, '\n')) {
        if (!first) content += element("w:br");
        first = false;
        content += text_with_tabs(line);
    }
    return element("w:r", {}, content);
}

bool is_name_character(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}

} // namespace

Xml Bookmarks::around(std::string_view source, const Xml& run)
{
    const int id = next_id_++;
    return element("w:bookmarkStart", {{"w:id", id}, {"w:name", new_name(source)}}) + run +
           element("w:bookmarkEnd", {{"w:id", id}});
}

std::string Bookmarks::new_name(std::string_view source)
{
    std::string stem{"o_"}; // ô, a cell
    for (const char c : source.substr(0, bookmark_stem_max))
        stem += is_name_character(c) ? c : '-';
    std::string name = stem;
    for (int number = 2; !names_.insert(name).second; ++number) {
        name = stem + "_" + std::to_string(number);
    }
    return name;
}

Xml plain_run(std::string_view text)
{
    return run(text, false, false);
}

Xml runs_xml(const Runs& runs, Bookmarks& bookmarks)
{
    Xml result;
    for (const auto& one : runs) {
        const Xml xml = run(one.text, one.bold, one.italic);
        result += one.source.empty() ? xml : bookmarks.around(one.source, xml);
    }
    return result;
}

Xml paragraph(const ParagraphLook& look, const Xml& runs)
{
    return element("w:p", {}, properties(look) + runs);
}

Xml paragraph(const ParagraphLook& look, std::string_view text)
{
    return paragraph(look, text.empty() ? Xml{} : plain_run(text));
}

Xml balanced_paragraph(const CentredLook& look, std::string_view text)
{
    const int margin = (look.column - balanced_column(text, look.font, look.column)) / 2;
    return paragraph(
        {.style = look.style, .left = margin, .right = margin, .keep_next = look.keep_next}, text
    );
}

Xml rule(int length, int column)
{
    const int margin = std::max(0, (column - length) / 2);
    const Xml line = element(
        "w:bottom", {{"w:val", "single"}, {"w:sz", 6}, {"w:space", 0}, {"w:color", "000000"}}
    );
    const ParagraphLook look{.style = "Rule", .left = margin, .right = margin, .keep_next = true};
    return element("w:p", {}, properties(look, element("w:pBdr", {}, line)));
}

Xml short_rule(const CentredLook& look, std::string_view text)
{
    if (text.empty()) return {};
    const int column = balanced_column(text, look.font, look.column);
    return rule(wrap(text, look.font, column).longest * 2 / 5, look.column);
}

} // namespace tiendo::documents
