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

/// Whether bare numbers are levels to come down to, by the name and the number that they start
/// from.
void settle_direction(const std::string& name, std::vector<Quantity>& bare);

/// One cell of values. Words without a number are kept as unread; signs and crosses say nothing.
void add_value(
    TargetRow& row, const std::string& cell, const std::string& unit, const TargetFrame& frame
);

/// "Tỷ lệ hài lòng", "Điểm trung bình", "Số mô hình mới": the unit that a name without one implies.
std::string unit_implied(const std::string& name);

/// "Số hộ nghèo (hộ)", "Tỷ lệ hộ nghèo (%)": the unit that a name or head gives in brackets.
std::string unit_in_brackets(const std::string& name);

} // namespace tiendo::documents
