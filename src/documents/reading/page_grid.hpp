#pragma once

#include "documents/reading/page_layout.hpp"

#include <cstddef>
#include <vector>

namespace tiendo::documents {

/// The grid that all rules of a table would draw if each went on to the edges. Rules that a scanner
/// broke are mended: a rule ends at rules across.
class PageGrid {
public:
    explicit PageGrid(const std::vector<PageRule>& rules);

    bool is_table() const;
    std::size_t columns() const { return xs_.size() - 1; }
    std::size_t rows() const { return ys_.size() - 1; }
    Box box() const { return {xs_.front(), ys_.front(), xs_.back(), ys_.back()}; }
    Box box_of(std::size_t row) const { return {xs_.front(), ys_[row], xs_.back(), ys_[row + 1]}; }
    Box box_of(std::size_t row, std::size_t last_row, std::size_t column, std::size_t last) const
    {
        return {xs_[column], ys_[row], xs_[last + 1], ys_[last_row + 1]};
    }
    double right_of(std::size_t column) const { return xs_[column + 1]; }

    std::size_t column_at(double x) const;
    std::size_t row_at(double y) const;

    bool ruled_right(std::size_t row, std::size_t column) const;
    bool ruled_below(std::size_t row, std::size_t column) const;

private:
    void drop_strokes();
    void mend_broken_rules();

    std::vector<Box> horizontal_;
    std::vector<Box> vertical_;
    std::vector<double> xs_;
    std::vector<double> ys_;
};

} // namespace tiendo::documents
