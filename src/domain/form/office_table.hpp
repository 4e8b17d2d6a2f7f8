#pragma once

#include "domain/form/form.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Bảng của cơ quan theo dõi: what the office asks in one period beyond the plan, as typed rows.
namespace tiendo {

/// How a column is typed, as the office chooses it.
enum class OfficeColumnKind { text, whole, decimal, day, yes_no, choice };

struct OfficeColumn {
    std::string key{}; ///< "c1"; given once, since rows are kept by it
    std::string title{};
    OfficeColumnKind kind = OfficeColumnKind::text;
    std::vector<std::string> choices{}; ///< of a choice, as people read them
    bool is_summed = false;             ///< over all rows of all units

    friend bool operator==(const OfficeColumn&, const OfficeColumn&) = default;
};

struct OfficeTable {
    std::string key{}; ///< "office_1"; never given twice within a period
    std::string title{};
    std::string note{}; ///< what to write, above the table
    std::vector<OfficeColumn> columns{};
    std::vector<UnitId> units{}; ///< who answers it

    friend bool operator==(const OfficeTable&, const OfficeTable&) = default;
};

/// Refuses a table that cannot be asked: no title, no column, a head twice, a list without two
/// words, a sum of what is no number, nobody to answer, or more than docs/limits.md allows. Columns
/// without a key are given one.
Result<OfficeTable> checked_table(OfficeTable table, const std::vector<UnitId>& period_units);

/// Refuses a change that would make rows unreadable which units have typed already.
Result<Done> check_change(const OfficeTable& before, const OfficeTable& after);

/// As the form, the workbook and the papers know tables.
ActivityTable activity_table_of(const OfficeTable& table);

/// The tables that the form's unit answers, before those of the plan.
void add_office_tables(Form& form, const std::vector<OfficeTable>& tables);

/// "whole", "yes_no" …
const char* name_of(OfficeColumnKind kind);
std::optional<OfficeColumnKind> office_column_kind_named(std::string_view name);
std::span<const OfficeColumnKind> office_column_kinds();

} // namespace tiendo
