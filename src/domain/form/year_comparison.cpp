#include "domain/form/year_comparison.hpp"

namespace tiendo {
namespace {

const Cell* value_in(const Answers& answers, const MeasureId& id)
{
    const auto found = answers.cells.find(id);
    const bool has_value = found != answers.cells.end() && found->second.state == ValueState::value;
    return has_value ? &found->second : nullptr;
}

std::optional<Decimal> rate_of(const Cell& cell, const Indicator& indicator, const std::string& sex)
{
    const auto numerator = cell.numbers.find("num" + sex);
    const auto denominator = cell.numbers.find("den" + sex);
    if (numerator == cell.numbers.end() || denominator == cell.numbers.end()) return std::nullopt;
    const auto ratio = Ratio::of(numerator->second, denominator->second, indicator.factor);
    return ratio ? std::optional(ratio->rounded(2)) : std::nullopt;
}

bool is_far_from(const Decimal& now, const Decimal& last)
{
    const auto twice_now = add(now, now);
    const auto twice_last = add(last, last);
    if (!twice_now || !twice_last) return false;
    const auto thrice_last = add(*twice_last, last);
    return *twice_now < last || (thrice_last && *twice_now > *thrice_last);
}

} // namespace

std::vector<MeasureId>
unlike_last_year(const Form& form, const Answers& now, const Answers& last_year)
{
    std::vector<MeasureId> unlike;
    for (const auto& row : form.rows) {
        const auto* cell = value_in(now, row.measure.id);
        const auto* last = value_in(last_year, row.measure.id);
        if (cell == nullptr || last == nullptr || row.indicator.shape != Shape::ratio) continue;
        for (const auto* sex : {"", ".male", ".female"}) {
            const auto rate = rate_of(*cell, row.indicator, sex);
            const auto last_rate = rate_of(*last, row.indicator, sex);
            if (!rate || !last_rate || !is_far_from(*rate, *last_rate)) continue;
            unlike.push_back(row.measure.id);
            break;
        }
    }
    return unlike;
}

} // namespace tiendo
