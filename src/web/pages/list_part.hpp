#pragma once

#include "web/request.hpp"
#include "web/views/view.hpp"

#include <cstddef>
#include <string>

namespace tiendo::web {

/// Which rows of a list stand on a page: all of them where they are few, else the part that the
/// address asks for ("phan", from 1 on).
class ListPart {
public:
    static constexpr std::size_t rows_max = 100; ///< docs/limits.md

    ListPart() = default;
    ListPart(std::size_t rows, const Request& request);

    std::size_t number() const { return number_; }
    std::size_t count() const { return count_; }
    std::size_t begin() const { return (number_ - 1) * rows_max; }
    bool holds(std::size_t row) const { return row >= begin() && row - begin() < rows_max; }

private:
    std::size_t number_ = 1;
    std::size_t count_ = 1;
};

/// Fills "has_parts" and "parts" with "number", "path" and "is_here", for parts/list_parts.html;
/// `path` is the page without its part.
void set_parts(view::Object& data, const ListPart& part, const std::string& path);

} // namespace tiendo::web
