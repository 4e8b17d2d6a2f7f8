#pragma once

#include "documents/reading/page_layout.hpp"

#include <vector>

namespace tiendo::documents {

/// Eight bits a pixel, 0 is black; borrowed from whoever drew it.
struct GrayPicture {
    const unsigned char* pixels = nullptr;
    int width = 0;
    int height = 0;
    int row_bytes = 0;
    double points_per_pixel = 1;
    bool is_scanned = false; ///< its rules may be pale, broken and a little bent
};

/// The straight lines that are long enough to rule a table, both directions.
std::vector<PageRule> rules_in(const GrayPicture& picture);

} // namespace tiendo::documents
