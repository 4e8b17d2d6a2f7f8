#pragma once

#include "documents/text/words.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tiendo::documents {

/// Phrases and what they mean, from a file of lines "phrase = meaning" (or "phrase" alone).
class PhraseTable {
public:
    struct Match {
        std::string_view meaning{};
        std::size_t length = 0; ///< in words; 0 where nothing matched

        explicit operator bool() const { return length > 0; }
    };

    explicit PhraseTable(std::string_view file, bool folded = false);

    /// The longest phrase that begins at the word.
    Match at(const Words& words, std::size_t i) const;
    /// The longest phrase whose last word is the one before `end`.
    Match before(const Words& words, std::size_t end) const;
    bool holds(std::string_view phrase) const;

private:
    struct Phrase {
        std::vector<std::string> words{};
        std::string meaning{};
    };

    std::vector<Phrase> phrases_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_first_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_last_;
};

/// The table of vocabulary/<name>.txt, read once.
const PhraseTable& vocabulary(std::string_view name);

/// The same with phrases folded by search_key, for headings: marks and case do not count there.
const PhraseTable& folded_vocabulary(std::string_view name);

/// The lines of vocabulary/<name>.txt without remarks and blank ones.
std::vector<std::string_view> vocabulary_lines(std::string_view name);

} // namespace tiendo::documents
