#include "documents/writing/column_widths.hpp"

#include <algorithm>
#include <cstddef>

namespace tiendo::documents {
namespace {

std::vector<int> shares(const std::vector<ColumnWish>& wishes, int width)
{
    int total = 0;
    for (const auto& wish : wishes)
        total += wish.share;
    std::vector<int> result;
    for (const auto& wish : wishes) {
        result.push_back(
            total > 0 ? width * wish.share / total : width / static_cast<int>(wishes.size())
        );
    }
    return result;
}

} // namespace

std::vector<int> column_widths(const std::vector<ColumnWish>& wishes, int width)
{
    if (wishes.empty()) return {};
    auto widths = shares(wishes, width);
    int needed = 0;
    int room = 0;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        needed += std::max(0, wishes[i].least - widths[i]);
        room += std::max(0, widths[i] - wishes[i].least);
    }
    int left = width;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const int spare = widths[i] - wishes[i].least;
        // Where there is too little room for all, the shares stay as they are.
        if (needed <= room && spare < 0) widths[i] = wishes[i].least;
        if (needed <= room && spare > 0 && room > 0) widths[i] -= needed * spare / room;
        left -= widths[i];
    }
    // What rounding leaves goes to the widest column.
    *std::max_element(widths.begin(), widths.end()) += left;
    return widths;
}

} // namespace tiendo::documents
