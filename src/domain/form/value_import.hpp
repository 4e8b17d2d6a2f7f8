#pragma once

#include "domain/form/data_value.hpp"

#include <map>
#include <string>
#include <vector>

namespace tiendo {

enum class ValueOutcome {
    imported, ///< there was none
    updated,  ///< it was another one
    ignored,  ///< it is the same
    conflict, ///< not taken, for a reason
};

/// What became of one data value.
struct ValueResult {
    DataValue value{};
    ValueOutcome outcome = ValueOutcome::ignored;
    Problem problem{}; ///< the reason of a conflict

    friend bool operator==(const ValueResult&, const ValueResult&) = default;
};

/// A cell that is another one afterwards.
struct CellChange {
    TypedCell before{};
    TypedCell after{};
    Cell read{}; ///< what `after` says

    friend bool operator==(const CellChange&, const CellChange&) = default;
};

struct TakenValues {
    std::vector<ValueResult> results{}; ///< one for each value, in their order
    std::map<MeasureId, CellChange> changes{};
};

/// Where one report's values of a bulk file are laid.
struct ValueGround {
    const Form& form;
    std::map<MeasureId, TypedCell> cells{}; ///< as they are now
    std::string file{};                     ///< each cell keeps "file:line" as its origin
    ValueKind kind = ValueKind::official;   ///< of values that do not say theirs
};

/// Checks them like what is typed. A cell is taken whole or not at all: one of its values that is
/// wrong holds back the others of the file.
TakenValues take_values(const ValueGround& ground, const std::vector<DataValue>& values);

/// A checked cell as somebody would have typed it.
TypedCell typed_from(const Cell& cell);

} // namespace tiendo
