#include "documents/writing/docx_frame.hpp"

#include "base/text.hpp"
#include "documents/writing/docx_page.hpp"
#include "documents/writing/docx_paragraph.hpp"
#include "documents/writing/docx_table.hpp"
#include "documents/writing/official_words.hpp"

#include <algorithm>

namespace tiendo::documents {
namespace {

constexpr int column = column_width(PageShape::portrait);
/// The national title, 88.3 mm at 12 points, has to stand on one line.
constexpr SideBySide head_columns{.left = column * 41 / 100, .right = column - column * 41 / 100};
constexpr SideBySide foot_columns{.left = column / 2, .right = column - column / 2};

constexpr Font size_12{.half_points = 24};
constexpr Font size_12_bold{.half_points = 24, .bold = true};
constexpr Font size_13_bold{.half_points = 26, .bold = true};
constexpr Font size_14{.half_points = 28};
constexpr Font size_14_bold{.half_points = 28, .bold = true};
constexpr Font size_11{.half_points = 22};

constexpr int lines_for_signature = 4;

/// "BÁO CÁO" as in the middle of a sentence that names it: "Báo cáo".
std::string sentence_case(std::string_view capitals)
{
    const auto lower = to_lower(capitals);
    std::size_t first = 1; // bytes of the first letter, which may be Đ
    while (first < lower.size() && (static_cast<unsigned char>(lower[first]) & 0xc0U) == 0x80U) {
        ++first;
    }
    return to_upper(lower.substr(0, first)) + lower.substr(std::min(first, lower.size()));
}

Xml issuer(const OfficialDocument& document)
{
    const CentredLook superior{"Superior", size_12, head_columns.left};
    const CentredLook own{"Issuer", size_12_bold, head_columns.left};
    Xml result;
    if (!document.superior.empty()) result += balanced_paragraph(superior, document.superior);
    return result + balanced_paragraph(own, document.issuer) + short_rule(own, document.issuer);
}

Xml nation()
{
    const auto motto = official_words("motto");
    return paragraph({.style = "NationalTitle"}, official_words("national_title")) +
           paragraph({.style = "Motto"}, motto) +
           rule(text_width(motto, size_13_bold), head_columns.right);
}

std::string number_line(const OfficialDocument& document)
{
    return official_words(
        "number", {{"number", document_number(document.number)}, {"symbol", document.symbol}}
    );
}

Xml number_and_letter_subject(const OfficialDocument& document)
{
    Xml result = paragraph({.style = "Number"}, number_line(document));
    if (!document.type_name.empty()) return result;
    return result + balanced_paragraph(
                        {"LetterSubject", size_12, head_columns.left},
                        official_words("letter_subject", {{"subject", document.subject}})
                    );
}

Xml place_and_date(const OfficialDocument& document)
{
    const auto when = date_in_words(document.date);
    const auto line =
        document.place.empty()
            ? when
            : official_words("place_and_date", {{"place", document.place}, {"date", when}});
    return paragraph({.style = "PlaceAndDate"}, line);
}

Xml type_and_subject(const OfficialDocument& document)
{
    if (document.type_name.empty()) return {};
    const CentredLook look{"Subject", size_14_bold, column, true};
    return paragraph({.style = "TypeName"}, document.type_name) +
           balanced_paragraph(look, document.subject) + short_rule(look, document.subject);
}

Xml gap(int lines, std::string_view style)
{
    Xml result;
    for (int i = 0; i < lines; ++i)
        result += paragraph({.style = style, .keep_next = true}, "");
    return result;
}

/// One addressee follows on the same line; of several each has a line, its dash below the colon
/// (II.9.d).
Xml addressees(const std::vector<std::string>& names)
{
    if (names.empty()) return {};
    const auto words = official_words("addressed_to");
    const Font font = size_14;
    const int words_width = text_width(words, font);
    if (names.size() == 1) {
        const auto line = words + " " + names.front();
        return gap(1, "Addressee") + balanced_paragraph({"Addressee", font, column}, line) +
               gap(1, "Addressee");
    }
    const int colon = words_width - text_width(":", font);
    const int dash = text_width("- ", font);
    int longest = 0;
    for (const auto& name : names)
        longest = std::max(longest, text_width(name + ";", font));
    const int left = std::max(0, (column - colon - dash - longest) / 2);
    Xml result = gap(1, "Addressee") + paragraph({.style = "Addressee", .left = left}, words);
    for (const auto& name : names) {
        const auto line = "- " + name + (&name == &names.back() ? "." : ";");
        result += paragraph({.style = "Addressee", .left = left + colon, .hanging = dash}, line);
    }
    return result + gap(1, "Addressee");
}

Xml recipients(const OfficialDocument& document)
{
    auto lines = document.recipients;
    if (!document.file_copy.empty()) lines.push_back(document.file_copy);
    if (lines.empty()) return paragraph({.style = "Recipient"}, "");
    Xml result = paragraph({.style = "RecipientsTitle"}, official_words("recipients"));
    for (const auto& line : lines) {
        const ParagraphLook look{.style = "Recipient", .hanging = text_width("- ", size_11)};
        result += paragraph(look, "- " + line + (&line == &lines.back() ? "." : ";"));
    }
    return result;
}

Xml signature(const OfficialDocument& document)
{
    const CentredLook look{"Signing", size_14_bold, foot_columns.right};
    Xml result;
    for (const auto& line : document.signing)
        result += balanced_paragraph(look, line);
    return result + gap(lines_for_signature, "Signing") +
           paragraph({.style = "SignerName"}, document.signer_name);
}

std::string attached_to(const OfficialDocument& document)
{
    const auto type =
        document.type_name.empty() ? official_words("document") : sentence_case(document.type_name);
    return official_words(
        document.issuer_name.empty() ? "attached_to" : "attached_to_issued_by",
        {{"document", type},
         {"number", document_number(document.number)},
         {"symbol", document.symbol},
         {"date", date_in_words(document.date)},
         {"issuer", document.issuer_name}}
    );
}

} // namespace

Xml document_head(const OfficialDocument& document)
{
    const Xml table = side_by_side(
        head_columns,
        {{issuer(document), nation()},
         {number_and_letter_subject(document), place_and_date(document)}}
    );
    const Xml title = type_and_subject(document);
    const Xml addressed = addressees(document.addressees);
    return table + title + (addressed.empty() ? gap(1, "Addressee") : addressed);
}

Xml signature_block(const OfficialDocument& document)
{
    return paragraph({.style = "Recipient", .keep_next = true}, "") +
           side_by_side(foot_columns, {{recipients(document), signature(document)}});
}

Xml annex_head(const OfficialDocument& document, const Annex& annex)
{
    const int width = column_width(annex.landscape ? PageShape::landscape : PageShape::portrait);
    const CentredLook title{"AnnexTitle", size_14_bold, width, true};
    const CentredLook reference{"AnnexReference", {.half_points = 26}, width, true};
    return paragraph({.style = "AnnexLabel"}, annex.label) +
           balanced_paragraph(title, to_upper(annex.title)) +
           balanced_paragraph(reference, attached_to(document)) + gap(1, "Recipient");
}

} // namespace tiendo::documents
