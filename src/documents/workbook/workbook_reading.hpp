#pragma once

#include "documents/workbook/read_unit_workbook.hpp"
#include "documents/workbook/workbook_cells.hpp"
#include "documents/workbook/workbook_lines.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

/// What the parts of reading a workbook share; for the files of this folder.
namespace tiendo::documents {

inline constexpr int no_column = 0;

/// A table that a sheet may hold: of measures, of tasks, of closing words, of one activity.
enum class TableKind { none, measures, tasks, narrative, activity };

/// The key that a row has in its hidden column, or that its words alone name.
struct RowKey {
    std::string key{};
    int column = no_column; ///< where it stood; none where the words named it
};

/// "cell/3.2a" for the key "cell/3.2a/num".
std::string item_of(const std::string& key);

std::string text_at(const SheetRow& row, int column);

template <class Column> std::size_t place_in_table(Column column)
{
    return static_cast<std::size_t>(column);
}

/// Where the reading stands, and what it has found so far.
class WorkbookReading {
public:
    WorkbookReading(const ReadIds& sealed, const UnitWorkbook& form, const WorkbookWords& words);

    /// "Biểu 1!G7"
    std::string place(const SheetRow& row, int column) const;
    void remark(bool is_error, const std::string& item, Problem problem, const std::string& where);

    /// Where the sheet has one of the table's columns; none for one that is not there.
    template <class Column> int column_of(Column column) const
    {
        return columns[place_in_table(column)];
    }

    /// The cell's text by one of the readers of workbook_cells.hpp; its problem becomes a remark.
    template <class Read>
    std::string take(const SheetRow& row, int column, const std::string& item, Read&& read)
    {
        const auto* cell = column == no_column ? nullptr : row.cell(column);
        return cell == nullptr ? std::string{}
                               : taken(read(*cell), *cell, item, place(row, column));
    }

    const ReadIds& ids;
    const UnitWorkbook& expected;
    const WorkbookWords& say;
    int year; ///< of the period, for days that were typed without one

    const Sheet* sheet = nullptr;
    TableKind kind = TableKind::none;
    std::vector<int> columns{}; ///< by the place of each head in the table's own order
    const ActivityTable* activity = nullptr;
    int number_column = no_column; ///< of an activity's rows

    ReadUnitWorkbook result{};

private:
    std::string taken(
        const ReadSheetCell& found,
        const SheetCell& cell,
        const std::string& item,
        const std::string& where
    );
};

} // namespace tiendo::documents
