#include "documents/text/repair.hpp"

#include "base/text.hpp"
#include "documents/text/plain_letters.hpp"
#include "documents/text/vocabulary.hpp"
#include "documents/text/words.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace tiendo::documents {

namespace {

/// Pairs that plans are made of, by their letters without marks.
class PairLexicon {
public:
    PairLexicon()
    {
        for (const auto line : vocabulary_lines("common_pairs")) {
            known_.insert(std::string(line));
            by_letters_[plain_letters(line)].emplace_back(line);
        }
        for (const auto line : vocabulary_lines("other_pairs"))
            known_.insert(std::string(line));
        for (const auto line : vocabulary_lines("small_words"))
            small_words_.insert(std::string(line));
        for (const auto line : vocabulary_lines("place_names")) {
            const auto lower = lower_in_place(line);
            known_places_.insert(lower);
            places_[plain_letters(lower)].emplace_back(line);
        }
    }

    bool knows(std::string_view first, std::string_view second) const
    {
        return known_.contains(std::string(first) + " " + std::string(second));
    }

    bool is_small(std::string_view word) const { return small_words_.contains(std::string(word)); }
    bool knows_place(const std::string& lower) const { return known_places_.contains(lower); }

    /// The only pair with these letters; empty where there is none or more than one.
    std::string meant(std::string_view first, std::string_view second) const
    {
        return only(by_letters_, std::string(first) + " " + std::string(second));
    }
    std::string place(const std::string& lower) const { return only(places_, lower); }

private:
    using Lists = std::unordered_map<std::string, std::vector<std::string>>;

    static std::string only(const Lists& lists, const std::string& lower)
    {
        const auto found = lists.find(plain_letters(lower));
        return found != lists.end() && found->second.size() == 1 ? found->second.front()
                                                                 : std::string{};
    }

    std::unordered_set<std::string> known_;
    std::unordered_set<std::string> small_words_;
    std::unordered_set<std::string> known_places_;
    Lists by_letters_;
    Lists places_;
};

const PairLexicon& lexicon()
{
    static const PairLexicon all;
    return all;
}

bool stand_together(const Words& words, std::size_t i)
{
    return words.is_plain(i) && words.is_plain(i + 1) &&
           words.at(i).end + 1 == words.at(i + 1).begin;
}

class Mender {
public:
    Mender(
        std::string& text,
        LineRange lines,
        const DocumentText& document,
        std::vector<Repair>& repairs
    )
        : text_(text), lines_(lines), document_(document), repairs_(repairs)
    {
    }

    void mend()
    {
        const Words words{text_};
        for (std::size_t i = 0; i + 1 < words.size(); ++i) {
            if (!stand_together(words, i)) continue;
            auto after = place_meant(words, i);
            if (after.empty()) after = pair_meant(words, i);
            if (after.empty()) continue;
            const auto before = std::string(words.written(i, i + 2));
            text_.replace(words.at(i).begin + shift_, before.size(), after);
            shift_ += after.size() - before.size();
            repairs_.push_back({lines_, {before, after, in_context(words, i, after)}});
            ++i;
        }
    }

private:
    /// The repaired pair with the words beside it, which tell it from the same pair elsewhere.
    static std::string in_context(const Words& words, std::size_t i, const std::string& after)
    {
        constexpr std::size_t neighbours = 2;
        auto first = i;
        while (first > 0 && i - first < neighbours && stand_together(words, first - 1))
            --first;
        auto last = i + 1;
        while (last < i + 1 + neighbours && stand_together(words, last))
            ++last;
        const auto before_it = words.written(first, i);
        const auto behind_it = words.written(i + 2, last + 1);
        return std::string(before_it) + (before_it.empty() ? "" : " ") + after +
               (behind_it.empty() ? "" : " ") + std::string(behind_it);
    }

    /// "Ngọc Hòì", and "huyện Ngọc Hôi": a name that no place has, with the letters of one that is.
    std::string place_meant(const Words& words, std::size_t i) const
    {
        if (!words.is_capitalised(i) || !words.is_capitalised(i + 1) ||
            is_upper_case(words.written(i + 1)))
            return {};
        const auto lower = std::string(words.lower(i)) + " " + std::string(words.lower(i + 1));
        if (lexicon().knows_place(lower)) return {};
        const bool impossible = has_two_tones(words.lower(i)) || has_two_tones(words.lower(i + 1));
        const bool named = i > 0 && (words.is(i - 1, "huyện") || words.is(i - 1, "tỉnh") ||
                                     words.is(i - 1, "quận") || words.is(i - 1, "phố") ||
                                     (words.is(i - 1, "xã") && words.is(i - 2, "thị")));
        if (!impossible && !named) return {};
        auto meant = lexicon().place(lower);
        // "huyện Ngọc Hôi" may well exist: it is mended where the document itself writes the other.
        return impossible || is_written(meant) ? meant : std::string{};
    }

    bool is_written(const std::string& place) const
    {
        if (place.empty()) return false;
        return std::any_of(
            document_.blocks.begin(),
            document_.blocks.end(),
            [&](const Block& block) {
                const auto* paragraph = std::get_if<Paragraph>(&block);
                return paragraph != nullptr && paragraph->text.find(place) != std::string::npos;
            }
        );
    }

    std::string pair_meant(const Words& words, std::size_t i) const
    {
        const auto first = words.lower(i);
        const auto second = words.lower(i + 1);
        if (is_upper_case(words.written(i, i + 2)) || words.is_capitalised(i + 1)) return {};
        if (lexicon().knows(first, second)) return {};
        const bool impossible = has_two_tones(first) || has_two_tones(second);
        if (!impossible) {
            if (lexicon().is_small(first) || lexicon().is_small(second)) return {};
            // "mang tính hình thức": a word of the pair belongs to its other neighbour.
            if (i > 0 && stand_together(words, i - 1) && lexicon().knows(words.lower(i - 1), first))
                return {};
            if (stand_together(words, i + 1) && lexicon().knows(second, words.lower(i + 2)))
                return {};
        }
        auto after = lexicon().meant(first, second);
        // "hoá" and "hóa" are two ways to write the same.
        if (name_key(std::string(first) + " " + std::string(second)) == name_key(after)) return {};
        if (!after.empty() && words.is_capitalised(i)) after = upper_first(after);
        return after;
    }

    std::string& text_;
    LineRange lines_;
    const DocumentText& document_;
    std::vector<Repair>& repairs_;
    std::size_t shift_ = 0; ///< wraps around where the text got shorter, which adds up
};

} // namespace

std::vector<Repair> apply_repairs(DocumentText& document)
{
    std::vector<Repair> repairs;
    for (auto& block : document.blocks) {
        if (auto* paragraph = std::get_if<Paragraph>(&block)) {
            Mender(paragraph->text, paragraph->lines, document, repairs).mend();
            continue;
        }
        for (auto& row : std::get<Table>(block).rows) {
            for (auto& cell : row.cells)
                Mender(cell.text, row.lines, document, repairs).mend();
        }
    }
    return repairs;
}

} // namespace tiendo::documents
