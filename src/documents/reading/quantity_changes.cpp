#include "documents/reading/quantity_changes.hpp"

#include "documents/text/dates.hpp"
#include "documents/text/vocabulary.hpp"

#include <algorithm>

namespace tiendo::documents {

namespace {

class Changes {
public:
    Changes(const Words& words, std::vector<Candidate>& candidates)
        : words_(words), candidates_(candidates)
    {
    }

    void read(std::size_t n)
    {
        auto& candidate = candidates_[n];
        // "tăng gấp 1,5 lần so với năm 2024": how many times as much is a level.
        if (word_before_is(candidate.begin, "gấp") || word_before_is(candidate.amount.first, "gấp"))
            return;
        auto from = clause_begin(words_, candidate.amount.first);
        if (n > 0 && !candidates_[n - 1].is_baseline)
            from = std::max(from, candidates_[n - 1].amount.last);
        const auto& verbs = vocabulary("change_verbs");
        std::string_view direction;
        std::size_t verb_end = 0;
        for (auto i = from; i < candidate.amount.first;) {
            const auto match = verbs.at(words_, i);
            const bool adds = match.meaning == "addition";
            if (adds && i + match.length == candidate.begin) {
                candidate.change = Change::increase;
                return;
            }
            if (match && !adds && match.meaning != "none") {
                direction = match.meaning;
                verb_end = i + match.length;
            }
            i += match ? match.length : 1;
        }
        if (direction.empty()) {
            inherit_change(n);
            return;
        }
        if (reaches_a_level(candidate, verb_end, direction)) return;
        candidate.change = direction == "decrease" ? Change::decrease : Change::increase;
        if (candidate.comparator == Comparator::at_most && !candidate.comparator_written) {
            candidate.comparator = Comparator::at_least;
        }
    }

private:
    bool word_before_is(std::size_t i, std::string_view word) const
    {
        return i > 0 && words_.is(i - 1, word);
    }

    /// "giảm 2% tổng số hộ nghèo và 3% số hộ nghèo dân tộc thiểu số": one verb for both.
    void inherit_change(std::size_t n)
    {
        auto& candidate = candidates_[n];
        // "giảm 5% số vụ, 10% thiệt hại so với năm 2023": a comma lists only what is compared
        // alike.
        const bool compared = between_has(
            words_, candidate.amount.last, clause_end(words_, candidate.amount.last), "với"
        );
        const bool lists = word_before_is(candidate.begin, "và") ||
                           (compared && word_before_is(candidate.begin, ","));
        if (n == 0 || candidate.comparator_written || !lists) return;
        const auto& before = candidates_[n - 1];
        const bool same = before.amount.unit == candidate.amount.unit &&
                          clause_begin(words_, before.amount.first) ==
                              clause_begin(words_, candidate.amount.first);
        if (same) candidate.change = before.change;
    }

    bool reaches_a_level(
        const Candidate& candidate, std::size_t verb_end, std::string_view direction
    ) const
    {
        if (candidate.comparator == Comparator::exactly) return true;
        if (direction == "decrease" && candidate.comparator == Comparator::below) return true;
        if (word_before_is(candidate.amount.first, ",")) return true;
        const auto& levels = vocabulary("level_words");
        const auto first = candidate.amount.first;
        for (auto i = verb_end; i < first; ++i) {
            const auto match = levels.at(words_, i);
            if (match && !words_.is(i - 1, "trở") && !time_point_at(words_, i + match.length))
                return true;
        }
        const bool nouns_between = candidate.begin > verb_end;
        const bool compares =
            candidate.comparator_written && candidate.comparator != Comparator::about;
        return nouns_between && compares && !is_rate_of_change(candidate);
    }

    bool is_rate_of_change(const Candidate& candidate) const
    {
        const auto last = candidate.amount.last;
        if (words_.is(last, "/") || (words_.is(last, "so") && words_.is(last + 1, "với")))
            return true;
        if (words_.is(last, "mỗi") || words_.is(last, "hằng") || words_.is(last, "hàng"))
            return true;
        return between_has(
            words_, clause_begin(words_, last), candidate.amount.first, "quân"
        ); // "bình quân"
    }

    const Words& words_;
    std::vector<Candidate>& candidates_;
};

} // namespace

void read_changes(const Words& words, std::vector<Candidate>& candidates)
{
    Changes changes(words, candidates);
    for (std::size_t n = 0; n < candidates.size(); ++n)
        changes.read(n);
}

} // namespace tiendo::documents
