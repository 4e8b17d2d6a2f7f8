#include "documents/reading/owed_amounts.hpp"

#include "documents/reading/quantity_candidate.hpp"
#include "documents/text/vocabulary.hpp"

#include <algorithm>
#include <array>

namespace tiendo::documents {

namespace {

bool inside_time(const std::vector<TimePoint>& times, std::size_t i)
{
    return std::any_of(times.begin(), times.end(), [&](const TimePoint& t) {
        return t.first <= i && i < t.last;
    });
}

/// "786/KH-UBND", "39/2023/NĐ-CP": a number with capitals behind its slash.
bool is_document_number(const Words& words, std::size_t i)
{
    // "Công văn số 15", but "sĩ số 100%".
    if (words.is(i - 1, "số") && i > 0 && !words.is(i - 2, "tổng") && !words.is(i + 1, "%"))
        return true;
    if (!words.is(i + 1, "/") && !words.is(i + 1, "-")) return false;
    auto next = i + 2;
    if (words.is_number(next) && words.is(next + 1, "/")) next += 2;
    return words.is_plain(next) && is_upper_case(words.written(next)) &&
           words.at(i).end == words.at(i + 1).begin;
}

/// "4G", "5G": part of a name.
bool is_glued_letter(const Words& words, std::size_t i)
{
    return words.is_plain(i + 1) && words.at(i).end == words.at(i + 1).begin &&
           words.written(i + 1).size() == 1 && words.is_capitalised(i + 1);
}

bool is_shared_measure(const Amount& amount)
{
    return amount.unit == "percent" || amount.unit.starts_with("per_") || amount.unit == "ratio";
}

/// Where the comparing words before the number begin.
std::size_t comparator_begin(const Words& words, std::size_t first)
{
    auto begin = first;
    while (const auto match = vocabulary("comparators").before(words, begin))
        begin -= match.length;
    return begin;
}

/// "tuổi thọ đạt trên 75 tuổi", "giảm còn 03 ngày": a level of what is measured in such a unit.
bool reaches_level(const Words& words, std::size_t begin)
{
    static constexpr std::array<std::string_view, 5> verbs{"đạt", "còn", "xuống", "giảm", "lên"};
    return std::any_of(verbs.begin(), verbs.end(), [&](auto verb) {
        return words.is(begin, verb);
    });
}

/// "từ 15 ngày xuống còn 10 ngày"
bool starts_way(const Words& words, const Amount& amount)
{
    return words.is(amount.first - 1, "từ") &&
           (words.is(amount.last, "xuống") || words.is(amount.last, "lên") ||
            words.is(amount.last, "còn"));
}

bool says_of_whom(const Words& words, const Amount& amount, std::size_t begin)
{
    const auto noun = amount.high ? amount.last : amount.first + 1;
    for (auto i = amount.first + 1; i <= noun && i < words.size(); ++i) {
        if (const auto match = vocabulary("not_owed_after").at(words, i)) {
            // "1.500 ngày công" is no time.
            if (vocabulary("counted_nouns").at(words, i).length > match.length) continue;
            // "cứng hóa 1.200 m kênh mương", but "đường rộng 3 m".
            if (match.meaning == "length" && vocabulary("owing_verbs").before(words, begin))
                return false;
            // "dưới 110 phút", but "ùn tắc trên 30 phút" says of which.
            const auto bound = vocabulary("comparators").before(words, amount.first);
            if (match.meaning == "time" && (bound.meaning == "below" || bound.meaning == "at_most"))
                return false;
            const bool level = (match.meaning == "level" || match.meaning == "time" ||
                                match.meaning == "length") &&
                               begin < amount.first;
            if (level && (reaches_level(words, begin) || starts_way(words, amount))) return false;
            return i == amount.first + 1 || i + 1 == amount.last || amount.high;
        }
    }
    return false;
}

/// "350 ha rừng, trong đó rừng phòng hộ 120 ha, rừng sản xuất 230 ha", "1.200 lao động, trong đó
/// xuất khẩu lao động 60 người"
bool is_share_of(const Words& words, const Amount& amount, const Amount& whole)
{
    bool named = false;
    for (auto i = clause_begin(words, amount.first); i < amount.first; ++i)
        named = named || (words.is(i, "trong") && words.is(i + 1, "đó"));
    return named && clause_begin(words, amount.first) == clause_begin(words, whole.first);
}

/// "Đón 150.000 lượt khách", "; giải ngân 5 tỷ đồng": a verb, whichever it is, and its number.
bool opens_clause(const Words& words, std::size_t begin)
{
    constexpr std::size_t verb_words_max = 2;
    auto first = begin;
    while (first > 0 && words.is_plain(first - 1) && begin - first <= verb_words_max &&
           !vocabulary("cadences").before(words, first))
        --first;
    if (begin - first == 0 || begin - first > verb_words_max) return false;
    if (words.is(first, "mỗi") || words.is(first, "các") || words.is(first, "trong")) return false;
    const bool sentence = first == 0 || words.is(first - 1, ".");
    return sentence ? words.is_capitalised(first)
                    : words.is(first - 1, ";") || words.is(first - 1, ",") ||
                          vocabulary("cadences").before(words, first);
}

/// "...; chuyển dịch lao động từ nông nghiệp sang phi nông nghiệp 600 người.": a clause of a list
/// that begins with what is to be done and ends with how much.
bool closes_clause(const Words& words, const Amount& amount)
{
    static constexpr std::array<std::string_view, 8> of_which{
        "tại", "ở", "của", "trong", "với", "trên", "số", "lớp"
    };
    const auto first = clause_begin(words, amount.first);
    if (first == 0 || !words.is(first - 1, ";") || !vocabulary("duty_verbs").at(words, first))
        return false;
    const bool last = amount.last == words.size() || words.is(amount.last, ";") ||
                      (words.is(amount.last, ".") && amount.last + 1 == words.size());
    return last && std::none_of(of_which.begin(), of_which.end(), [&](auto word) {
               return words.is(amount.first - 1, word);
           });
}

/// "350 triệu đồng", "2,5 tỷ đồng/năm": in a target money is owed whatever the verb.
bool is_money(std::string_view unit)
{
    static constexpr std::array<std::string_view, 4> units{
        "triệu đồng", "tỷ đồng", "tỉ đồng", "nghìn đồng"
    };
    return std::any_of(units.begin(), units.end(), [&](auto money) {
        return unit.starts_with(money);
    });
}

bool owing_word_before(
    const Words& words, const Amount& amount, std::size_t begin, const std::vector<Amount>& found
)
{
    if (begin < amount.first) return true; // "ít nhất", "trên", "còn"
    if (begin == 0 || opens_clause(words, begin)) return true;
    if (is_money(amount.unit) || closes_clause(words, amount)) return true;
    if (vocabulary("owing_verbs").before(words, begin)) return true;
    if (vocabulary("cadences").before(words, begin)) return true;
    const auto before = words.lower(begin - 1);
    if (before == ":" || before == ";" || before == "." || before == "(" || before == "-")
        return true;
    if (found.empty()) return false;
    const bool lists = before == "," || before == "và";
    return (lists && begin - found.back().last < 12) || is_share_of(words, amount, found.back());
}

/// "100% hộ có rẫy gần rừng (1.140 hộ)": how many that are.
bool restates(const Words& words, const Amount& amount, const std::vector<Amount>& found)
{
    if (found.empty() || found.back().unit != "percent" || amount.unit.empty()) return false;
    const bool alone = words.is(amount.first - 1, "(") && words.is(amount.last, ")");
    return alone && clause_begin(words, amount.first) == clause_begin(words, found.back().first);
}

/// "01 tổ xung kích từ 15 - 20 người": how large the group is.
bool is_size_of_group(const Words& words, const Amount& amount, const std::vector<Amount>& found)
{
    static constexpr std::array<std::string_view, 3> members{"người", "thành viên", "học viên"};
    static constexpr std::array<std::string_view, 6> groups{
        "tổ", "đội", "nhóm", "lớp", "câu lạc bộ", "ban"
    };
    const auto starts = [](std::string_view unit, std::string_view word) {
        return unit == word || unit.starts_with(std::string(word) + " ");
    };
    if (found.empty() || amount.first == 0) return false;
    const bool member =
        std::any_of(members.begin(), members.end(), [&](auto m) { return starts(amount.unit, m); });
    const bool group = std::any_of(groups.begin(), groups.end(), [&](auto g) {
        return starts(found.back().unit, g);
    });
    if (!member || !group) return false;
    const bool sized = words.is(amount.first - 1, "từ") || words.is(amount.first - 1, "gồm") ||
                       words.is(amount.first - 1, "(") || words.is(amount.last, "/");
    return sized && !between_has(words, found.back().last, amount.first, ",") &&
           !between_has(words, found.back().last, amount.first, "và");
}

/// "Không để xảy ra ngộ độc từ 30 người mắc trở lên" says which.
bool is_to_be_avoided(const Words& words, const Amount& amount)
{
    if (!words.is(amount.first - 1, "từ") && !words.is(amount.first - 1, "trên")) return false;
    for (auto i = clause_begin(words, amount.first); i + 1 < amount.first; ++i) {
        if (words.is(i, "không") && words.is(i + 1, "để")) return true;
    }
    return false;
}

bool is_owed(const Words& words, const Amount& amount, const std::vector<Amount>& found)
{
    if (is_shared_measure(amount)) return true;
    if (words.is(amount.first + 1, "trong") || words.is(amount.first + 1, "hoặc")) return false;
    if (year_at(words, amount.first)) return false;
    if (is_to_be_avoided(words, amount)) return false;
    if (amount.with_total && amount.unit == "giờ") return false; // "trực 24/24 giờ"
    if (restates(words, amount, found) || is_size_of_group(words, amount, found)) return false;
    const auto begin = comparator_begin(words, amount.first);
    if (says_of_whom(words, amount, begin)) return false;
    const bool each_period = static_cast<bool>(vocabulary("cadences").before(words, begin));
    const auto name = vocabulary("not_owed_before").before(words, begin);
    // "từ 15 ngày xuống còn 10 ngày": the unit of the number before is no name of this one.
    const bool unit_before = name && words.is_number(begin - name.length - 1);
    const bool is_subject = (name.meaning == "subject" || unit_before) && begin < amount.first;
    if (name && name.meaning != "none" && !is_subject && !amount.with_total && !each_period)
        return false;
    if (amount.unit.empty()) {
        // A bare number counts only where the text compares: "đạt 65."
        return begin < amount.first &&
               (amount.first + 1 == words.size() || words.is_sign(amount.first + 1));
    }
    return amount.with_total || owing_word_before(words, amount, begin, found);
}

} // namespace

std::vector<Amount> owed_amounts(const Words& words, const std::vector<TimePoint>& times)
{
    std::vector<Amount> found;
    for (std::size_t i = 0; i < words.size();) {
        const bool skipped = !words.is_number(i) || inside_time(times, i) ||
                             is_document_number(words, i) || is_glued_letter(words, i);
        auto amount = skipped ? std::nullopt : amount_at(words, i);
        if (!amount || !is_owed(words, *amount, found)) {
            i = amount && amount->high ? std::max(i + 1, amount->last) : i + 1;
            continue;
        }
        i = std::max(i + 1, amount->last);
        found.push_back(std::move(*amount));
    }
    return found;
}

} // namespace tiendo::documents
