#include "documents/reading/task_owners.hpp"

#include "base/text.hpp"
#include "documents/text/agencies.hpp"
#include "documents/text/dates.hpp"
#include "documents/text/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tiendo::documents {

namespace {

bool is_lead_word(const Words& words, std::size_t i)
{
    return words.is(i, "chủ") && words.is(i + 1, "trì");
}

/// "Công chức Văn hóa - Xã hội phụ trách.", "(Phòng Y tế thực hiện)"
bool closes_phrase(const Words& words, std::size_t i)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> verbs{
        {{"phụ", "trách"}, {"thực", "hiện"}, {"đảm", "nhiệm"}}
    };
    if (words.is(i, "làm") && words.is(i + 1, "chủ") && words.is(i + 2, "đầu")) return true;
    if (words.is(i, "chịu") && words.is(i + 1, "trách") && words.is(i + 2, "nhiệm"))
        return i + 3 == words.size() || words.is(i + 3, ".") || words.is(i + 3, ")");
    const bool verb = std::any_of(verbs.begin(), verbs.end(), [&](const auto& v) {
        return words.is(i, v.first) && words.is(i + 1, v.second);
    });
    return verb && (i + 2 == words.size() || words.is(i + 2, ".") || words.is(i + 2, ";") ||
                    words.is(i + 2, ")"));
}

bool is_with_word(const Words& words, std::size_t i)
{
    return words.is(i, "phối") && words.is(i + 1, "hợp");
}

std::vector<std::string> names(const Words& words, std::size_t first, std::size_t last)
{
    std::vector<std::string> list;
    for (const auto& agency : agencies_in(words, first, last))
        list.push_back(squeeze(words.written(agency.first, agency.last)));
    return list;
}

/// The run of bodies, parted by commas and "và" only, that begins at the word.
std::size_t run_end(const Words& words, std::size_t i)
{
    for (auto end = i;;) {
        const auto next = agency_end(words, i);
        if (next == i) return end;
        end = next;
        i = next;
        const bool parted = words.is(i, ",") || words.is(i, "và") || words.is(i, ";");
        if (!parted) return end; // "Công an tỉnh thanh tra, kiểm tra ..."
        while (words.is(i, ",") || words.is(i, "và") || words.is(i, ";"))
            ++i;
    }
}

/// The bodies that end right before the word.
std::size_t run_begin(const Words& words, std::size_t end)
{
    for (std::size_t begin = end > 40 ? end - 40 : 0; begin < end; ++begin) {
        if (run_end(words, begin) == end) return begin;
    }
    return end;
}

bool ends_phrase(const Words& words, std::size_t i)
{
    return words.is(i, ".") || words.is(i, ";") || words.is(i, ":") || words.is(i, "(");
}

/// "; giao Trung tâm Hỗ trợ phát triển kinh tế hợp tác.": the clause names whom it charges.
bool is_charge_word(const Words& words, std::size_t i)
{
    return words.is(i, "giao") && (i == 0 || words.is_sign(i - 1));
}

/// Nothing stands between the words but names.
bool holds_names_only(const Words& words, std::size_t begin, std::size_t end)
{
    for (auto i = begin; i < end; ++i) {
        if (words.is_number(i)) return false;
        if (const auto known = vocabulary("agency_names").at(words, i).length; known > 1) {
            i += known - 1;
            continue;
        }
        if (!words.is_capitalised(i) && !words.is_capitalised(i - 1) &&
            vocabulary("duty_verbs").at(words, i))
            return false;
    }
    return true;
}

std::vector<std::string> charged_at(const Words& words, std::size_t i)
{
    // "Giao Trung tâm Dịch vụ nông nghiệp huyện quản lý, khai thác các công trình"
    const auto named_end = run_end(words, i);
    if (named_end > i && !words.is_capitalised(named_end) &&
        vocabulary("duty_verbs").at(words, named_end))
        return names(words, i, named_end);
    auto end = i;
    while (end < words.size() && !ends_phrase(words, end) && !words.is(end, ")"))
        ++end;
    const auto text = words.written(i, end);
    const bool named = end > i && begins_with_agency(text) && holds_names_only(words, i, end);
    return named ? agency_list(text) : std::vector<std::string>{};
}

/// "(Tổ Quản lý điện chủ trì", "... cũ. Phòng Quản trị - Thiết bị phối hợp với": whoever stands at
/// the start of the bracket or the sentence, known to a list or not.
std::vector<std::string> names_at_start(const Words& words, std::size_t end)
{
    constexpr std::size_t words_max = 30;
    auto begin = end;
    while (begin > 0 && !ends_phrase(words, begin - 1))
        --begin;
    while (words.is(begin, "do") || words.is(begin, "giao"))
        ++begin;
    if (begin == end || end - begin > words_max) return {};
    const bool bracket = begin > 0 && words.is(begin - 1, "(");
    const auto text = words.written(begin, end);
    if (!bracket && !begins_with_agency(text)) return {};
    if (bracket && !words.is_capitalised(begin) && !begins_with_agency(text)) return {};
    return holds_names_only(words, begin, end) ? agency_list(text) : std::vector<std::string>{};
}

/// The bodies right before the word, to which a list or their place in the sentence leads.
std::vector<std::string> names_before(const Words& words, std::size_t end)
{
    auto list = names_at_start(words, end);
    return list.empty() ? names(words, run_begin(words, end), end) : list;
}

/// "chủ trì, các đơn vị phối hợp": what the comma and the word enclose.
std::vector<std::string> names_since_comma(const Words& words, std::size_t end)
{
    auto list = names(words, run_begin(words, end), end);
    auto begin = end;
    while (begin > 0 && !words.is_sign(begin - 1))
        --begin;
    const auto since = words.written(begin, end);
    // "các Điện lực": the plural belongs to the name.
    const bool plural =
        words.is(begin, "các") && begins_with_agency(words.written(std::min(begin + 1, end), end));
    if (begin < end && (plural || (list.empty() && begins_with_agency(since))))
        list = agency_list(since);
    return list;
}

/// ", xong trong tháng 6", ", quý III/2026", "; thời gian: tháng 10": a term, and no name.
bool begins_term(const Words& words, std::size_t i)
{
    return vocabulary("deadline_words").at(words, i) || time_point_at(words, i) ||
           (words.is(i, "thời") && words.is(i + 2, ":")) || words.is(i, "thường") ||
           words.is(i, "hằng") || words.is(i, "hàng") || words.is(i, "định");
}

/// "Củng cố 11 tổ công nghệ số cộng đồng: Phòng Văn hóa - Xã hội, xong trước 28/02/2026.": who
/// stands behind the last colon with nothing more than a term does it.
std::vector<std::string> names_behind_colon(const Words& words)
{
    constexpr std::size_t words_before_min = 3;
    auto colon = words.size();
    while (colon > 0 && !words.is(colon, ":"))
        --colon;
    if (colon < words_before_min || begins_with_agency(words.written(0, colon))) return {};
    static constexpr std::array<std::string_view, 8> listing{
        "gồm", "sau", "như", "là", "của", "cho", "với", "vị"
    };
    if (std::any_of(listing.begin(), listing.end(), [&](auto w) { return words.is(colon - 1, w); }))
        return {};
    const auto end = run_end(words, colon + 1);
    if (end == colon + 1) return {};
    const bool closed = end == words.size() || (words.is(end, ".") && end + 1 == words.size());
    const bool term = (words.is(end, ",") || words.is(end, ";")) && begins_term(words, end + 1);
    return closed || term ? names(words, colon + 1, end) : std::vector<std::string>{};
}

/// "(Phòng Kinh doanh)": the last name goes on to the bracket with words that no list holds.
std::size_t end_of_unknown_tail(const Words& words, std::size_t named, std::size_t bracket)
{
    constexpr std::size_t tail_words_max = 4;
    if (named >= bracket || bracket - named > tail_words_max) return named;
    if (vocabulary("duty_verbs").at(words, named)) return named;
    for (auto i = named; i < bracket; ++i) {
        if (!words.is_plain(i) || words.is_number(i)) return named;
    }
    return bracket;
}

/// "Lấy 30 mẫu thực phẩm (Trạm Y tế).", "... (Trạm Y tế tham mưu, xong trước 12/4)": the note at
/// the end names who does it, where it does not spell out a body before it.
std::vector<std::string> names_in_last_bracket(const Words& words)
{
    auto last = words.size();
    while (last > 0 && (words.is(last - 1, ".") || words.is(last - 1, ";")))
        --last;
    if (last < 4 || !words.is(last - 1, ")")) return {};
    auto open = last - 1;
    while (open > 0 && !words.is(open, "("))
        --open;
    const auto named = run_end(words, open + 1);
    const auto end = named == open + 1 ? named : end_of_unknown_tail(words, named, last - 1);
    if (open == 0 || end == open + 1 || run_begin(words, open) < open) return {};
    for (std::size_t i = 0; i < open; ++i) {
        if (words.is(i, "gửi") || (words.is(i, "báo") && words.is(i + 1, "cáo"))) return {};
    }
    const bool closed = end + 1 == last;
    const bool parted = words.is(end, ",") || words.is(end, ";");
    const bool term = parted && begins_term(words, end + 1);
    const bool verb = !words.is_capitalised(end) && vocabulary("duty_verbs").at(words, end) &&
                      !is_with_word(words, end);
    if (end > named) return agency_list(words.written(open + 1, end));
    return closed || term || verb ? names(words, open + 1, end) : std::vector<std::string>{};
}

/// The list ends with its bracket, its clause or where somebody is to do something.
std::size_t list_end(const Words& words, std::size_t i)
{
    const auto named = run_end(words, i);
    // "phối hợp với UBND các huyện cấp mã số": the names end with their place.
    const bool whole = named > i && vocabulary("place_words").before(words, named) &&
                       words.is_plain(named) && !words.is_capitalised(named) &&
                       !words.is(named, "và");
    if (whole) return named;
    while (i < words.size() && !words.is(i, ")") && !words.is(i, ";") && !words.is(i, ".")) {
        if (i >= named && !words.is_capitalised(i) && vocabulary("duty_verbs").at(words, i)) break;
        if (words.is(i, ",") && begins_term(words, i + 1)) break;
        ++i;
    }
    return i;
}

} // namespace

Owners owners_in_text(const std::string& text)
{
    Owners owners;
    const Words words{text};
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (is_lead_word(words, i) && owners.lead.empty()) {
            if (words.is(i + 2, ":")) {
                const auto end = run_end(words, i + 3);
                owners.lead = names(words, i + 3, end);
            } else {
                owners.lead = names_before(words, i);
            }
            continue;
        }
        if (owners.lead.empty() && closes_phrase(words, i)) owners.lead = names_at_start(words, i);
        if (owners.lead.empty() && is_charge_word(words, i)) owners.lead = charged_at(words, i + 1);
        if (!is_with_word(words, i)) continue;
        // "Phối hợp với Đài Phát thanh và Truyền hình tỉnh thực hiện ...": nobody is said to lead.
        if (i == 0 && words.is(2, "với") && owners.with.empty()) {
            owners.with = names(words, 3, run_end(words, 3));
            continue;
        }
        if (i == 0 && words.is_capitalised(2) && owners.with.empty())
            owners.with = names(words, 2, run_end(words, 2));
        // "(Sở Tài chính phối hợp)"
        if (owners.lead.empty() && words.is(i + 2, ")")) {
            owners.with = names_at_start(words, i);
            continue;
        }
        if (owners.lead.empty() && words.is(i + 2, "với")) owners.lead = names_at_start(words, i);
        if (owners.lead.empty()) continue;
        if (words.is(i + 2, "với") || words.is(i + 2, ":")) {
            owners.with = agency_list(words.written(i + 3, list_end(words, i + 3)));
        } else if (begins_with_agency(words.written(i + 2, words.size()))) {
            owners.with = agency_list(words.written(i + 2, list_end(words, i + 2)));
        } else {
            owners.with = names_since_comma(words, i);
        }
        break;
    }
    if (owners.lead.empty() && owners.with.empty()) owners.lead = names_behind_colon(words);
    if (owners.lead.empty() && owners.with.empty()) owners.lead = names_in_last_bracket(words);
    return owners;
}

Owners owners_of_field(const std::string& value)
{
    Owners owners;
    const auto lower = lower_in_place(value);
    const auto with = lower.find("phối hợp");
    constexpr std::string_view leads = " chủ trì";
    const auto lead = lower.find(leads);
    // "Ban Chỉ huy Quân sự huyện chủ trì, Hạt Kiểm lâm, Công an huyện phối hợp"
    if (lead < with) {
        owners.lead = agency_list(value.substr(0, lead));
        const auto between = with == std::string::npos
                                 ? std::string{}
                                 : value.substr(lead + leads.size(), with - lead - leads.size());
        owners.with = agency_list(between);
        if (!owners.with.empty()) return owners;
    } else {
        owners.lead = agency_list(value.substr(0, with));
    }
    if (with != std::string::npos) {
        auto rest = value.substr(with + std::string("phối hợp").size());
        const auto begin = rest.find_first_not_of(" :");
        rest = begin == std::string::npos ? std::string{} : rest.substr(begin);
        if (lower_in_place(rest).starts_with("với "))
            rest = rest.substr(std::string("với ").size());
        // "phối hợp với Bộ Tài nguyên và Môi trường, Bộ Xây dựng hướng dẫn"
        const Words words{rest};
        const auto end = list_end(words, 0);
        const auto verb = end < words.size() && vocabulary("duty_verbs").at(words, end);
        owners.with = agency_list(verb ? words.written(0, end) : std::string_view(rest));
    }
    return owners;
}

} // namespace tiendo::documents
