#pragma once

#include "documents/writing/text_width.hpp"
#include "documents/writing/xml.hpp"

#include <string>
#include <string_view>

/// The page of Decree 30/2020, Annex I, I: A4, 20 mm above and below, 30 mm left, 20 mm right; the
/// page number in the middle of the top margin from the second page on.
namespace tiendo::documents {

enum class PageShape { portrait, landscape };

inline constexpr int page_short_mm = 210;
inline constexpr int page_long_mm = 297;
inline constexpr int margin_left_mm = 30;
inline constexpr int margin_other_mm = 20;

/// In twips.
constexpr int column_width(PageShape shape)
{
    const int page = shape == PageShape::portrait ? page_short_mm : page_long_mm;
    return twips_of_mm(page - margin_left_mm - margin_other_mm);
}

/// The properties of a section that starts on a new page and counts its pages from 1.
Xml section(PageShape shape);

/// A paragraph of no height that ends a section.
Xml section_end(PageShape shape);

/// word/header-first.xml: nothing but the mark.
Xml first_page_header(std::string_view mark);

/// word/header-portrait.xml, word/header-landscape.xml: the page number, and the mark at the right.
Xml page_header(PageShape shape, std::string_view mark);

inline constexpr std::string_view word_namespace =
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
inline constexpr std::string_view relation_namespace =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

} // namespace tiendo::documents
