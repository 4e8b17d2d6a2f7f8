#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tiendo::documents {

/// One line (or paragraph, in a file kind without lines) of a document as it was read.
struct NumberedLine {
    int number = 0;
    std::string text{};

    friend bool operator==(const NumberedLine&, const NumberedLine&) = default;
};

/// [{"line": 1, "text": "…"}, …]
std::string to_json(const std::vector<NumberedLine>& lines);
Result<std::vector<NumberedLine>> parse_source_lines(std::string_view json);

} // namespace tiendo::documents
