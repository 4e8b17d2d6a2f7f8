#pragma once

#include "base/date.hpp"
#include "documents/text/document_text.hpp"

#include <map>
#include <optional>
#include <string>

namespace tiendo::documents {

/// What the head of a column says that it holds.
struct Column {
    std::string role{};  ///< a meaning of the vocabulary "table_heads"; empty where it is not known
    std::string title{}; ///< as written; of a head that is split, the lower one
    std::optional<Date> due{}; ///< of "Đến năm 2025" over a column of values
    int year = 0;
};

struct Heads {
    std::map<int, Column> columns{};
    std::size_t first_row = 0; ///< of the rows below the heads

    const int* column_of(std::string_view role) const;
};

/// The row of heads is the first with two known ones; a second row may split a head by years.
Heads heads_of(const Table& table);

/// The text of the cell that stands in the column, or reaches over it.
std::string cell_text(const Row& row, const int* column);

/// A cell that was merged with the ones above it says what the topmost of them says, and so does
/// "nt" or a ditto mark.
std::string shared_text(const Table& table, std::size_t row, const int* column);

/// Whether the cell goes on from the row above it.
bool continues_above(const Row& row, const int* column);

std::string without_item_label(const std::string& text);
std::string one_line(const std::string& text);

/// A row with nothing but a heading for the rows below: "I | Công tác chỉ đạo", "1. Tuyên truyền"
/// over all columns.
std::optional<std::string>
heading_of(const Table& table, std::size_t row, const Heads& heads, const int* name);

/// Nothing stands in it, or the heads once more, as at the top of a further page.
bool says_nothing(const Table& table, std::size_t row, const Heads& heads);

} // namespace tiendo::documents
