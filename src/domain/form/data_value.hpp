#pragma once

#include "domain/form/form.hpp"
#include "domain/form/typed_answers.hpp"
#include "domain/plan/plan.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tiendo {

/// One number of a cell on its own, as bulk files carry it: the fields of DHIS2's data value, and
/// behind them what that one cannot say. All of it is text until a form's rules have read it.
struct DataValue {
    std::string element{};   ///< "1/3.2a/num": plan, measure, what of it is counted
    std::string period{};    ///< "2023Q4"
    std::string unit{};      ///< its own name, "sa-loong"; official codes are used again
    std::string category{};  ///< "male", "female", "default"
    std::string attribute{}; ///< "default"
    std::string value{};     ///< "26.05"; empty where the state is another one than "value"
    std::string stored_by{};
    std::string last_updated{};
    std::string comment{};
    std::string follow_up{};
    std::string deleted{};
    std::string state{}; ///< "value", "not_arising", "not_applicable", "missing"
    std::string kind{};  ///< "estimate", "official", "adjusted"
    std::string reason{};
    std::int64_t index = 0; ///< which one of its file, from 0
    std::int64_t line = 0;  ///< of its file, from 1

    friend bool operator==(const DataValue&, const DataValue&) = default;
};

/// The fields in DHIS2's order, by which its own reader goes; those that it does not know stand
/// last.
inline constexpr std::array<std::pair<std::string_view, std::string DataValue::*>, 14>
    data_value_fields{{
        {"dataElement", &DataValue::element},
        {"period", &DataValue::period},
        {"orgUnit", &DataValue::unit},
        {"categoryOptionCombo", &DataValue::category},
        {"attributeOptionCombo", &DataValue::attribute},
        {"value", &DataValue::value},
        {"storedBy", &DataValue::stored_by},
        {"lastUpdated", &DataValue::last_updated},
        {"comment", &DataValue::comment},
        {"followUp", &DataValue::follow_up},
        {"deleted", &DataValue::deleted},
        {"state", &DataValue::state},
        {"kind", &DataValue::kind},
        {"reason", &DataValue::reason},
    }};

/// Which number is meant: of which plan's measure, and its key among elements_of().
struct DataElement {
    PlanId plan{};
    MeasureId measure{};
    std::string key{}; ///< "num", "num.male"

    friend bool operator==(const DataElement&, const DataElement&) = default;
};

/// None where the text is no such name, or the category is none that we count by.
std::optional<DataElement> data_element_of(const DataValue& value);

/// The cell as data values, one for each of its numbers; a cell in another state than "value" has
/// as many, each with that state and without a number. Unit, period and provenance are left empty.
std::vector<DataValue> data_values_of(const PlanId& plan, const FormRow& row, const Cell& cell);

/// Lays one data value over a cell as it was typed so far. A value with a state says all of the
/// cell but its other numbers; one without changes its number alone. Refuses what cannot be read;
/// whether the cell is right as a whole, read_cell() tells afterwards.
Result<Done> lay_over(TypedCell& cell, const DataValue& value, const std::string& key);

} // namespace tiendo
