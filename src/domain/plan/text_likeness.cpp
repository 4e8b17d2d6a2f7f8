#include "domain/plan/text_likeness.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <ranges>
#include <set>
#include <string_view>

namespace tiendo {
namespace {

/// Two words in a row say more than each alone: "nữ thạc sĩ".
constexpr double pair_weight = 2.0;

/// They compare and date, and say nothing of what is counted.
constexpr std::array<std::string_view, 22> empty_words{
    "ít", "nhất", "tối", "thiểu", "đạt", "trên", "dưới", "khoảng", "còn", "xuống", "lên",
    "từ", "đến",  "vào", "năm",   "là",  "trở",  "cuối", "phấn",   "đấu", "và",    "của",
};

bool is_word_byte(char byte)
{
    const auto b = static_cast<unsigned char>(byte);
    return b >= 0x80 || (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9');
}

bool says_nothing(const std::string& word)
{
    const bool has_digit = std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
    return has_digit || std::ranges::find(empty_words, word) != empty_words.end();
}

std::vector<std::string> words_of(const std::string& text)
{
    std::vector<std::string> words;
    std::string word;
    const auto end_word = [&] {
        if (!word.empty() && !says_nothing(word)) words.push_back(word);
        word.clear();
    };
    for (const char byte : name_key(text)) {
        if (is_word_byte(byte))
            word += byte;
        else
            end_word();
    }
    end_word();
    return words;
}

using Counts = std::map<std::string, double>;

Counts counts_of(const std::string& text)
{
    Counts counts;
    const auto words = words_of(text);
    for (std::size_t i = 0; i < words.size(); ++i) {
        counts[words[i]] += 1;
        if (i + 1 < words.size()) counts[words[i] + ' ' + words[i + 1]] += pair_weight;
    }
    return counts;
}

} // namespace

TextLikeness::TextLikeness(
    const std::vector<std::string>& left, const std::vector<std::string>& right
)
{
    std::vector<Counts> counted;
    std::map<std::string, int> texts_with;
    for (const auto* side : {&left, &right}) {
        for (const auto& text : *side) {
            counted.push_back(counts_of(text));
            for (const auto& feature : counted.back() | std::views::keys)
                ++texts_with[feature];
        }
    }
    const auto all = static_cast<double>(counted.size());
    for (std::size_t i = 0; i < counted.size(); ++i) {
        Features features;
        double squares = 0;
        for (const auto& [feature, count] : counted[i]) {
            const auto weight = count * std::log(1.0 + all / texts_with[feature]);
            squares += weight * weight;
            features.push_back({feature, weight});
        }
        for (auto& feature : features)
            feature.weight /= std::sqrt(squares);
        (i < left.size() ? left_ : right_).push_back(std::move(features));
    }
}

double TextLikeness::between(std::size_t left, std::size_t right) const
{
    double shared = 0;
    auto a = left_[left].begin();
    auto b = right_[right].begin();
    while (a != left_[left].end() && b != right_[right].end()) {
        if (a->feature < b->feature) {
            ++a;
        } else if (b->feature < a->feature) {
            ++b;
        } else {
            shared += a->weight * b->weight;
            ++a;
            ++b;
        }
    }
    return shared;
}

std::map<std::size_t, std::size_t> most_alike(
    const std::vector<std::string>& left,
    const std::vector<std::string>& right,
    double likeness_min,
    Matching matching
)
{
    struct Pair {
        std::size_t left = 0;
        std::size_t right = 0;
        double likeness = 0;
    };
    const TextLikeness likeness(left, right);
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < left.size(); ++i) {
        for (std::size_t j = 0; j < right.size(); ++j) {
            const auto value = likeness.between(i, j);
            if (value >= likeness_min) pairs.push_back({i, j, value});
        }
    }
    std::ranges::stable_sort(pairs, std::ranges::greater{}, &Pair::likeness);
    std::map<std::size_t, std::size_t> found;
    std::set<std::size_t> taken;
    for (const bool may_share : {false, true}) {
        if (may_share && matching == Matching::one_to_one) break;
        for (const auto& pair : pairs) {
            if (found.contains(pair.left) || (!may_share && taken.contains(pair.right))) continue;
            found[pair.left] = pair.right;
            taken.insert(pair.right);
        }
    }
    return found;
}

} // namespace tiendo
