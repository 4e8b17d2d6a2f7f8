#include "documents/reading/read_quantities.hpp"

#include "documents/reading/owed_amounts.hpp"
#include "documents/reading/quantity_cadences.hpp"
#include "documents/reading/quantity_candidate.hpp"
#include "documents/reading/quantity_changes.hpp"
#include "documents/text/vocabulary.hpp"

#include <algorithm>
#include <array>

namespace tiendo::documents {

namespace {

/// The words of one target with all that they fix.
class Reader {
public:
    Reader(const std::string& text, const TargetFrame& frame)
        : words_(text), frame_(frame), times_(time_points(words_))
    {
        for (auto& amount : owed_amounts(words_, times_))
            candidates_.push_back({std::move(amount)});
    }

    QuantitiesRead read()
    {
        for (std::size_t n = 0; n < candidates_.size(); ++n)
            read_comparator(candidates_[n]);
        for (std::size_t n = 0; n < candidates_.size(); ++n)
            find_baseline(n);
        for (std::size_t n = 1; n < candidates_.size(); ++n)
            hand_on_bound(candidates_[n - 1], candidates_[n]);
        read_changes(words_, candidates_);
        read_dues();
        read_cadences(words_, candidates_);
        hand_on_baselines();
        return collected();
    }

private:
    void read_comparator(Candidate& candidate) const
    {
        const auto& amount = candidate.amount;
        candidate.begin = amount.first;
        if (words_.is(candidate.begin - 1, "mức") && candidate.begin > 1 &&
            !words_.is(candidate.begin - 2, "ở")) {
            --candidate.begin;
        }
        const auto match = vocabulary("comparators").before(words_, candidate.begin);
        if (match) {
            candidate.comparator = comparator_of(match.meaning);
            candidate.begin -= match.length;
            candidate.comparator_written = match.meaning != "at_least" || match.length > 1;
            // "giảm xuống còn khoảng 5%": the nearest word decides, the others only stand before
            // it.
            while (const auto more = vocabulary("comparators").before(words_, candidate.begin)) {
                candidate.begin -= more.length;
            }
        }
        constexpr std::size_t noun_words_max = 6; // "02 vụ bạo lực gia đình trở xuống"
        for (auto i = amount.last; i < amount.last + noun_words_max && i + 1 < words_.size(); ++i) {
            if (words_.is_number(i) || words_.is_sign(i)) break; // "người dân từ 15 tuổi trở lên"
            if (!words_.is(i, "trở")) continue;
            if (words_.is(i + 1, "lên")) candidate.comparator = Comparator::at_least;
            if (words_.is(i + 1, "xuống")) candidate.comparator = Comparator::at_most;
        }
    }

    /// "xuống 2,2 con/phụ nữ vào năm 2028 và 2,1 con/phụ nữ vào năm 2030": the fall goes on.
    void hand_on_bound(const Candidate& before, Candidate& candidate) const
    {
        const bool falls =
            before.comparator == Comparator::at_most || before.comparator == Comparator::below;
        const bool listed = words_.is(candidate.begin - 1, "và") ||
                            words_.is(candidate.begin - 1, ",") ||
                            vocabulary("deadline_words").before(words_, candidate.begin);
        if (!falls || candidate.comparator_written || candidate.begin == 0 || !listed ||
            before.is_baseline || before.amount.unit != candidate.amount.unit)
            return;
        bool led = false; // "giảm xuống 5%", and not "không quá 5%"
        for (auto i = before.begin; i < before.amount.first; ++i)
            led = led || words_.is(i, "xuống") || words_.is(i, "còn") || words_.is(i, "giảm");
        if (led && only_time_between(before.amount.last, candidate.begin))
            candidate.comparator = Comparator::at_most;
    }

    bool only_time_between(std::size_t first, std::size_t last) const
    {
        for (auto i = first; i < last;) {
            const auto term = vocabulary("deadline_words").at(words_, i);
            const auto point = time_point_at(words_, i);
            const bool joint =
                words_.is(i, "và") || words_.is(i, ",") || words_.is(i, "(") || words_.is(i, ")");
            if (!term && !point && !joint) return false;
            i = point ? point->last : i + std::max<std::size_t>(term.length, 1);
        }
        return true;
    }

    bool is_past(int year) const
    {
        if (year == 0) return false;
        const auto start = first_year(frame_);
        return start != 0 && year < std::max(start, frame_.written_in);
    }

    /// The time that says when the value held: "năm 2022 đạt 45%", "12% năm 2021", "(năm 2021:
    /// 12%)".
    const TimePoint* own_time(const Candidate& candidate) const
    {
        for (const auto& time : times_) {
            const bool before = time.last <= candidate.begin && candidate.begin - time.last <= 2 &&
                                !between_has(words_, time.last, candidate.begin, ",") &&
                                !between_has(words_, time.last, candidate.begin, ")") &&
                                !belongs_to_the_number_before(time);
            const bool after = time.first >= candidate.amount.last &&
                               time.first - candidate.amount.last <= 2 &&
                               !between_has(words_, candidate.amount.last, time.first, ",");
            // "so với năm 2020", but "so với năm 2020 (18 vụ)" gives that year's number.
            const bool compared = time.first > 0 && words_.is(time.first - 1, "với") &&
                                  (candidate.amount.first < time.first ||
                                   !in_brackets(words_, candidate.amount.first));
            if (!compared && (before || (after && !has_number_of_its_own(time)))) return &time;
        }
        return nullptr;
    }

    /// "từ 21,3% năm 2023 xuống dưới 18%": the year is that of 21,3%.
    bool belongs_to_the_number_before(const TimePoint& time) const
    {
        return std::any_of(candidates_.begin(), candidates_.end(), [&](const Candidate& c) {
            return c.amount.last == time.first && word_before_is(c.amount.first, "từ");
        });
    }

    /// "(năm 2021: 12%)" behind another number.
    bool has_number_of_its_own(const TimePoint& time) const
    {
        return std::any_of(candidates_.begin(), candidates_.end(), [&](const Candidate& c) {
            return c.amount.first >= time.last && c.amount.first - time.last <= 3 &&
                   !between_has(words_, time.last, c.amount.first, ")") &&
                   !between_has(words_, time.last, c.amount.first, ",");
        });
    }

    bool word_before_is(std::size_t i, std::string_view word) const
    {
        return i > 0 && words_.is(i - 1, word);
    }

    void find_baseline(std::size_t n)
    {
        auto& candidate = candidates_[n];
        const auto number = candidate.amount.first;
        const bool bracketed = in_brackets(words_, number);
        const auto* time = own_time(candidate);
        // "gấp 2 lần năm 2024" measures against that year.
        if (word_before_is(number, "gấp") || word_before_is(candidate.begin, "gấp")) return;
        if (time != nullptr && is_past(time->year) && !word_before_is(time->first, "từ"))
            candidate.is_baseline = true;
        if (bracketed && time != nullptr && time->year != 0 && frame_.plan_from &&
            time->year <= static_cast<int>(frame_.plan_from->year()) && frame_.plan_to &&
            frame_.plan_from->year() != frame_.plan_to->year()) {
            candidate.is_baseline = true;
        }
        for (auto i = candidate.begin; i-- > 0 && candidate.begin - i <= 3;) {
            if (says_now(i, candidate.begin)) candidate.is_baseline = true;
            if (words_.is(i, "so") && words_.is(i + 1, "với")) candidate.is_baseline = true;
        }
        if (bracketed && n > 0 && (names_start(candidate) || stands_at_past_year(candidate.begin)))
            candidate.is_baseline = true;
        if (n + 1 < candidates_.size() && starts_a_way(candidate, candidates_[n + 1]))
            candidate.is_baseline = true;
    }

    /// "hiện nay 45%", "hiện 45%", and not "được phát hiện; ít nhất 50%".
    bool says_now(std::size_t i, std::size_t number) const
    {
        if (!words_.is(i, "hiện") || between_has(words_, i, number, ";")) return false;
        if (word_before_is(i, "thực") || word_before_is(i, "phát")) return false;
        static constexpr std::array<std::string_view, 6> next{
            "nay", "tại", "trạng", "có", "đạt", "là"
        };
        return i + 1 == number || std::any_of(next.begin(), next.end(), [&](auto word) {
                   return words_.is(i + 1, word);
               });
    }

    /// "(thực hiện 2023: 3,72%)": a year without its word.
    bool stands_at_past_year(std::size_t number) const
    {
        if (number < 2 || !words_.is(number - 1, ":")) return false;
        const auto year = year_at(words_, number - 2);
        return year && is_past(*year);
    }

    /// "(đầu năm học: 4,8%)", "(hiện nay 45%)", "(cùng kỳ: 12%)"
    bool names_start(const Candidate& candidate) const
    {
        auto begin = candidate.begin;
        while (begin > 0 && !words_.is(begin - 1, "("))
            --begin;
        return static_cast<bool>(vocabulary("start_words").at(words_, begin));
    }

    /// "từ 55 ca sinh/1.000 phụ nữ xuống 56/1.000 phụ nữ": a starting value and where it leads.
    bool starts_a_way(const Candidate& candidate, const Candidate& next) const
    {
        if (candidate.amount.high || !word_before_is(candidate.amount.first, "từ")) return false;
        if (clause_end(words_, candidate.amount.last) != clause_end(words_, next.amount.last))
            return false;
        for (auto i = candidate.amount.last; i < next.amount.first; ++i) {
            if (words_.is(i, "xuống") || words_.is(i, "lên") || words_.is(i, "còn"))
                return !words_.is(i - 1, "trở");
            if (words_.is(i, "đến") && !time_point_at(words_, i + 1) && i + 1 == next.amount.first)
                return true;
        }
        return false;
    }

    /// A time stands for what comes behind it until the next one; "vào năm 2025" and a time that
    /// follows its number at once stand for what came before.
    void read_dues()
    {
        std::optional<Date> current;
        std::size_t n = 0;
        for (const auto& time : times_) {
            for (; n < candidates_.size() && candidates_[n].amount.first < time.first; ++n)
                candidates_[n].due = current;
            if (!is_term(time)) continue;
            const auto day =
                last_day_of(time, frame_.plan_to ? static_cast<int>(frame_.plan_to->year()) : 0);
            if (!day) continue;
            if (looks_back(time) && n > 0) {
                set_back(n, *day, time);
            } else {
                current = day;
            }
        }
        for (; n < candidates_.size(); ++n)
            candidates_[n].due = current;
    }

    bool is_term(const TimePoint& time) const
    {
        if (is_past(time.year)) return false;
        for (auto i = time.last; i < time.last + 2; ++i) {
            if (words_.is(i, "trở")) return false; // "từ năm 2025 trở đi" runs to the plan's end
        }
        if (word_before_is(time.first, "với") || word_before_is(time.first, "từ")) return false;
        return time.month == 0 || term_word_before(time.first) || is_in_brackets_alone(time);
    }

    /// "đạt 80% (quý I), 85% (quý II)"
    bool is_in_brackets_alone(const TimePoint& time) const
    {
        return word_before_is(time.first, "(") && words_.is(time.last, ")");
    }

    bool term_word_before(std::size_t i) const
    {
        return i > 0 && (vocabulary("deadline_words").before(words_, i));
    }

    bool looks_back(const TimePoint& time) const
    {
        if (is_in_brackets_alone(time)) return true;
        const auto begin =
            term_word_before(time.first)
                ? time.first - vocabulary("deadline_words").before(words_, time.first).length
                : time.first;
        const bool closes = words_.is(begin - 1, "%") || words_.is(begin - 1, ")");
        if (begin == 0 || (words_.is_sign(begin - 1) && !closes) || words_.is(begin - 1, "và"))
            return false;
        return !words_.is(begin - 1, "đấu"); // "phấn đấu đến năm 2025 đạt ..."
    }

    void set_back(std::size_t n, Date day, const TimePoint& time)
    {
        const auto clause = clause_begin(words_, time.first);
        while (n-- > 0 && candidates_[n].amount.first >= clause) {
            if (candidates_[n].is_baseline) continue;
            candidates_[n].due = day;
            if (n > 0 && has_own_back_time(candidates_[n - 1], candidates_[n])) break;
        }
    }

    bool has_own_back_time(const Candidate& earlier, const Candidate& later) const
    {
        return std::any_of(times_.begin(), times_.end(), [&](const TimePoint& t) {
            return t.first >= earlier.amount.last && t.first < later.amount.first;
        });
    }

    /// "từ 20 ngày xuống còn 10 ngày làm việc": the first may be said short.
    static bool is_same_unit(const std::string& of_start, const std::string& unit)
    {
        // "mỗi xã đạt 19 tiêu chí (năm 2024: 18,6 tiêu chí/xã)"
        const bool per_each = !unit.empty() && of_start.starts_with(unit + "/");
        return of_start == unit || per_each ||
               (!of_start.empty() && unit.starts_with(of_start + " "));
    }

    void hand_on_baselines()
    {
        for (std::size_t n = 0; n < candidates_.size(); ++n) {
            if (!candidates_[n].is_baseline) continue;
            const auto& amount = candidates_[n].amount;
            const bool behind =
                in_brackets(words_, amount.first) || word_before_is(candidates_[n].begin, "với");
            const auto clause = clause_begin(words_, amount.first);
            for (std::size_t m = 0; m < candidates_.size(); ++m) {
                auto& other = candidates_[m];
                if (other.is_baseline || other.baseline || other.change ||
                    !is_same_unit(amount.unit, other.amount.unit))
                    continue;
                if (m < n && !behind) continue;
                if (clause_begin(words_, other.amount.first) != clause && !(m == n + 1 && !behind))
                    continue;
                other.baseline = amount.value;
            }
        }
    }

    QuantitiesRead collected() const
    {
        QuantitiesRead read;
        for (const auto& candidate : candidates_) {
            if (candidate.is_baseline) continue;
            Quantity quantity;
            quantity.comparator = candidate.comparator;
            const bool upper = candidate.comparator == Comparator::at_most ||
                               candidate.comparator == Comparator::below;
            quantity.value =
                upper && candidate.amount.high ? *candidate.amount.high : candidate.amount.value;
            quantity.unit = candidate.amount.unit.empty() ? "count" : candidate.amount.unit;
            read.unit_unknown = read.unit_unknown || candidate.amount.unit.empty();
            quantity.baseline = candidate.baseline;
            quantity.due = candidate.due ? candidate.due : frame_.due ? frame_.due : frame_.plan_to;
            quantity.every = candidate.every;
            quantity.change = candidate.change;
            read.quantities.push_back(std::move(quantity));
        }
        return read;
    }

    Words words_;
    TargetFrame frame_;
    std::vector<TimePoint> times_;
    std::vector<Candidate> candidates_;
};

} // namespace

int first_year(const TargetFrame& frame)
{
    if (!frame.plan_from) return frame.written_in;
    const auto year = static_cast<int>(frame.plan_from->year());
    return frame.written_in != 0 && year - frame.written_in > 1 ? frame.written_in : year;
}

QuantitiesRead read_quantities(const std::string& text, const TargetFrame& frame)
{
    return Reader(text, frame).read();
}

QuantitiesRead
read_cell_quantity(const std::string& cell, const std::string& unit, const TargetFrame& frame)
{
    const Words words{cell};
    const bool has_unit = words.size() > 0 && words.is_number(words.size() - 1) && !unit.empty();
    auto text = has_unit ? cell + " " + unit : cell;
    // "Từ 99 trở lên": the unit stands behind the number.
    for (std::size_t i = 0; !unit.empty() && i + 2 < words.size(); ++i) {
        if (words.is_number(i) && words.is(i + 1, "trở") && i + 3 == words.size())
            text = cell.substr(0, words.at(i).end) + " " + unit + cell.substr(words.at(i).end);
    }
    const bool compares = vocabulary("comparators").at(words, 0).length > 0;
    if (words.size() > 0 && (words.is_number(0) || compares)) text = "đạt " + text;
    return read_quantities(text, frame);
}

} // namespace tiendo::documents
