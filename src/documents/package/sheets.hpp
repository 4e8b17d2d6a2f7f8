#pragma once

#include <string>
#include <vector>

namespace tiendo::documents {

/// What a cell of a sheet holds. A formula's value is the one that was kept with it.
enum class SheetCellKind {
    text,
    number,  ///< "26.05": at most fifteen significant digits, as Excel shows them
    percent, ///< a number shown as a percentage: "26.05" for what is kept as 0.2605
    date,    ///< "2023-12-08", by the cell's number format; the bare number where it is no day
    boolean, ///< "1" or "0"
    error,   ///< "#REF!"
};

struct SheetCell {
    int column = 0; ///< 1 for A
    SheetCellKind kind = SheetCellKind::text;
    std::string text{};
    bool is_formula = false;

    friend bool operator==(const SheetCell&, const SheetCell&) = default;
};

/// A row with its cells that hold something, from left to right.
struct SheetRow {
    int number = 0; ///< 1 for the first
    std::vector<SheetCell> cells{};

    const SheetCell* cell(int column) const;

    friend bool operator==(const SheetRow&, const SheetRow&) = default;
};

struct Sheet {
    std::string name{};
    bool is_hidden = false;
    std::vector<SheetRow> rows{};

    friend bool operator==(const Sheet&, const Sheet&) = default;
};

/// "D7" for column 4 of row 7.
std::string cell_address(int column, int row);
/// "AB" for 28.
std::string column_letters(int column);

} // namespace tiendo::documents
