#include "documents/reading/quantity_candidate.hpp"

#include <array>
#include <utility>

namespace tiendo::documents {

namespace {

bool ends_clause(const Words& words, std::size_t i)
{
    return words.is(i, ";") || (words.is(i, ".") && !words.is_number(i + 1));
}

} // namespace

Comparator comparator_of(std::string_view meaning)
{
    static constexpr std::array<std::pair<std::string_view, Comparator>, 6> meanings{
        {{"at_least", Comparator::at_least},
         {"at_most", Comparator::at_most},
         {"above", Comparator::above},
         {"below", Comparator::below},
         {"about", Comparator::about},
         {"exactly", Comparator::exactly}}
    };
    for (const auto& [name, comparator] : meanings) {
        if (name == meaning) return comparator;
    }
    return Comparator::at_least;
}

std::optional<Cadence> cadence_of(std::string_view meaning)
{
    if (meaning == "month") return Cadence::month;
    if (meaning == "quarter") return Cadence::quarter;
    if (meaning == "half_year") return Cadence::half_year;
    if (meaning == "year") return Cadence::year;
    return std::nullopt;
}

std::size_t clause_begin(const Words& words, std::size_t i)
{
    while (i > 0 && !ends_clause(words, i - 1))
        --i;
    return i;
}

std::size_t clause_end(const Words& words, std::size_t i)
{
    while (i < words.size() && !ends_clause(words, i))
        ++i;
    return i;
}

bool in_brackets(const Words& words, std::size_t i)
{
    int depth = 0;
    for (std::size_t k = clause_begin(words, i); k < i; ++k) {
        depth += words.is(k, "(") ? 1 : words.is(k, ")") ? -1 : 0;
    }
    return depth > 0;
}

bool between_has(const Words& words, std::size_t first, std::size_t last, std::string_view word)
{
    for (auto i = first; i < last; ++i) {
        if (words.is(i, word)) return true;
    }
    return false;
}

} // namespace tiendo::documents
