#include "app/values/plan_rows.hpp"

#include "app/org/directory.hpp"
#include "app/period/periods.hpp"
#include "app/plan/plans.hpp"

#include <algorithm>
#include <numeric>

namespace tiendo::app {
namespace {

std::vector<std::pair<std::size_t, std::size_t>> ratios_of(const AskedRow& row)
{
    if (row.row().indicator.shape != Shape::ratio) return {};
    std::vector<std::pair<std::size_t, std::size_t>> ratios;
    for (std::size_t i = 0; i < row.keys.size(); ++i) {
        if (!row.keys[i].starts_with("num")) continue;
        const auto whole = std::ranges::find(row.keys, "den" + row.keys[i].substr(3));
        ensure(whole != row.keys.end(), "a part has its whole");
        ratios.emplace_back(i, static_cast<std::size_t>(whole - row.keys.begin()));
    }
    return ratios;
}

AskedRow asked_row(const Measure& measure, const Indicator& indicator)
{
    AskedRow row;
    row.form.rows = {{measure, indicator}};
    row.item = "cell/" + measure.id.str();
    row.keys = elements_of(indicator);
    row.sorted.resize(row.keys.size());
    std::iota(row.sorted.begin(), row.sorted.end(), std::size_t{0});
    std::ranges::sort(row.sorted, {}, [&](std::size_t place) { return row.keys[place]; });
    row.ratios = ratios_of(row);
    return row;
}

PlanRows rows_of(const Plan& plan, const IndicatorLibrary& library)
{
    PlanRows rows;
    for (const auto& measure : plan.measures) {
        const auto* indicator = library.find(measure.indicator);
        if (indicator == nullptr) continue;
        auto row = asked_row(measure, *indicator);
        const auto found = std::ranges::find(rows.suppliers, measure.suppliers);
        row.suppliers = static_cast<std::size_t>(found - rows.suppliers.begin());
        if (found == rows.suppliers.end()) rows.suppliers.push_back(measure.suppliers);
        rows.by_measure.emplace(measure.id.str(), rows.rows.size());
        rows.rows.push_back(std::move(row));
    }
    return rows;
}

template <class Named, class Look>
Named held(std::vector<std::optional<Named>>& all, std::uint32_t number, Look look)
{
    if (all.size() <= number) all.resize(number + 1);
    auto& place = all[number];
    if (!place) place = look();
    return *place;
}

NamedNumber look_up(const PlanRows& plan, const DataValue& value)
{
    const auto element = data_element_of(value);
    if (!element) return {};
    const auto row = plan.by_measure.find(element->measure.str());
    if (row == plan.by_measure.end()) return {};
    const auto& keys = plan.rows[row->second].keys;
    const auto key = std::ranges::find(keys, element->key);
    if (key == keys.end()) return {};
    return {row->second, static_cast<std::size_t>(key - keys.begin())};
}

NamedRest look_up(DataValue value)
{
    // As if it were laid over an empty cell with a number.
    value.value = "0";
    TypedCell cell;
    const bool is_plain = lay_over(cell, value, "num").has_value() &&
                          cell.state == ValueState::value && cell.note.empty() &&
                          cell.reason.empty();
    if (value.kind.empty()) return {is_plain, std::nullopt};
    return {is_plain, cell.kind};
}

} // namespace

void KnownPlans::bring_up_to_date(Work& work)
{
    const auto seq = work.kept.changes().last_seq();
    if (seq_ == seq) return;
    seq_ = seq;
    units_ = directory(work);
    library_ = library(work);
    plans_.clear();
    numbers_.clear();
}

PlanRows* KnownPlans::find(Work& work, const PlanId& id)
{
    auto [place, is_new] = plans_.try_emplace(id);
    if (is_new) {
        const auto plan = plan_in_use(work, id);
        auto periods = periods_of(work, id);
        if (plan && periods) {
            auto& rows = place->second.emplace(rows_of(*plan, library_));
            rows.number = number_of(id).value();
            rows.periods = std::move(periods).value();
        }
    }
    return place->second ? &*place->second : nullptr;
}

NamedNumber
KnownPlans::number_named(const PlanRows& plan, const ValuePart& part, const SpooledValue& value)
{
    if (!part.is_shared(value)) return look_up(plan, part.value(value));
    return held(numbers_, value.element, [&] { return look_up(plan, part.value(value)); });
}

NamedRest KnownPlans::rest_named(const ValuePart& part, const SpooledValue& value)
{
    if (!part.is_shared(value)) return look_up(part.value(value));
    return held(rests_, value.rest, [&] { return look_up(part.value(value)); });
}

} // namespace tiendo::app
