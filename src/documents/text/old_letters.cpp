#include "documents/text/old_letters.hpp"

#include "base/text.hpp"
#include "documents/text/vocabulary.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace tiendo::documents {

namespace {

using Letters = std::unordered_map<std::string, std::string>;

Letters letters_in(std::string_view name)
{
    Letters letters;
    for (const auto line : vocabulary_lines(name)) {
        const auto space = line.find(' ');
        letters[std::string(line.substr(0, space))] = line.substr(space + 1);
    }
    return letters;
}

const Letters& letters_of(OldLetters letters)
{
    static const auto tcvn3 = letters_in("old_letters_tcvn3");
    static const auto vni = letters_in("old_letters_vni");
    return letters == OldLetters::tcvn3 ? tcvn3 : vni;
}

std::size_t character_bytes(std::string_view text)
{
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    return std::min(bytes, text.size());
}

/// Syllables with marks that every plan is full of.
const std::unordered_set<std::string>& common_syllables()
{
    static const auto all = [] {
        std::unordered_set<std::string> syllables;
        for (const auto line : vocabulary_lines("common_pairs")) {
            for (const auto& syllable : split(line, ' ')) {
                if (syllable.size() > character_count(syllable)) syllables.insert(syllable);
            }
        }
        return syllables;
    }();
    return all;
}

std::size_t known_syllables(const std::string& text)
{
    const Words words{text};
    std::size_t known = 0;
    for (std::size_t i = 0; i < words.size(); ++i)
        known += common_syllables().contains(std::string(words.lower(i)));
    return known;
}

} // namespace

std::string_view name_of(OldLetters letters)
{
    return letters == OldLetters::tcvn3 ? "TCVN3" : "VNI";
}

std::string in_unicode(std::string_view text, OldLetters letters)
{
    const auto& table = letters_of(letters);
    std::string out;
    while (!text.empty()) {
        const auto first = character_bytes(text);
        const auto rest = text.substr(first);
        const auto both = rest.empty() ? first : first + character_bytes(rest);
        auto taken = both;
        auto found = table.find(std::string(text.substr(0, both)));
        if (found == table.end()) {
            taken = first;
            found = table.find(std::string(text.substr(0, first)));
        }
        out += found == table.end() ? std::string(text.substr(0, taken)) : found->second;
        text.remove_prefix(taken);
    }
    return to_nfc(out);
}

/// "ạ" to "ỹ" (U+1EA0 to U+1EF9) in UTF-8, which no old encoding leaves behind.
bool is_written_in_unicode(std::string_view text)
{
    constexpr int letters_min = 50;
    int letters = 0;
    for (std::size_t i = 0; i + 1 < text.size() && letters < letters_min; ++i)
        letters += text[i] == '\xE1' && (text[i + 1] == '\xBA' || text[i + 1] == '\xBB');
    return letters == letters_min;
}

std::optional<OldLetters> old_letters_of(std::string_view text)
{
    constexpr std::size_t looked_at = 20'000;
    constexpr std::size_t syllables_min = 8;
    const auto sample = first_bytes(text, looked_at);
    if (is_written_in_unicode(sample)) return std::nullopt;
    const auto as_it_stands = known_syllables(to_nfc(sample));
    std::optional<OldLetters> best;
    std::size_t most = as_it_stands * 2 + syllables_min;
    for (const auto letters : {OldLetters::tcvn3, OldLetters::vni}) {
        const auto known = known_syllables(in_unicode(sample, letters));
        if (known <= most) continue;
        most = known;
        best = letters;
    }
    return best;
}

std::optional<OldLetters> old_letters_of_font(std::string_view font)
{
    // A subset of a font in a PDF has a mark before its name: "BAAAAA+.VnTime".
    const auto plus = font.find('+');
    if (plus != std::string_view::npos) font.remove_prefix(plus + 1);
    if (font.starts_with(".Vn")) return OldLetters::tcvn3;
    if (font.starts_with("VNI-")) return OldLetters::vni;
    return std::nullopt;
}

bool shows_capitals(std::string_view font)
{
    return old_letters_of_font(font) == OldLetters::tcvn3 && font.ends_with('H');
}

} // namespace tiendo::documents
