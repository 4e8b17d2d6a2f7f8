#pragma once

#include "web/request.hpp"
#include "web/views/view.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace tiendo::web {

/// A page, and what it is asked.
struct PageAddress {
    std::string path{};
    std::vector<std::pair<std::string, std::string>> fields{}; ///< empty ones are left out

    PageAddress with(std::string name, std::string value) const;
    std::string address() const;
};

/// Which rows of a list stand on a page: all of them where they are few, else the part that the
/// address asks for ("phan", from 1 on).
class ListPart {
public:
    static constexpr std::size_t rows_max = 100; ///< docs/limits.md

    ListPart() = default;
    ListPart(std::size_t rows, const Request& request);

    std::size_t number() const { return number_; }
    std::size_t count() const { return count_; }
    /// What of the rows stands on the page.
    template <class T> std::vector<T> of(const std::vector<T>& rows) const
    {
        const auto begin = std::min(rows.size(), (number_ - 1) * rows_max);
        const auto end = std::min(rows.size(), begin + rows_max);
        const auto at = [&](std::size_t row) {
            return rows.begin() + static_cast<std::ptrdiff_t>(row);
        };
        return {at(begin), at(end)};
    }

private:
    std::size_t number_ = 1;
    std::size_t count_ = 1;
};

/// Fills "has_parts" and "parts" with "number", "path" and "is_here", for parts/list_parts.html;
/// `page` is the one without its part.
void set_parts(view::Object& data, const ListPart& part, const PageAddress& page);

} // namespace tiendo::web
