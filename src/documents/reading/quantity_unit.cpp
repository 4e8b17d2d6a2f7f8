#include "documents/reading/quantity_unit.hpp"

#include "base/number_text.hpp"
#include "base/text.hpp"
#include "documents/text/vocabulary.hpp"

#include <algorithm>
#include <array>

namespace tiendo::documents {

namespace {

constexpr std::size_t unknown_noun_words = 2;

bool is_percent(const Words& words, std::size_t i)
{
    return words.is(i, "%") || (words.is(i, "phần") && words.is(i + 1, "trăm"));
}

/// "0,1%o", "0,2 %0": how a keyboard without "‰" writes it.
bool is_typed_per_mille(const Words& words, std::size_t i)
{
    return words.is(i, "%") && i + 1 < words.size() && words.at(i).end == words.at(i + 1).begin &&
           (words.is(i + 1, "o") || words.is(i + 1, "0") || words.is(i + 1, "₀"));
}

std::size_t after_percent(const Words& words, std::size_t i)
{
    return words.is(i, "%") ? i + 1 : i + 2;
}

bool is_power_base(const Decimal& number)
{
    static constexpr std::array<std::int64_t, 4> bases{1000, 10000, 100000, 1000000};
    return std::any_of(bases.begin(), bases.end(), [&](auto base) {
        return number == Decimal(base);
    });
}

bool ends_noun(const Words& words, std::size_t i)
{
    return !words.is_plain(i) || vocabulary("unit_stops").at(words, i);
}

/// Words of the noun at i, known or taken up to a word that cannot belong to it.
std::size_t noun_end(const Words& words, std::size_t i)
{
    if (const auto known = vocabulary("counted_nouns").at(words, i)) return i + known.length;
    std::size_t end = i;
    while (end < i + unknown_noun_words && !ends_noun(words, end))
        ++end;
    return end;
}

std::string lower_text(const Words& words, std::size_t first, std::size_t last)
{
    return squeeze(to_lower(words.written(first, last)));
}

bool is_time_word(const Words& words, std::size_t i)
{
    static constexpr std::array<std::string_view, 4> times{"năm", "quý", "tháng", "tuần"};
    return std::any_of(times.begin(), times.end(), [&](auto time) { return words.is(i, time); });
}

bool is_money(std::string_view unit)
{
    return unit.find("đồng") != std::string_view::npos;
}

/// "triệu đồng/người/năm": what belongs to the unit behind its first noun.
void extend_over_slashes(const Words& words, Amount& amount)
{
    while (words.is(amount.last, "/") && words.is_plain(amount.last + 1)) {
        const bool time = is_time_word(words, amount.last + 1);
        const bool rate = is_money(amount.unit) || amount.unit.find('/') != std::string::npos;
        if (time && !rate) return;
        auto end = time ? amount.last + 2 : noun_end(words, amount.last + 1);
        amount.unit += "/" + lower_text(words, amount.last + 1, end);
        amount.per_year_in_unit = amount.per_year_in_unit || time;
        amount.last = end;
    }
}

/// "31,8/100.000", "108 bé trai/110 bé gái", "8 trên 1.000 trẻ".
bool read_rate(const Words& words, std::size_t after_number, Amount& amount)
{
    std::size_t slash = after_number;
    while (slash < after_number + 6 && words.is_plain(slash) && !words.is(slash, "trên"))
        ++slash;
    const bool written_trên = words.is(slash, "trên");
    if (!words.is(slash, "/") && !written_trên) return false;
    const auto base =
        words.is_number(slash + 1) ? vietnamese_decimal(words.written(slash + 1)) : std::nullopt;
    if (!base || !base->is_whole()) return false;
    const bool noun_before = slash > after_number;
    if (!is_power_base(*base) && (!noun_before || written_trên)) return false;
    if (is_power_base(*base) && !noun_before && written_trên && base->units() < 1000) return false;
    amount.unit = "per_" + base->str();
    amount.last = slash + 2;
    return true;
}

/// "1/3 số xã": a share of all of them.
bool read_fraction(const Words& words, std::size_t after_number, Amount& amount)
{
    if (!words.is(after_number, "/") || !words.is_number(after_number + 1)) return false;
    if (!words.is(after_number + 2, "số") && !words.is(after_number + 2, "tổng")) return false;
    const auto total = vietnamese_decimal(words.written(after_number + 1));
    const auto share = total ? Ratio::of(amount.value, *total, 100) : std::nullopt;
    if (!share || *total < amount.value) return false;
    amount.value = share->rounded(2);
    amount.unit = "percent";
    amount.last = after_number + 2;
    return true;
}

/// "03/9 xã": the count out of a total. A ratio without nouns ("108/110") where the text calls it
/// one.
bool read_part_of_total(const Words& words, std::size_t after_number, Amount& amount)
{
    if (!words.is(after_number, "/") || !words.is_number(after_number + 1)) return false;
    const auto total = vietnamese_decimal(words.written(after_number + 1));
    if (!total || !total->is_whole()) return false;
    for (std::size_t i = amount.first; i-- > 0 && !words.is(i, ";");) {
        if (words.is(i, "tỷ") && (words.is(i + 1, "số") || words.is(i + 1, "suất"))) {
            amount.unit = "per_" + total->str();
            amount.last = after_number + 2;
            return true;
        }
    }
    const auto end = noun_end(words, after_number + 2);
    amount.unit = lower_text(words, after_number + 2, end);
    amount.last = end;
    amount.with_total = true;
    return true;
}

bool is_quote(const Words& words, std::size_t i)
{
    return words.is(i, "\"") || words.is(i, "“") || words.is(i, "”");
}

void read_noun(const Words& words, std::size_t after_number, Amount& amount)
{
    std::size_t begin = after_number;
    if (words.is(begin, "(")) { // "05 (năm) mô hình"
        auto close = begin + 1;
        while (close < words.size() && close < begin + 6 && !words.is(close, ")"))
            ++close;
        if (words.is(close, ")") && words.is_plain(close + 1)) begin = close + 1;
    }
    if (is_quote(words, begin)) ++begin; // 30 "Tổ liên gia"
    const auto end = noun_end(words, begin);
    amount.unit = lower_text(words, begin, end);
    amount.last = std::max(end, after_number);
    extend_over_slashes(words, amount);
}

void read_unit(const Words& words, std::size_t after_number, Amount& amount)
{
    amount.last = after_number;
    if (is_percent(words, after_number) && !is_typed_per_mille(words, after_number)) {
        amount.unit = "percent";
        amount.last = after_percent(words, after_number);
    } else if (words.is(after_number, "‰") || is_typed_per_mille(words, after_number)) {
        amount.unit = "per_1000";
        amount.last = after_number + (words.is(after_number, "‰") ? 1 : 2);
    } else if (words.is(after_number, "điểm") && is_percent(words, after_number + 1)) {
        amount.unit = "percent";
        amount.last = after_percent(words, after_number + 1);
    } else if (words.is(after_number, "lần")) {
        amount.unit = "ratio";
        amount.last = after_number + 1;
    } else if (!read_fraction(words, after_number, amount) &&
               !read_rate(words, after_number, amount) &&
               !read_part_of_total(words, after_number, amount)) {
        read_noun(words, after_number, amount);
    }
}

/// "60-70%", "2% - 3%", "từ 5 đến 6%".
bool read_range(const Words& words, Amount& amount)
{
    auto i = amount.first + 1;
    const bool own_percent = is_percent(words, i);
    if (own_percent) i = after_percent(words, i);
    const bool dash = words.is(i, "-") || words.is(i, "÷");
    const bool till = words.is(i, "đến") && words.is(amount.first - 1, "từ");
    if ((!dash && !till) || !words.is_number(i + 1)) return false;
    const auto high = vietnamese_decimal(words.written(i + 1));
    if (!high || *high < amount.value) return false;
    amount.high = high;
    read_unit(words, i + 2, amount);
    if (own_percent && amount.unit != "percent") return false;
    return true;
}

} // namespace

std::optional<Decimal> vietnamese_decimal(std::string_view digits)
{
    const auto typed = read_typed_number(digits);
    return typed && typed->unit.empty() ? std::optional(typed->value) : std::nullopt;
}

std::optional<Amount> amount_at(const Words& words, std::size_t i)
{
    if (!words.is_number(i)) return std::nullopt;
    const auto value = vietnamese_decimal(words.written(i));
    if (!value) return std::nullopt;
    Amount amount;
    amount.first = i;
    amount.value = *value;
    if (!read_range(words, amount)) {
        amount.high.reset();
        read_unit(words, i + 1, amount);
    }
    return amount;
}

} // namespace tiendo::documents
