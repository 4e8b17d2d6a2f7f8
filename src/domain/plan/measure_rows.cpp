#include "domain/plan/measure_rows.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tiendo {
namespace {

bool is_share(const Quantity& quantity)
{
    return quantity.unit == "percent" && !quantity.change;
}

bool is_counted_noun(const Quantity& quantity)
{
    return quantity.unit != "percent" && quantity.unit != "ratio" &&
           !quantity.unit.starts_with("per_");
}

struct Row {
    Quantity quantity;
    std::optional<Quantity> inner;
};

std::vector<Row> rows_of(const std::vector<Quantity>& quantities)
{
    std::vector<Row> rows;
    for (const auto& quantity : quantities) {
        const bool conditions_the_last = !rows.empty() && quantity.every &&
                                         is_counted_noun(quantity) &&
                                         is_share(rows.back().quantity) && !rows.back().inner &&
                                         rows.back().quantity.every == quantity.every;
        if (conditions_the_last)
            rows.back().inner = quantity;
        else
            rows.push_back({quantity, std::nullopt});
    }
    return rows;
}

} // namespace

std::vector<std::string> clauses_of(const std::string& text, std::size_t count)
{
    std::vector<std::string> clauses;
    for (const auto& part : split(text, ';'))
        clauses.push_back(squeeze(part));
    if (clauses.size() != count) return std::vector<std::string>(count, squeeze(text));
    return clauses;
}

std::vector<Measure> measures_of(const ReadTarget& target, const std::string& objective)
{
    const auto rows = rows_of(target.quantities);
    const auto titles = clauses_of(target.text, std::max<std::size_t>(rows.size(), 1));

    std::vector<Measure> measures;
    for (std::size_t i = 0; i < std::max<std::size_t>(rows.size(), 1); ++i) {
        Measure measure;
        const bool several = rows.size() > 1;
        measure.id = MeasureId(
            several ? fmt::format("{}{}", target.id, static_cast<char>('a' + i)) : target.id
        );
        measure.target = target.id;
        measure.objective = objective;
        measure.title = titles[i];
        measure.lines = target.lines;
        if (i < rows.size()) {
            measure.quantity = rows[i].quantity;
            measure.inner = rows[i].inner;
        }
        measures.push_back(std::move(measure));
    }
    return measures;
}

} // namespace tiendo
