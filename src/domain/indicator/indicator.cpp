#include "domain/indicator/indicator.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tiendo {

const Indicator* IndicatorLibrary::find(const IndicatorId& id) const
{
    const auto found = std::ranges::find(indicators_, id, &Indicator::id);
    return found == indicators_.end() ? nullptr : &*found;
}

std::vector<const Indicator*> IndicatorLibrary::fitting(std::string_view target_text) const
{
    // With accents: blind to them, "giám đốc" would contain "giảm".
    const auto text = name_key(target_text);
    std::vector<std::pair<std::size_t, const Indicator*>> scored;
    for (const auto& indicator : indicators_) {
        std::size_t score = 0;
        for (const auto& words : indicator.words) {
            if (text.find(name_key(words)) != std::string::npos) score += words.size();
        }
        if (score > 0) scored.emplace_back(score, &indicator);
    }
    std::ranges::stable_sort(scored, [](const auto& a, const auto& b) {
        return a.first > b.first;
    });
    std::vector<const Indicator*> result;
    for (const auto& [score, indicator] : scored)
        result.push_back(indicator);
    return result;
}

std::vector<std::string> elements_of(const Indicator& indicator)
{
    switch (indicator.shape) {
    case Shape::ratio:
        if (indicator.breakdown == Breakdown::sex)
            return {"num.male", "den.male", "num.female", "den.female"};
        return {"num", "den"};
    case Shape::quarters:
        return {"q1", "q2", "q3", "q4"};
    case Shape::months: {
        std::vector<std::string> months;
        for (int month = 1; month <= 12; ++month)
            months.push_back(fmt::format("m{:02}", month));
        return months;
    }
    case Shape::yes_no:
        return {"yes"};
    case Shape::count:
        return {"value"};
    }
    return {};
}

bool is_plain_count(const Indicator& indicator)
{
    const bool is_number = indicator.shape == Shape::count || indicator.shape == Shape::quarters;
    return is_number && indicator.divisor.empty() &&
           indicator.across_units != AcrossUnits::average &&
           indicator.across_units != AcrossUnits::share_of_units;
}

bool has_own_counts(const Indicator& indicator)
{
    const bool is_summed = indicator.across_units == AcrossUnits::sum ||
                           indicator.across_units == AcrossUnits::all_units ||
                           indicator.across_units == AcrossUnits::share_of_units;
    return is_summed && indicator.formula.empty() && indicator.divisor.empty();
}

} // namespace tiendo
