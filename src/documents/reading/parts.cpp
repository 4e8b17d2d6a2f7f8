#include "documents/reading/parts.hpp"

#include "base/text.hpp"
#include "documents/text/agencies.hpp"
#include "documents/text/label.hpp"
#include "documents/text/pieces.hpp"
#include "documents/text/vocabulary.hpp"

#include <algorithm>

namespace tiendo::documents {

namespace {

constexpr std::size_t title_bytes_max = 400;

std::string type_of(const std::string& text)
{
    const Words words{text};
    const auto match = vocabulary("document_types").at(words, 0);
    return match ? std::string(match.meaning) : "KH";
}

bool begins_section(const Paragraph& paragraph)
{
    const auto kind = label_of(paragraph.text).kind;
    return kind != LabelKind::none && kind != LabelKind::bullet;
}

bool is_attachment_note(const std::string& text)
{
    const auto lower = to_lower(text);
    return text.starts_with("(") || lower.starts_with("kèm theo quyết định") ||
           lower.starts_with("ban hành kèm theo");
}

bool ends_title(const std::string& text, bool first)
{
    if (first) return false;
    const Words words{text};
    if (vocabulary("preamble_starts").at(words, 0)) return true;
    if (is_upper_case(text) && begins_with_agency(text)) return true;
    if (is_upper_case(text) && !signature_role(text).empty()) return true;
    return text.size() > title_bytes_max ||
           std::string_view(".;:").find(text.back()) != std::string_view::npos;
}

/// "KHÓA X, KỲ HỌP THỨ 15" below the name of a People's Council.
bool is_session(const std::string& text)
{
    const Words words{text};
    return words.is(0, "khóa") || (words.is(0, "kỳ") && words.is(1, "họp"));
}

class Cutter {
public:
    explicit Cutter(Parts& parts) : parts_(parts) {}

    void take(const Block& block)
    {
        const auto* paragraph = std::get_if<Paragraph>(&block);
        if (paragraph == nullptr) {
            if (place_ == Place::letterhead) return;
            if (place_ == Place::title || place_ == Place::preamble || place_ == Place::tail)
                place_ = Place::body;
            parts_.body.push_back(block);
            return;
        }
        switch (place_) {
        case Place::letterhead:
            return in_letterhead(*paragraph);
        case Place::title:
            return in_title(*paragraph);
        case Place::preamble:
            return in_preamble(*paragraph);
        case Place::body:
            return in_body(*paragraph);
        case Place::tail:
            return in_tail(*paragraph);
        }
    }

private:
    enum class Place { letterhead, title, preamble, body, tail };

    void in_letterhead(const Paragraph& paragraph)
    {
        if (is_type_name(paragraph.text)) {
            parts_.type = type_of(paragraph.text);
            place_ = Place::title;
        } else if (const auto title = title_behind_type(paragraph.text); title > 0) {
            parts_.type = type_of(paragraph.text);
            parts_.title.push_back(paragraph);
            parts_.title.back().text.erase(0, title);
            place_ = Place::title;
        } else if (label_of(paragraph.text).kind == LabelKind::roman) {
            place_ = Place::body;
            in_body(paragraph);
        } else {
            parts_.letterhead.push_back(paragraph);
        }
    }

    void in_title(const Paragraph& paragraph)
    {
        if (is_attachment_note(paragraph.text)) return;
        if (begins_section(paragraph)) {
            place_ = Place::body;
            in_body(paragraph);
        } else if (ends_title(paragraph.text, parts_.title.empty())) {
            place_ = Place::preamble;
            in_preamble(paragraph);
        } else {
            parts_.title.push_back(paragraph);
        }
    }

    void in_preamble(const Paragraph& paragraph)
    {
        const bool heading = is_upper_case(paragraph.text) && !begins_with_agency(paragraph.text) &&
                             !is_session(paragraph.text) &&
                             signature_role(paragraph.text).empty() &&
                             !is_type_name(paragraph.text);
        if (begins_section(paragraph) || (heading && paragraph.text.size() < title_bytes_max)) {
            place_ = Place::body;
            in_body(paragraph);
        } else if (is_type_name(paragraph.text)) {
            return; // "QUYẾT ĐỊNH:" before Điều 1
        } else {
            parts_.preamble.push_back(paragraph);
        }
    }

    void in_body(const Paragraph& paragraph)
    {
        const auto role =
            is_upper_case(paragraph.text) ? signature_role(paragraph.text) : std::string{};
        if (begins_recipients(paragraph.text) || role == "authority" || role == "capacity" ||
            (role == "position" && ends_document_)) {
            place_ = Place::tail;
            return in_tail(paragraph);
        }
        if (is_type_name(paragraph.text)) return in_tail(paragraph);
        if (after_attached_title_ && !begins_section(paragraph)) {
            // Title and "(Kèm theo Quyết định số ...)" of the attached plan, down to its first
            // section.
            if (!is_upper_case(paragraph.text) || is_attachment_note(paragraph.text) ||
                title_lines_++ == 0)
                return;
        }
        after_attached_title_ = after_attached_title_ && !begins_section(paragraph);
        ends_document_ = paragraph.text.ends_with("./.");
        parts_.body.push_back(paragraph);
    }

    void in_tail(const Paragraph& paragraph)
    {
        if (is_type_name(paragraph.text) || title_behind_type(paragraph.text) > 0) {
            parts_.plan_attached = type_of(paragraph.text) != "QĐ";
            // The articles of the decision put the plan into force; what to do stands in the plan.
            if (parts_.plan_attached) parts_.body.clear();
            after_attached_title_ = true;
            title_lines_ = 0;
            place_ = Place::body;
            ends_document_ = false;
        } else if (begins_annex(paragraph.text) ||
                   label_of(paragraph.text).kind == LabelKind::roman) {
            place_ = Place::body;
            ends_document_ = false;
            parts_.body.push_back(paragraph);
        } else {
            parts_.tail.push_back(paragraph);
        }
    }

    Parts& parts_;
    Place place_ = Place::letterhead;
    bool ends_document_ = false;
    bool after_attached_title_ = false;
    int title_lines_ = 0;
};

} // namespace

std::string signature_role(const std::string& text)
{
    const Words words{text};
    const auto match = vocabulary("signature_starts").at(words, 0);
    return match ? std::string(match.meaning) : std::string{};
}

Parts parts_of(const DocumentText& document)
{
    Parts parts;
    Cutter cutter(parts);
    for (const auto& block : document.blocks)
        cutter.take(block);
    return parts;
}

} // namespace tiendo::documents
