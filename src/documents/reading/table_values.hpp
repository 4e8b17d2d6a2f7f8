#pragma once

#include "documents/reading/read_tables.hpp"
#include "documents/reading/table_heads.hpp"

namespace tiendo::documents {

struct ValueFrame {
    const TargetFrame& plan;
    const std::string& name; ///< of what is measured
};

/// The values of a row of targets, with its baseline and the years of the columns.
void read_values(
    const Table& table,
    std::size_t row,
    const Heads& heads,
    const ValueFrame& frame,
    TargetRow& into
);

/// One cell of values. Words without a number are kept as unread; signs and crosses say nothing.
void add_value(
    TargetRow& row, const std::string& cell, const std::string& unit, const TargetFrame& frame
);

/// "Số hộ nghèo (hộ)", "Tỷ lệ hộ nghèo (%)": the unit that a name or head gives in brackets.
std::string unit_in_brackets(const std::string& name);

} // namespace tiendo::documents
