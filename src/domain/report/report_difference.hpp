#pragma once

#include "domain/report/official_document.hpp"

#include <string>
#include <vector>

/// What is another in one report than in an earlier one: sentence by sentence, number by number.
namespace tiendo {

enum class SentenceChange { added, removed, changed };

struct NumberChange {
    std::string source{};
    std::string before{};
    std::string now{};

    friend bool operator==(const NumberChange&, const NumberChange&) = default;
};

/// A sentence, or a row of a table, that is not the same in both.
struct ReportChange {
    SentenceChange kind = SentenceChange::changed;
    std::string heading{}; ///< under which it stands: "II. …", "Phụ lục II …"
    std::string key{};     ///< of the paragraph; empty for a row
    std::string before{};
    std::string now{};
    std::vector<NumberChange> numbers{};

    friend bool operator==(const ReportChange&, const ReportChange&) = default;
};

/// In the order of `now`, what was removed after what stood before it. The hour of the report, and
/// numbers of an annex that the body has told already, are no changes.
std::vector<ReportChange> differences(const OfficialDocument& before, const OfficialDocument& now);

/// A stretch of words that both have, or that one of them has.
struct WordStretch {
    enum class Kind { same, removed, added };
    Kind kind = Kind::same;
    std::string words{};

    friend bool operator==(const WordStretch&, const WordStretch&) = default;
};
std::vector<WordStretch> compare_words(const std::string& before, const std::string& now);

} // namespace tiendo
