#pragma once

#include "documents/reading/text_lines.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace tiendo::documents {

struct TextTable {
    Table table{};
    std::size_t end = 0; ///< index of the first line behind it
};

/// A table drawn with "|", with box lines or with tabs, where one begins at the line.
std::optional<TextTable> table_at(const std::vector<TextLine>& lines, std::size_t first);

} // namespace tiendo::documents
