#pragma once

#include "documents/reading/quantity_unit.hpp"
#include "domain/plan/plan_reading.hpp"

#include <optional>
#include <string_view>

namespace tiendo::documents {

/// An amount on its way to becoming a quantity of the target, or the baseline of one.
struct Candidate {
    Amount amount{};
    Comparator comparator = Comparator::at_least;
    bool comparator_written = false;
    std::size_t begin = 0; ///< first word of the comparing words
    std::optional<Change> change{};
    std::optional<Date> due{};
    std::optional<Cadence> every{};
    bool is_baseline = false;
    std::optional<Decimal> baseline{};
};

/// What the meanings of vocabulary/comparators.txt and cadences.txt stand for.
Comparator comparator_of(std::string_view meaning);
std::optional<Cadence> cadence_of(std::string_view meaning);

/// First word of the clause that holds the word, and the word that ends it.
std::size_t clause_begin(const Words& words, std::size_t i);
std::size_t clause_end(const Words& words, std::size_t i);
bool in_brackets(const Words& words, std::size_t i);
bool between_has(const Words& words, std::size_t first, std::size_t last, std::string_view word);

} // namespace tiendo::documents
