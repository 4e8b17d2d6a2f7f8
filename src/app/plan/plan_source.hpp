#pragma once

#include "app/work.hpp"

#include <string>
#include <vector>

/// The document that a plan was read from, beside the reading.
namespace tiendo::app {

/// What a page's width and its height are, each, to the places on its picture.
inline constexpr int page_parts = 10'000;

/// Where something stands in the picture of its page, in shares of the page's width and height.
struct PagePlace {
    int page = 0; ///< from 1 on; 0 where there is no picture
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
};

/// One line of the document as it was read.
struct SourceLine {
    int number = 0;
    std::string text{};
    PagePlace place{};
    std::vector<PagePlace> doubts{}; ///< words that may have been recognised wrongly
};

/// A page that was recognised from its picture.
struct SourcePage {
    int number = 0; ///< from 1 on
    int width = 0;
    int height = 0; ///< in points
};

Result<std::vector<SourceLine>> plan_source(Work& work, const PlanId& id);

/// None of a document that came as text.
Result<std::vector<SourcePage>> plan_pages(Work& work, const PlanId& id);

/// A JPEG.
Result<std::string> plan_page_picture(Work& work, const PlanId& id, int page);

} // namespace tiendo::app
