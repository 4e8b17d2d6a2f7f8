#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tiendo::documents {

/// What a page's width and its height are, each, to the places on its picture.
inline constexpr int page_parts = 10'000;

/// Where something stands in the picture of its page, in shares of the page's width and height.
struct PagePlace {
    int page = 0; ///< from 1 on; 0 where there is no picture
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;

    friend bool operator==(const PagePlace&, const PagePlace&) = default;
};

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
