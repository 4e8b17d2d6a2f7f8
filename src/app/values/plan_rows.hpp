#pragma once

#include "app/values/value_spool.hpp"
#include "app/work.hpp"
#include "domain/form/form.hpp"
#include "domain/indicator/indicator.hpp"
#include "domain/org/unit.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tiendo::app {

/// One measure of a plan that values may be for; designed once for all units that are asked it.
struct AskedRow {
    Form form{};               ///< this row alone
    std::string item{};        ///< "cell/3.2a"
    std::size_t suppliers = 0; ///< which list of PlanRows::suppliers answers it
    std::vector<std::string> keys{};
    std::vector<std::size_t> sorted{}; ///< places of the keys in the order of the alphabet
    /// Places of what is counted and of what it is a part of.
    std::vector<std::pair<std::size_t, std::size_t>> ratios{};
    /// By kind: the body of a draft's cell with a hole for each number and for its line.
    std::map<ValueKind, std::string> patterns{};

    const FormRow& row() const { return form.rows.front(); }
};

struct PlanRows {
    std::int64_t number = 0;
    std::vector<Period> periods{};
    std::vector<AskedRow> rows{};
    std::vector<UnitIds> suppliers{}; ///< those of all rows, each list once
    std::unordered_map<std::string, std::size_t> by_measure{};
};

/// What a data value names: a row of its plan, and which of its keys. No row: an unknown element.
struct NamedNumber {
    static constexpr std::size_t no_row = SIZE_MAX;

    std::size_t row = no_row;
    std::size_t key = 0;
};

/// What a rest of a value says of its cell beside the numbers.
struct NamedRest {
    bool is_plain = false; ///< nothing, but for its kind
    std::optional<ValueKind> kind{};
};

/// What an import needs of plans and units, from one transaction to the next for as long as nothing
/// of it was changed.
class KnownPlans {
public:
    /// In each transaction, first.
    void bring_up_to_date(Work& work);

    const UnitDirectory& units() const { return units_; }
    /// null where there is none in use.
    PlanRows* find(Work& work, const PlanId& id);
    NamedNumber
    number_named(const PlanRows& plan, const ValuePart& part, const SpooledValue& value);
    NamedRest rest_named(const ValuePart& part, const SpooledValue& value);

private:
    std::optional<std::int64_t> seq_{};
    UnitDirectory units_{};
    IndicatorLibrary library_{};
    std::map<PlanId, std::optional<PlanRows>> plans_{};
    std::vector<std::optional<NamedNumber>> numbers_{}; ///< by the number of a shared element
    std::vector<std::optional<NamedRest>> rests_{};
};

} // namespace tiendo::app
