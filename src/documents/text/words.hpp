#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tiendo::documents {

enum class WordKind { word, number, sign };

struct Word {
    std::size_t begin = 0;
    std::size_t end = 0;
    WordKind kind = WordKind::word;
};

/// A text cut into words, numbers ("26,05", "100.000") and single signs. Letters are compared in
/// lower case and with their marks: "giám đốc" must never be taken for "giảm".
class Words {
public:
    explicit Words(std::string text);

    std::size_t size() const { return words_.size(); }
    const Word& at(std::size_t i) const { return words_[i]; }
    const std::string& text() const { return text_; }

    /// The word in lower case; dashes are "-"; empty beyond the ends, so that callers may look
    /// around.
    std::string_view lower(std::size_t i) const;
    /// As it was written.
    std::string_view written(std::size_t i) const;
    /// From the first to the last word of [first, last), as it was written.
    std::string_view written(std::size_t first, std::size_t last) const;

    bool is(std::size_t i, std::string_view lower_word) const { return lower(i) == lower_word; }
    bool is_number(std::size_t i) const { return i < size() && words_[i].kind == WordKind::number; }
    bool is_sign(std::size_t i) const { return i < size() && words_[i].kind == WordKind::sign; }
    bool is_plain(std::size_t i) const { return i < size() && words_[i].kind == WordKind::word; }
    bool is_capitalised(std::size_t i) const;
    /// The first word that begins at or after the byte.
    std::size_t at_byte(std::size_t byte) const;

private:
    std::string text_;
    std::string lower_; ///< same length as text_
    std::vector<Word> words_;
};

/// Lower case, letter by letter, so that every byte keeps its place.
std::string lower_in_place(std::string_view text);
bool is_upper_case(std::string_view text); ///< has letters, and none of them is small

} // namespace tiendo::documents
