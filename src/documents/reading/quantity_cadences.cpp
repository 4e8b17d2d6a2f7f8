#include "documents/reading/quantity_cadences.hpp"

#include "documents/text/vocabulary.hpp"

#include <algorithm>

namespace tiendo::documents {

namespace {

/// "tăng thêm 05 câu lạc bộ mỗi năm, nâng tổng số lên 67": the sum is reached once.
bool sums_up(const Words& words, const std::vector<Candidate>& candidates, const Candidate& sum)
{
    const auto clause = clause_begin(words, sum.amount.first);
    return !sum.change && between_has(words, clause, sum.begin, "tổng") &&
           std::any_of(candidates.begin(), candidates.end(), [&](const Candidate& other) {
               return other.change && other.amount.first < sum.amount.first &&
                      clause_begin(words, other.amount.first) == clause;
           });
}

/// "giảm bình quân 2%/năm, riêng vùng khó khăn giảm từ 3% trở lên": the exception is reckoned as
/// its rule.
bool is_exception(
    const Words& words,
    const std::vector<Candidate>& candidates,
    const Candidate& candidate,
    std::size_t i
)
{
    return std::any_of(candidates.begin(), candidates.end(), [&](const Candidate& rule) {
        return rule.amount.last <= i && i - rule.amount.last < 8 && i < candidate.amount.first &&
               rule.change && rule.change == candidate.change &&
               rule.amount.unit == candidate.amount.unit &&
               between_has(words, i, candidate.amount.first, "riêng");
    });
}

/// "/năm" belongs to its own number; "mỗi quý" to all numbers of the clause.
bool shares_clause(const Words& words, const Candidate& candidate, std::size_t i)
{
    const auto number = candidate.amount.first;
    if (clause_begin(words, number) != clause_begin(words, i)) return false;
    if (!words.is(i, "/")) return true;
    // "100% cơ sở được kiểm tra ít nhất 01 lần/năm"
    constexpr std::size_t words_between_max = 25;
    return number < i && i - candidate.amount.last < words_between_max &&
           !between_has(words, candidate.amount.last, i, ",");
}

} // namespace

void read_cadences(const Words& words, std::vector<Candidate>& candidates)
{
    const auto& cadences = vocabulary("cadences");
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto match = cadences.at(words, i);
        const auto every = match ? cadence_of(match.meaning) : std::nullopt;
        if (!every) continue;
        for (auto& candidate : candidates) {
            const bool shares = shares_clause(words, candidate, i) ||
                                (words.is(i, "/") && is_exception(words, candidates, candidate, i));
            if (!shares || candidate.every) continue;
            if (i < candidate.begin && sums_up(words, candidates, candidate)) continue;
            const bool inside_unit = candidate.amount.first < i && i < candidate.amount.last;
            if (!inside_unit && !candidate.amount.per_year_in_unit) candidate.every = every;
        }
        i += match.length - 1;
    }
}

} // namespace tiendo::documents
