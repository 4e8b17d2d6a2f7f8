#pragma once

namespace tiendo {

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

} // namespace tiendo
