#include "documents/text/pieces.hpp"

#include "base/text.hpp"
#include "documents/text/agencies.hpp"
#include "documents/text/label.hpp"
#include "documents/text/vocabulary.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

namespace tiendo::documents {

namespace {

UChar32 first_letter(std::string_view text)
{
    std::int32_t position = 0;
    UChar32 code = 0;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    if (text.empty()) return 0;
    U8_NEXT(bytes, position, static_cast<std::int32_t>(text.size()), code);
    return code;
}

bool ends_with_one_of(std::string_view text, std::string_view signs)
{
    return !text.empty() && signs.find(text.back()) != std::string_view::npos;
}

/// A dash at the start of a wrapped line may belong to the sentence: "kinh tế / - xã hội".
bool is_sentence_dash(const Piece& piece, std::string_view previous)
{
    const auto& text = std::get<Paragraph>(piece.block).text;
    const auto label = label_of(text);
    return piece.fills_line && label.kind == LabelKind::bullet && label.bullet == '-' &&
           u_islower(first_letter(std::string_view(text).substr(label.length))) &&
           !ends_with_one_of(previous, ".;:");
}

bool begins_something(const std::string& text)
{
    const Words words{text};
    const bool numbered = (words.is(0, "chỉ") || words.is(0, "mục")) && words.is(1, "tiêu") &&
                          words.is_number(2) && words.is_sign(3);
    if (numbered) return true;
    return vocabulary("paragraph_starts").at(words, 0).length > 0 || is_type_name(text) ||
           begins_recipients(text) || begins_annex(text);
}

/// Asked of every paragraph again and again, before it is cut into words.
bool begins_with_one_of(std::string_view text, std::string_view letters)
{
    return !text.empty() && letters.find(text.front()) != std::string_view::npos;
}

/// "(Chi tiết tại Phụ lục kèm theo)" below a heading.
bool points_elsewhere(const std::string& text)
{
    if (!text.starts_with('(') || text.find(')') == std::string::npos) return false;
    const Words words{text};
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool attached = words.is(i, "kèm") || words.is(i, "đính");
        if (attached || (words.is(i, "phụ") && words.is(i + 1, "lục")) ||
            (words.is(i, "chi") && words.is(i + 1, "tiết")))
            return true;
    }
    return false;
}

/// Whether the piece goes on with the sentence of the paragraph before it.
bool continues(const Paragraph& before, const Piece& piece)
{
    const auto& text = std::get<Paragraph>(piece.block).text;
    if (is_sentence_dash(piece, before.text)) return true;
    // The end of "(quý IV)." on a line of its own is no label.
    const auto label = label_of(text);
    const bool bare = piece.fills_line && label.length >= text.size();
    if (label.kind != LabelKind::none && !bare) return false;
    if (piece.fills_line && piece.at_margin && !is_upper_case(text)) return true;
    if (begins_something(text)) return false;
    if (is_type_name(before.text) || begins_recipients(before.text) || begins_annex(before.text))
        return false;
    const bool closed = ends_with_one_of(before.text, ".;:!?");
    const bool upper_before = is_upper_case(before.text);
    const bool upper_here = is_upper_case(text);
    if (upper_before != upper_here) return piece.fills_line && upper_here && !closed;
    if (upper_before)
        return !piece.gap_before && !closed && label_of(before.text).kind != LabelKind::none;
    if (piece.fills_line) return !piece.indented || !closed;
    if (u_islower(first_letter(text))) return !closed;
    if (points_elsewhere(text)) return false;
    if (!piece.gap_before && (u_isdigit(first_letter(text)) || text.starts_with('(')))
        return !closed;
    return before.text.ends_with(',') && piece.gap_before;
}

/// "Căn cứ …", "Thực hiện …" in small letters: no title goes on so.
bool begins_preamble(const std::string& text)
{
    const Words words{text};
    return !is_upper_case(text) && u_isupper(first_letter(text)) &&
           vocabulary("preamble_starts").at(words, 0);
}

/// "ỦY BAN NHÂN DÂN HUYỆN" in capitals below a title in small letters.
bool names_issuer(const std::string& title, const std::string& text)
{
    return !is_upper_case(title) && is_upper_case(text) && begins_with_agency(text);
}

/// "Quyết định số 217-" over "QĐ/TW": the line ended inside the symbol of a document.
bool cuts_symbol(const std::string& before, const std::string& next)
{
    const auto begin = before.rfind(' ') + 1;
    const auto last = std::string_view(before).substr(begin);
    const bool has_slash = last.find('/') != std::string_view::npos ||
                           next.substr(0, next.find(' ')).find('/') != std::string::npos;
    return has_slash && last.ends_with('-') && u_isdigit(first_letter(last)) &&
           u_isupper(first_letter(next));
}

enum class Region { head, body, tail };

class Joiner {
public:
    explicit Joiner(DocumentText& document) : document_(document) {}

    void take(Piece piece)
    {
        const auto* paragraph = std::get_if<Paragraph>(&piece.block);
        if (paragraph == nullptr) {
            document_.blocks.push_back(std::move(piece.block));
            return;
        }
        auto* before =
            document_.blocks.empty() ? nullptr : std::get_if<Paragraph>(&document_.blocks.back());
        if (before != nullptr && may_join(*before, piece)) {
            append(*before, piece);
        } else {
            enter_region(paragraph->text);
            document_.blocks.push_back(std::move(piece.block));
        }
    }

private:
    bool may_join(const Paragraph& before, const Piece& piece) const
    {
        const auto& text = std::get<Paragraph>(piece.block).text;
        if (region_ == Region::head) return false;
        if (follows_title() && (begins_preamble(text) || names_issuer(before.text, text)))
            return false;
        if (region_ == Region::body) return continues(before, piece);
        return label_of(before.text).kind == LabelKind::bullet && u_islower(first_letter(text)) &&
               label_of(text).kind == LabelKind::none && !ends_with_one_of(before.text, ".;");
    }

    /// Whether the last block so far is the title.
    bool follows_title() const { return document_.blocks.size() == title_at_ + 1; }

    void append(Paragraph& before, const Piece& piece)
    {
        const auto& next = std::get<Paragraph>(piece.block);
        if (piece.gap_before && !follows_title())
            document_.joins.push_back({before.lines.last, next.lines.first});
        before.text += (cuts_symbol(before.text, next.text) ? "" : " ") + next.text;
        before.lines.last = next.lines.last;
    }

    void enter_region(const std::string& text)
    {
        if (begins_recipients(text)) {
            region_ = Region::tail;
        } else if (is_type_name(text) || begins_annex(text) ||
                   (region_ != Region::body && title_behind_type(text) > 0)) {
            region_ = Region::body;
            title_at_ = document_.blocks.size() + 1;
        } else if (region_ == Region::head && label_of(text).kind == LabelKind::roman) {
            region_ = Region::body;
        }
    }

    DocumentText& document_;
    Region region_ = Region::head;
    std::size_t title_at_ = 0; ///< index of the block behind the name of the type
};

} // namespace

void join_pieces(std::vector<Piece> pieces, DocumentText& document)
{
    Joiner joiner(document);
    for (auto& piece : pieces)
        joiner.take(std::move(piece));
}

bool is_page_number(const std::string& text)
{
    constexpr std::size_t bytes_max = 40;
    if (text.size() > bytes_max) return false;
    const Words words{text};
    if (words.size() == 1) return words.is_number(0) && text.size() <= 3;
    if (words.size() == 3 && words.is(0, "-") && words.is(2, "-")) return words.is_number(1);
    return words.is(0, "trang") && words.is_number(1) &&
           (words.size() == 2 || (words.size() == 4 && words.is(2, "/") && words.is_number(3)));
}

bool is_type_name(const std::string& text)
{
    if (!is_upper_case(text)) return false;
    const Words words{text};
    const auto match = vocabulary("document_types").at(words, 0);
    if (match && (match.length == words.size() ||
                  (match.length + 1 == words.size() && words.is(match.length, ":")))) {
        return true;
    }
    std::string letters; // "K Ế  H O Ạ C H"
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words.written(i).size() > 4) return false;
        letters += words.lower(i);
    }
    return letters == "kếhoạch" || letters == "quyếtđịnh" || letters == "chươngtrình";
}

std::size_t title_behind_type(const std::string& text)
{
    if (!is_upper_case(text) || label_of(text).kind != LabelKind::none || is_type_name(text))
        return 0;
    const Words words{text};
    const auto type = vocabulary("document_types").at(words, 0);
    return type && type.length < words.size() ? words.at(type.length).begin : 0;
}

bool begins_recipients(const std::string& text)
{
    if (!begins_with_one_of(text, "nN")) return false;
    const Words words{text};
    return words.is(0, "nơi") && words.is(1, "nhận") && (words.size() == 2 || words.is(2, ":"));
}

bool begins_annex(const std::string& text)
{
    if (!begins_with_one_of(text, "pPbB")) return false;
    const Words words{text};
    // "Biểu số 01" alone in its line; with a title behind it, it is the caption of a table.
    if (words.is(0, "biểu") && words.is(1, "số")) return words.is_number(2) && words.size() == 3;
    if (!words.is(0, "phụ") || !(words.is(1, "lục") || words.is(1, "biểu"))) return false;
    if (is_upper_case(words.written(0, 2))) return true;
    // "Phụ lục II", "Phụ lục 1: ...", and not "Phụ lục kèm theo Kế hoạch này nêu ..."
    const std::size_t number = words.is(2, "số") ? 3 : 2;
    const bool numbered = words.is_number(number) || is_upper_case(words.written(number));
    // "Phụ lục 1 kèm theo Kế hoạch." is a sentence about it.
    if (text.ends_with('.') && (words.is(number + 1, "kèm") || words.is(number + 1, "đính")))
        return false;
    return words.is_capitalised(0) && (words.size() == 2 || numbered) && text.size() < 200;
}

} // namespace tiendo::documents
