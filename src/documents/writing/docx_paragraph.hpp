#pragma once

#include "documents/writing/text_width.hpp"
#include "documents/writing/xml.hpp"
#include "domain/report/official_document.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>

/// Paragraphs of word/document.xml; their styles are in docx_parts/styles.xml. Lengths in twips.
namespace tiendo::documents {

/// The style of a paragraph and what it has of its own.
struct ParagraphLook {
    std::string_view style{};
    std::optional<Alignment> alignment{};
    int left = 0;
    int right = 0;
    int hanging = 0;        ///< how far the first line starts before the others
    bool keep_next = false; ///< on the page of the paragraph that follows
};

/// Marks each computed number, so that a finished file can be compared with the figures. "3.2a" is
/// marked "o_3-2a", its second occurrence "o_3-2a_2".
class Bookmarks {
public:
    Xml around(std::string_view source, const Xml& run);

private:
    std::string new_name(std::string_view source);

    std::set<std::string> names_;
    int next_id_ = 0;
};

Xml plain_run(std::string_view text);
Xml runs_xml(const Runs& runs, Bookmarks& bookmarks);

Xml paragraph(const ParagraphLook& look, const Xml& runs);
Xml paragraph(const ParagraphLook& look, std::string_view text);

/// Centred text in lines of like length.
struct CentredLook {
    std::string_view style{};
    Font font{};
    int column = 0;
    bool keep_next = false;
};

Xml balanced_paragraph(const CentredLook& look, std::string_view text);

/// A horizontal rule in the middle of the column.
Xml rule(int length, int column);

/// A rule under text that is set as balanced_paragraph sets it: "1/3 to 1/2 of the line's length".
Xml short_rule(const CentredLook& look, std::string_view text);

} // namespace tiendo::documents
