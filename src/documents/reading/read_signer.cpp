#include "documents/reading/read_signer.hpp"

#include "base/text.hpp"
#include "documents/reading/parts.hpp"
#include "documents/reading/read_head.hpp"
#include "documents/text/label.hpp"
#include "documents/text/pieces.hpp"
#include "documents/text/vocabulary.hpp"

#include <algorithm>

namespace tiendo::documents {

namespace {

/// Two to six capitalised words and nothing else, a degree ("TS.") or a rank before them included.
bool is_person(const std::string& text)
{
    const Words words{text};
    std::size_t capitalised = 0;
    for (std::size_t i = vocabulary("ranks").at(words, 0).length; i < words.size(); ++i) {
        if (words.is(i, ".") || words.is(i, "-") || words.is(i, "'") || words.is(i, "’")) continue;
        if (!words.is_capitalised(i)) return false;
        ++capitalised;
    }
    return capitalised >= 2 && capitalised <= 7 && text.size() < 80 && !is_upper_case(text);
}

/// "LÊ VĂN AN": three to five words, none of a body or a post.
bool is_person_in_capitals(const std::string& text)
{
    const Words words{text};
    if (!is_upper_case(text) || words.size() < 3 || words.size() > 5) return false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!words.is_plain(i) || vocabulary("agency_heads").at(words, i) ||
            vocabulary("place_words").at(words, i) || vocabulary("document_types").at(words, i))
            return false;
    }
    return true;
}

std::string with_plain_end(std::string text)
{
    while (!text.empty() && std::string_view(".,;").find(text.back()) != std::string_view::npos)
        text.pop_back();
    return text;
}

/// "KT.CHỦ TỊCH" as the decree writes it: with a space behind the point.
std::string spaced(std::string text)
{
    const auto point = text.find('.');
    if (point != std::string::npos && point + 1 < text.size() && text[point + 1] != ' ')
        text.insert(point + 1, " ");
    return text;
}

/// "- Chủ tịch UBND huyện (để b/c);" without its bracket; the role that the bracket names.
ReadRecipient recipient_of(std::string text)
{
    ReadRecipient recipient;
    text = with_plain_end(squeeze(text));
    if (text.ends_with(')')) {
        const auto open = text.rfind('(');
        if (open != std::string::npos) {
            const Words inside{text.substr(open + 1, text.size() - open - 2)};
            const auto role = vocabulary("recipient_roles").at(inside, 0);
            if (role && role.length == inside.size()) {
                if (role.meaning != "none") recipient.role = role.meaning;
                text = with_plain_end(squeeze(text.substr(0, open)));
            }
        }
    }
    recipient.name = with_plain_end(text);
    return recipient;
}

/// All but the copy for the files ("Lưu: VT").
void add_recipient(std::vector<ReadRecipient>& recipients, const std::string& text)
{
    if (!text.empty() && !Words{text}.is(0, "lưu")) recipients.push_back(recipient_of(text));
}

} // namespace

Signer read_signer(const std::vector<Paragraph>& tail)
{
    Signer signer;
    std::string beside;
    bool in_block = false;
    bool below_authority = false;
    for (const auto& paragraph : tail) {
        const auto& text = paragraph.text;
        if (label_of(text).kind == LabelKind::bullet || begins_recipients(text)) continue;
        const auto role = is_upper_case(text) ? signature_role(text) : std::string{};
        if (role == "authority" && signer.authority.empty()) signer.authority = spaced(text);
        if (role == "capacity" && signer.capacity.empty()) signer.capacity = spaced(text);
        if (role == "position" && signer.position.empty()) signer.position = text;
        in_block = in_block || !role.empty();
        const bool person = is_person(text) || (signer.name.empty() && is_person_in_capitals(text));
        // "TM. ỦY BAN NHÂN DÂN" over "HUYỆN NGỌC HỒI".
        if (below_authority && role.empty() && !person && is_upper_case(text))
            signer.authority += " " + text;
        below_authority = role == "authority";
        if (in_block && role.empty() && person) signer.name = text;
        if (!in_block && is_person(text)) beside = text;
    }
    // Columns that tabs set may come one below the other.
    if (in_block && signer.name.empty()) signer.name = beside;
    return signer;
}

std::vector<ReadRecipient> read_recipients(const Parts& parts)
{
    std::vector<ReadRecipient> recipients;
    bool listing = false;
    for (const auto& paragraph : parts.tail) {
        auto text = paragraph.text;
        if (begins_recipients(text)) {
            listing = true;
            const auto colon = text.find(':');
            if (colon == std::string::npos || colon + 2 >= text.size()) continue;
            // "Nơi nhận: UBND tỉnh (b/c); Sở Y tế; Lưu: VT."
            for (const auto& item : split(text.substr(colon + 1), ';'))
                add_recipient(recipients, squeeze(item));
            continue;
        }
        const auto label = label_of(text);
        const bool ends_list = is_upper_case(text) && !signature_role(text).empty();
        if (ends_list) listing = false;
        const bool item = label.kind == LabelKind::bullet || text.ends_with(';');
        if (!listing || !item) continue;
        text = text.substr(label.length);
        while (label_of(text).kind == LabelKind::bullet)
            text = text.substr(label_of(text).length);
        add_recipient(recipients, text);
    }
    return recipients;
}

} // namespace tiendo::documents
