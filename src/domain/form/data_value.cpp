#include "domain/form/data_value.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace tiendo {
namespace {

constexpr std::string_view default_option = "default";
/// What DHIS2 itself calls it, in every installation.
constexpr std::string_view default_option_uid = "HllvX50cXC0";

constexpr std::array<std::pair<ValueState, std::string_view>, 4> states{{
    {ValueState::value, "value"},
    {ValueState::not_arising, "not_arising"},
    {ValueState::not_applicable, "not_applicable"},
    {ValueState::missing, "missing"},
}};
constexpr std::array<std::pair<ValueKind, std::string_view>, 3> kinds{{
    {ValueKind::estimate, "estimate"},
    {ValueKind::official, "official"},
    {ValueKind::adjusted, "adjusted"},
}};

template <class Enum, std::size_t count>
std::string name_of(const std::array<std::pair<Enum, std::string_view>, count>& names, Enum wanted)
{
    return std::string(std::ranges::find(names, wanted, [](const auto& name) {
                           return name.first;
                       })->second);
}

template <class Enum, std::size_t count>
std::optional<Enum>
named(const std::array<std::pair<Enum, std::string_view>, count>& names, const std::string& wanted)
{
    const auto found =
        std::ranges::find(names, wanted, [](const auto& name) { return name.second; });
    if (found == names.end()) return std::nullopt;
    return found->first;
}

bool is_default(const std::string& option)
{
    return option.empty() || option == default_option || option == default_option_uid;
}

/// A number as an officer types it: files have a decimal point, and a point that is typed may
/// separate thousands.
std::string as_typed(const Decimal& number)
{
    return replace_all(number.str(), ".", ",");
}

std::optional<Decimal> number_in(const std::string& value)
{
    if (value == "true") return Decimal(1);
    if (value == "false") return Decimal(0);
    return Decimal::parse(value);
}

Result<ValueState> state_of(const DataValue& value)
{
    if (!value.state.empty()) {
        const auto state = named(states, value.state);
        if (!state)
            return refuse(Refusal::invalid, "values.state_unknown", {{"state", value.state}});
        if (*state != ValueState::value && !trim(value.value).empty())
            return refuse(
                Refusal::invalid,
                "values.number_beside_state",
                {{"value", value.value}, {"state", value.state}}
            );
        return *state;
    }
    return state_named(value.value).value_or(ValueState::value);
}

} // namespace

std::optional<DataElement> data_element_of(const DataValue& value)
{
    const auto parts = split(value.element, '/');
    const bool is_whole = parts.size() == 3 && std::ranges::none_of(parts, &std::string::empty) &&
                          parts[2].find('.') == std::string::npos;
    if (!is_whole) return std::nullopt;
    if (value.category != "male" && value.category != "female" && !is_default(value.category))
        return std::nullopt;
    auto key = parts[2];
    if (!is_default(value.category)) key += "." + value.category;
    return DataElement{PlanId(parts[0]), MeasureId(parts[1]), std::move(key)};
}

std::vector<DataValue> data_values_of(const PlanId& plan, const FormRow& row, const Cell& cell)
{
    std::vector<DataValue> values;
    for (const auto& key : elements_of(row.indicator)) {
        const auto dot = key.find('.');
        const auto number = cell.numbers.find(key);
        DataValue value;
        value.element = plan.str() + "/" + row.measure.id.str() + "/" + key.substr(0, dot);
        value.category =
            dot == std::string::npos ? std::string(default_option) : key.substr(dot + 1);
        value.attribute = default_option;
        if (number != cell.numbers.end()) value.value = number->second.str();
        value.comment = cell.note;
        value.follow_up = "false";
        value.deleted = "false";
        value.state = name_of(states, cell.state);
        value.kind = name_of(kinds, cell.kind);
        value.reason = cell.reason;
        values.push_back(std::move(value));
    }
    return values;
}

Result<Done> lay_over(TypedCell& cell, const DataValue& value, const std::string& key)
{
    if (value.deleted == "true") return refuse(Refusal::invalid, "values.deletion");
    if (!is_default(value.attribute))
        return refuse(Refusal::invalid, "values.attribute", {{"attribute", value.attribute}});
    const auto state = TRY(state_of(value));
    std::optional<ValueKind> kind;
    if (!value.kind.empty()) {
        kind = named(kinds, value.kind);
        if (!kind) return refuse(Refusal::invalid, "values.kind_unknown", {{"kind", value.kind}});
    }
    std::optional<Decimal> number;
    if (state == ValueState::value) {
        const auto text = std::string(trim(value.value));
        if (text.empty()) return refuse(Refusal::invalid, "values.no_value");
        number = number_in(text);
        if (!number) return refuse(Refusal::invalid, "values.not_a_number", {{"value", text}});
    }
    if (number)
        cell.typed[key] = as_typed(*number);
    else
        cell.typed.clear();
    // What is typed and empty is missing; drafts know no other way to say it.
    cell.state = state == ValueState::missing ? ValueState::value : state;
    if (kind) cell.kind = *kind;
    if (!value.state.empty() || !value.comment.empty()) cell.note = value.comment;
    if (!value.state.empty() || !value.reason.empty()) cell.reason = value.reason;
    return done;
}

} // namespace tiendo
