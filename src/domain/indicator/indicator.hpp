#pragma once

#include "base/id.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tiendo {

using IndicatorId = Id<struct IndicatorTag>; ///< "violence-victims-served"

/// What is asked of a unit for one indicator.
enum class Shape {
    ratio,    ///< a numerator and a denominator: both are counts
    quarters, ///< a count for each quarter of the period ("mỗi quý ít nhất 03 tin, bài")
    months,   ///< yes or no for each month ("chuyên mục hằng tháng")
    yes_no,   ///< done or not, with a narrative
    count,    ///< one number that is no rate
};

/// How the answers of several units become one figure. Averages of rates are not offered: a rate is
/// computed from summed counts.
enum class AcrossUnits {
    sum,            ///< counts are summed; a ratio is computed from the sums
    average,        ///< of what is no rate
    minimum,        ///< the lowest unit's
    maximum,        ///< the highest unit's
    share_of_units, ///< the share of units that meet the quantity's inner condition
    all_units,      ///< yes only where every unit says yes
};

/// How a figure of a long period comes from shorter ones.
enum class AcrossTime {
    sum,         ///< counts are summed; a ratio is computed from the sums
    last,        ///< what stands at the end: of each unit its last period that was reported
    average,     ///< of what is no rate
    minimum,     ///< the lowest period's
    maximum,     ///< the highest period's
    all_periods, ///< yes only where every period says yes
};

/// Whether a unit reports what a period added, or all since the year began.
enum class Counting { per_period, cumulative };

enum class Breakdown { none, sex };

/// One entry of the library: what a measure means, whoever's plan it stands in. Kept as data
/// (data/indicators.json) and edited on a screen.
struct Indicator {
    IndicatorId id{};
    std::string name{};
    std::string name_en{};
    Shape shape = Shape::ratio;
    std::string numerator{};   ///< what is counted above the line, in words
    std::string denominator{}; ///< and below it
    std::string counted{};     ///< what one of those above is called: "người", "cơ quan"
    std::string formula{};     ///< above the line, over elements_of(); empty: as the shape says
    std::string divisor{};     ///< below it; formula.hpp
    std::int64_t factor = 100; ///< 100 for percent, 1000, 100000
    std::string unit{};        ///< "%", "bé trai/100 bé gái"; for people to read
    AcrossUnits across_units = AcrossUnits::sum;
    AcrossTime across_time = AcrossTime::sum;
    Counting counting = Counting::per_period;
    Breakdown breakdown = Breakdown::none;
    int decimals = 2;                     ///< as figures are shown; compared they are unrounded
    std::int64_t small_denominator = 0;   ///< a rate over less is flagged; 0: never
    bool sensitive = false;               ///< about victims: counts stay inside the reporting line
    std::vector<std::string> suppliers{}; ///< who can know it, by the names that plans use
    std::vector<std::string> words{};     ///< phrases that a target about it contains
    std::string source{};                 ///< where the definition is from
    std::string mark{};                   ///< "V", "GK" (unverified): shown beside the source

    friend bool operator==(const Indicator&, const Indicator&) = default;
};

class IndicatorLibrary {
public:
    IndicatorLibrary() = default;
    explicit IndicatorLibrary(std::vector<Indicator> indicators)
        : indicators_(std::move(indicators))
    {
    }

    const std::vector<Indicator>& all() const { return indicators_; }
    const Indicator* find(const IndicatorId& id) const;

    /// The entries whose phrases the text of a target contains, the best first. A proposal only:
    /// a person confirms which one is meant.
    std::vector<const Indicator*> fitting(std::string_view target_text) const;

private:
    std::vector<Indicator> indicators_;
};

/// The numbers that a unit types for one measure, by key, in the order of the form.
/// ratio: num, den (num.male, den.male, num.female, den.female by sex); quarters: q1…q4;
/// months: m01…m12 (1 yes, 0 no); yes_no: yes (1 or 0); count: value.
std::vector<std::string> elements_of(const Indicator& indicator);

/// A number that is no rate: shown as it is, without what stands below the line.
bool is_plain_count(const Indicator& indicator);
/// Whether a figure's counts are counts of things, or of units: one more or less of them can be
/// spoken of. Formulas and averages make other numbers.
bool has_own_counts(const Indicator& indicator);

} // namespace tiendo
