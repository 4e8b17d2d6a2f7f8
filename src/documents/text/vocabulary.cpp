#include "documents/text/vocabulary.hpp"

#include "base/result.hpp"
#include "base/text.hpp"
#include "embedded/vocabulary.hpp"

#include <array>
#include <map>
#include <mutex>

namespace tiendo::documents {

namespace {

std::vector<std::string_view> lines_of(std::string_view file)
{
    std::vector<std::string_view> lines;
    while (!file.empty()) {
        const auto end = file.find('\n');
        const auto line = trim(file.substr(0, end));
        if (!line.empty() && line.front() != '#') lines.push_back(line);
        file = end == std::string_view::npos ? std::string_view{} : file.substr(end + 1);
    }
    return lines;
}

std::string_view file_of(std::string_view name)
{
    const auto file = embedded::vocabulary(std::string(name) + ".txt");
    ensure(!file.empty(), "every vocabulary that is asked for is embedded");
    return file;
}

const PhraseTable& table_of(std::string_view name, bool folded)
{
    static std::mutex guard;
    static std::array<std::map<std::string, PhraseTable, std::less<>>, 2> all;
    const std::lock_guard lock(guard);
    auto& tables = all[folded ? 1 : 0];
    auto found = tables.find(name);
    if (found == tables.end())
        found = tables.emplace(std::string(name), PhraseTable(file_of(name), folded)).first;
    return found->second;
}

} // namespace

PhraseTable::PhraseTable(std::string_view file, bool folded)
{
    for (const auto line : lines_of(file)) {
        const auto equals = line.rfind(" = ");
        const auto text = trim(line.substr(0, equals));
        const Words words{folded ? search_key(text) : std::string(text)};
        Phrase phrase;
        for (std::size_t i = 0; i < words.size(); ++i)
            phrase.words.emplace_back(words.lower(i));
        if (equals != std::string_view::npos) phrase.meaning = trim(line.substr(equals + 3));
        if (phrase.words.empty()) continue;
        by_first_[phrase.words.front()].push_back(phrases_.size());
        by_last_[phrase.words.back()].push_back(phrases_.size());
        phrases_.push_back(std::move(phrase));
    }
}

PhraseTable::Match PhraseTable::at(const Words& words, std::size_t i) const
{
    Match best;
    const auto found = by_first_.find(std::string(words.lower(i)));
    if (found == by_first_.end()) return best;
    for (const auto index : found->second) {
        const auto& phrase = phrases_[index];
        if (phrase.words.size() <= best.length) continue;
        std::size_t k = 1;
        while (k < phrase.words.size() && words.lower(i + k) == phrase.words[k])
            ++k;
        if (k == phrase.words.size()) best = {phrase.meaning, k};
    }
    return best;
}

PhraseTable::Match PhraseTable::before(const Words& words, std::size_t end) const
{
    Match best;
    if (end == 0) return best;
    const auto found = by_last_.find(std::string(words.lower(end - 1)));
    if (found == by_last_.end()) return best;
    for (const auto index : found->second) {
        const auto& phrase = phrases_[index];
        const auto length = phrase.words.size();
        if (length <= best.length || length > end) continue;
        std::size_t k = 0;
        while (k < length && words.lower(end - length + k) == phrase.words[k])
            ++k;
        if (k == length) best = {phrase.meaning, length};
    }
    return best;
}

bool PhraseTable::holds(std::string_view phrase) const
{
    const Words words{std::string(phrase)};
    return words.size() > 0 && at(words, 0).length == words.size();
}

const PhraseTable& vocabulary(std::string_view name)
{
    return table_of(name, false);
}

const PhraseTable& folded_vocabulary(std::string_view name)
{
    return table_of(name, true);
}

std::vector<std::string_view> vocabulary_lines(std::string_view name)
{
    return lines_of(file_of(name));
}

} // namespace tiendo::documents
