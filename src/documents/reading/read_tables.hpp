#pragma once

#include "documents/reading/read_quantities.hpp"
#include "documents/text/document_text.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tiendo::documents {

struct TargetRow {
    std::string text{};
    std::optional<std::string> group{};
    LineRange group_lines{}; ///< of the row that heads it
    LineRange lines{};
    QuantitiesRead quantities{};
    std::vector<std::string> owners{};
    std::vector<std::string> unread{}; ///< cells of values that hold words, not a number
};

/// The last month that a timetable marks for a row; month 0 where it marks none.
struct MarkedMonth {
    int month = 0;
    int years_on = 0; ///< past the year in which the plan begins
};

struct TaskRow {
    std::string text{};
    std::optional<std::string> group{};
    LineRange lines{};
    std::vector<std::string> lead{};
    std::vector<std::string> with{};
    std::string due{};
    MarkedMonth marked{};
    std::string product{};
};

/// Whether the heads of the table name targets and their values.
bool holds_targets(const Table& table);
/// Whether the heads of the table name tasks and who does them by when.
bool holds_tasks(const Table& table);

std::vector<TargetRow> read_target_table(const Table& table, const TargetFrame& frame);
std::vector<TargetRow> read_share_table(const Table& table, const TargetFrame& frame);
/// Whether the table gives each unit its share: a unit a row, a quantity a column.
bool holds_shares(const Table& table);

std::vector<TaskRow> read_task_table(const Table& table);

/// Whether the table says in "Tổ chức thực hiện" who is charged with what: "Cơ quan, đơn vị | Nhiệm
/// vụ".
bool holds_duties(const Table& table);
/// A row's `lead` is who is charged, its text the charge, an item a line; what goes on below the
/// same merged name belongs to it.
std::vector<TaskRow> read_duty_table(const Table& table);

} // namespace tiendo::documents
