#pragma once

#include "app/work.hpp"
#include "domain/plan/page_place.hpp"

#include <string>
#include <vector>

/// The document that a plan was read from, beside the reading.
namespace tiendo::app {

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
