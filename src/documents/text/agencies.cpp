#include "documents/text/agencies.hpp"

#include "base/text.hpp"
#include "documents/text/plain_letters.hpp"
#include "documents/text/vocabulary.hpp"

#include <algorithm>
#include <array>

namespace tiendo::documents {

namespace {

PhraseTable::Match collective_at(const Words& words, std::size_t i)
{
    return vocabulary("collectives").at(words, i);
}

PhraseTable::Match head_at(const Words& words, std::size_t i)
{
    return vocabulary("agency_heads").at(words, i);
}

/// A head in small letters is one only before a name: "phòng Tư pháp", not "phòng ngừa".
bool is_head(const Words& words, std::size_t i)
{
    const auto match = head_at(words, i);
    if (!match || match.meaning == "none") return false;
    if (words.is_capitalised(i)) return true;
    const auto next = i + match.length;
    const bool by_itself = match.length > 1 && match.meaning.empty();
    return by_itself || words.is_capitalised(next) || words.is(next, "các") ||
           vocabulary("agency_names").at(words, next).length > 1;
}

/// "huyện", "tỉnh Kon Tum", "trên địa bàn huyện", "cấp huyện", "có liên quan".
std::size_t place_end(const Words& words, std::size_t i)
{
    for (bool again = true; again;) {
        again = false;
        if (words.is(i, "trên") && words.is(i + 1, "địa") && words.is(i + 2, "bàn")) {
            i += 3;
            again = true;
        } else if (words.is(i, "có") && words.is(i + 1, "liên")) {
            return i + 3;
        } else if (words.is(i, "liên") && words.is(i + 1, "quan")) {
            return i + 2;
        } else if (words.is(i, "trực") && words.is(i + 1, "thuộc")) {
            i += 2;
            again = true;
        } else if (const auto place = vocabulary("place_words").at(words, i)) {
            i += place.length;
            while (words.is_capitalised(i) && !is_head(words, i))
                ++i;
            again = true;
        }
    }
    return i;
}

/// "... của Tỉnh ủy và Kế hoạch số 45/KH-UBND": another document begins.
bool cites_document(const Words& words, std::size_t i)
{
    const auto type = vocabulary("document_types").at(words, i);
    return type && words.is(i + type.length, "số");
}

std::size_t name_end(const Words& words, std::size_t i)
{
    while (i < words.size()) {
        const auto known = vocabulary("agency_names").at(words, i);
        const auto inner = words.is_capitalised(i) ? head_at(words, i) : PhraseTable::Match{};
        if (known && known.length > 1) {
            i += known.length;
        } else if (inner.length > 1 && inner.meaning != "none") {
            i += inner.length; // "Ban Thường trực Ủy ban MTTQ Việt Nam huyện"
        } else if (words.is_capitalised(i)) {
            ++i;
        } else if (words.is_number(i) && (words.is(i - 1, "đạo") || words.is(i - 1, "án"))) {
            ++i; // "Ban Chỉ đạo 138", "Tổ công tác Đề án 06"
        } else if ((words.is(i, "-") || words.is(i, "&")) && words.is_capitalised(i + 1)) {
            i += 2; // "Phòng VHKH&TT"
        } else if (words.is(i, "và") && words.is_capitalised(i + 1) && !is_head(words, i + 1) &&
                   !cites_document(words, i + 1)) {
            i += 2;
        } else if (i > 0 && words.is_capitalised(i - 1) && !vocabulary("duty_verbs").at(words, i) &&
                   vocabulary("agency_tails").at(words, i)) {
            i += vocabulary("agency_tails").at(words, i).length;
        } else {
            break;
        }
    }
    return i;
}

/// Words of a list from the name of a body to the next comma, semicolon or "và" that parts names.
class ListReader {
public:
    explicit ListReader(std::string_view text) : words_(std::string(text)) {}

    std::vector<std::string> read()
    {
        std::size_t i = 0;
        while (i < words_.size()) {
            if (parts_names(i)) {
                ++i;
            } else {
                joined_ = i > 0 && words_.is(i - 1, "và");
                const auto end = item_end(i);
                add(i, end);
                i = end;
            }
        }
        share_place();
        return names_;
    }

private:
    /// "Công an và Đoàn Thanh niên các xã, thị trấn": the places of the last are those of a body
    /// that is named by nothing but its kind; "Hạt Kiểm lâm, UBND các xã" are two.
    void share_place()
    {
        for (std::size_t n = names_.size(); joined_ && n-- > 1;) {
            const Words last{names_[n]};
            const Words bare{names_[n - 1]};
            const auto head = head_at(bare, 0);
            if (head.length != bare.size() || !head.meaning.empty()) continue;
            for (std::size_t i = 1; i < last.size(); ++i) {
                if (i + collective_at(last, i).length != last.size()) continue;
                names_[n - 1] += " " + std::string(last.written(i, last.size()));
                break;
            }
        }
    }

    bool parts_names(std::size_t i) const
    {
        return words_.is(i, ",") || words_.is(i, ";") || words_.is(i, "và") || words_.is(i, ".") ||
               words_.is(i, ":") || words_.is(i, "cùng");
    }

    bool begins_name(std::size_t i) const
    {
        return is_head(words_, i) || collective_at(words_, i) || words_.is(i, "các") ||
               words_.is(i, "các");
    }

    /// "Các Phòng:" says that what follows are names of Phòng until another body begins.
    std::size_t item_end(std::size_t i)
    {
        if (const auto shared = shared_head_end(i)) {
            shared_head_ = upper_first(std::string(words_.written(i + 1)));
            if (words_.is(i + 1, "đơn") || words_.is(i + 1, "cơ")) shared_head_.clear();
            skip_to_ = shared;
            return shared;
        }
        if (!shared_head_.empty() && !is_head(words_, i)) {
            const auto known = vocabulary("agency_names").at(words_, i);
            return known.length > 1 ? name_before_another(i, i + known.length) : next_separator(i);
        }
        shared_head_.clear();
        if (const auto match = collective_at(words_, i)) return next_name(i + match.length);
        return next_name(i + std::max<std::size_t>(head_at(words_, i).length, 1));
    }

    std::size_t shared_head_end(std::size_t i) const
    {
        if (!words_.is(i, "các") || !words_.is_plain(i + 1) || !words_.is(i + 2, ":")) {
            const bool units = words_.is(i, "các") && words_.is(i + 2, "vị") &&
                               (words_.is(i + 3, ":") || words_.is(i + 3, "gồm"));
            return units ? i + 4 : 0;
        }
        return i + 3;
    }

    /// "Các Sở: Tài chính, Kế hoạch và Đầu tư": a name that goes on behind a comma into one that
    /// is longer ends at the comma.
    std::size_t name_before_another(std::size_t i, std::size_t end) const
    {
        for (auto comma = i + 1; comma < end; ++comma) {
            if (!words_.is(comma, ",")) continue;
            const auto next = vocabulary("agency_names").at(words_, comma + 1);
            if (next.length > 1 && comma + 1 + next.length > end) return comma;
        }
        return end;
    }

    std::size_t next_separator(std::size_t i) const
    {
        while (i < words_.size() && !words_.is(i, ",") && !words_.is(i, ";") &&
               !(words_.is(i, "và") && words_.is_capitalised(i + 1)))
            ++i;
        return i;
    }

    /// The name goes on over commas and "và" unless another name begins behind them.
    std::size_t next_name(std::size_t i) const
    {
        while (i < words_.size()) {
            if (const auto known = vocabulary("agency_names").at(words_, i); known.length > 1) {
                i += known.length;
                continue;
            }
            if (words_.is(i, ";")) return i;
            if (parts_names(i)) {
                auto next = i + 1;
                if (words_.is(next, "và")) ++next;
                if (begins_name(next)) return i;
            }
            ++i;
        }
        return i;
    }

    void add(std::size_t first, std::size_t last)
    {
        if (last == skip_to_ && last > 0) {
            skip_to_ = 0;
            return;
        }
        auto name = squeeze(words_.written(first, last));
        // "Phòng Tư pháp - Cơ quan thường trực Hội đồng": what the body is here.
        if (const auto role = lower_in_place(name).find(" - cơ quan "); role != std::string::npos)
            name.erase(role);
        while (!name.empty() && std::string_view(".,;:").find(name.back()) != std::string_view::npos
        )
            name.pop_back();
        if (name.empty()) return;
        if (!shared_head_.empty()) name = shared_head_ + " " + name;
        names_.push_back(std::move(name));
    }

    Words words_;
    std::string shared_head_;
    std::size_t skip_to_ = 0;
    bool joined_ = false; ///< "và" stands before the last name
    std::vector<std::string> names_;
};

std::string without_brackets(std::string_view text)
{
    std::string out;
    int depth = 0;
    for (const char c : text) {
        if (c == '(') ++depth;
        if (depth == 0) out += c;
        if (c == ')' && depth > 0) --depth;
    }
    return squeeze(out);
}

/// A name in capitals as running text writes it: "Hội Liên hiệp Phụ nữ Việt Nam tỉnh An Phú".
class SmallLetters {
public:
    explicit SmallLetters(std::string lower) : words_(std::move(lower)) {}

    std::string write()
    {
        for (std::size_t i = 0; i < words_.size();) {
            const auto head = shortest_head(i);
            const auto place = vocabulary("place_words").at(words_, i);
            const auto proper = vocabulary("proper_words").at(words_, i);
            if (words_.is(i, "thường") && words_.is(i + 1, "vụ")) {
                take(i, 2, true); // no Vụ of a ministry
                capital_next_ = true;
            } else if (head > place.length && !(proper_ && head == 1)) {
                take(i, head, true);
                capital_next_ = true;
                proper_ = place.length > 0; // "Huyện ủy Thanh Sơn"
            } else if (place) {
                take(i, place.length, i == 0);
                capital_next_ = proper_ = true;
            } else if (proper) {
                take(i, proper.length, true, proper.meaning == "each");
            } else if (words_.is(i, "nhân") && words_.is(i + 1, "dân")) {
                take(i, 2, false);
            } else {
                static constexpr std::array<std::string_view, 6> schools{
                    "mn", "th", "thcs", "thpt", "ptdtbt", "ptdtnt"
                };
                take(i, 1, i == 0 || proper_ || capital_next_);
                // "TRƯỜNG THCS LÊ HOÀN": the name of a school.
                proper_ = proper_ || std::any_of(schools.begin(), schools.end(), [&](auto school) {
                              return words_.is(i, school);
                          });
                capital_next_ = words_.is(i, "và") || words_.is(i, "-") || words_.is(i, ",");
            }
            i = next_;
        }
        return out_;
    }

private:
    /// "ban" of "ban chấp hành": what follows the first word of a body begins its name.
    std::size_t shortest_head(std::size_t i) const
    {
        const auto longest = head_at(words_, i);
        if (!longest || !longest.meaning.empty()) return 0;
        // "Hội đồng" is one word, "Hội Nông dân" two.
        const std::size_t first = words_.is(i, "hội") && words_.is(i + 1, "đồng") ? 2 : 1;
        for (std::size_t length = first; length < longest.length; ++length) {
            const Words part{std::string(words_.written(i, i + length))};
            const auto match = head_at(part, 0);
            if (match.length == length && match.meaning.empty()) return length;
        }
        return longest.length;
    }

    void take(std::size_t i, std::size_t length, bool capital, bool each = false)
    {
        for (next_ = i; next_ < i + length; ++next_) {
            auto word = std::string(words_.written(next_));
            if (word == "ubnd") word = "Ủy ban nhân dân";
            const auto letters = plain_letters(word);
            if (letters.size() > 1 && letters.find_first_of("aeiouy") == std::string::npos)
                word = to_upper(word); // "BCH", "THPT", "TNCS"
            const bool and_word = word == "và";
            if (capital && !and_word && (next_ == i || each)) word = upper_first(word);
            if (next_ > 0) out_ += ' ';
            out_ += word;
        }
    }

    Words words_;
    std::string out_;
    std::size_t next_ = 0;
    bool capital_next_ = false;
    bool proper_ = false; ///< inside the name of a place
};

} // namespace

std::size_t agency_end(const Words& words, std::size_t i)
{
    if (const auto match = collective_at(words, i)) return place_end(words, i + match.length);
    // "các Điện lực": the plural belongs to the name.
    if (words.is(i, "các") && words.is_capitalised(i + 1) && is_head(words, i + 1))
        return agency_end(words, i + 1);
    if (!is_head(words, i)) return i;
    auto end = i + head_at(words, i).length;
    if (const auto places = collective_at(words, end)) return place_end(words, end + places.length);
    end = place_end(words, name_end(words, end));
    return end;
}

std::size_t unknown_agency_end(const Words& words, std::size_t i)
{
    if (!words.is_capitalised(i)) return i;
    auto end = i + 1;
    while (end < words.size() && words.is_plain(end) && !words.is_capitalised(end) &&
           vocabulary("agency_tails").at(words, end))
        ++end; // "Chỉ huy"
    return place_end(words, name_end(words, end));
}

std::vector<AgencyMention> agencies_in(const Words& words, std::size_t first, std::size_t last)
{
    std::vector<AgencyMention> found;
    for (auto i = first; i < last;) {
        const auto end = std::min(agency_end(words, i), last);
        if (end > i) found.push_back({i, end});
        i = std::max(end, i + 1);
    }
    return found;
}

std::size_t request_length(std::string_view text)
{
    static constexpr std::array<std::string_view, 6> requests{
        "đề nghị", "giao", "yêu cầu", "đối với", "trách nhiệm của", "nhiệm vụ của"
    };
    const auto lower = lower_in_place(text.substr(0, std::min<std::size_t>(text.size(), 40)));
    for (const auto request : requests) {
        if (lower.starts_with(request) && lower.size() > request.size() &&
            lower[request.size()] == ' ') {
            return request.size() + 1;
        }
    }
    return 0;
}

std::vector<std::string> agency_list(std::string_view text)
{
    text = trim(text);
    text.remove_prefix(request_length(text));
    return ListReader(without_brackets(text)).read();
}

bool begins_with_agency(std::string_view text)
{
    text = trim(text);
    text.remove_prefix(request_length(text));
    const Words words{std::string(text)};
    return collective_at(words, 0) || is_head(words, 0);
}

std::string agency_in_small_letters(const std::string& capitals)
{
    return SmallLetters(to_lower(capitals)).write();
}

} // namespace tiendo::documents
