#pragma once

#include "base/result.hpp"
#include "domain/plan/page_place.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tiendo::documents {

/// What was recognised in a picture and may be something else.
struct Doubt {
    std::string text{}; ///< as it was read
    PagePlace place{};

    friend bool operator==(const Doubt&, const Doubt&) = default;
};

/// One line (or paragraph, in a file kind without lines) of a document as it was read.
struct NumberedLine {
    int number = 0;
    std::string text{};
    PagePlace place{};
    std::vector<Doubt> doubts{};

    friend bool operator==(const NumberedLine&, const NumberedLine&) = default;
};

/// [{"line": 1, "text": "…"}, …]; of a scan with {"place": [page, left, top, right, bottom],
/// "doubts": [{"text": "…", "place": […]}, …]}.
std::string to_json(const std::vector<NumberedLine>& lines);
Result<std::vector<NumberedLine>> parse_source_lines(std::string_view json);

} // namespace tiendo::documents
