#include "documents/package/sheets.hpp"

#include <algorithm>

namespace tiendo::documents {

const SheetCell* SheetRow::cell(int column) const
{
    const auto found = std::ranges::find(cells, column, &SheetCell::column);
    return found == cells.end() ? nullptr : &*found;
}

std::string column_letters(int column)
{
    std::string letters;
    for (; column > 0; column = (column - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
    return letters;
}

std::string cell_address(int column, int row)
{
    return column_letters(column) + std::to_string(row);
}

} // namespace tiendo::documents
