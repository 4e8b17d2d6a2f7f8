#include "app/plan/plan_source.hpp"

#include "app/plan/kept_pages.hpp"
#include "documents/exchange/source_json.hpp"

namespace tiendo::app {

std::vector<store::PlanPage> kept_pages(std::vector<documents::PagePicture> pictures)
{
    std::vector<store::PlanPage> pages;
    for (auto& picture : pictures)
        pages.push_back({picture.page, picture.width, picture.height, std::move(picture.jpeg)});
    return pages;
}

Result<std::vector<SourceLine>> plan_source(Work& work, const PlanId& id)
{
    TRY(require(work, Right::signed_in));
    const auto number = TRY(number_of(id));
    const auto record = TRY(work.kept.plans().get(number));
    std::vector<SourceLine> lines;
    for (auto& line : TRY(documents::parse_source_lines(record.source.lines))) {
        lines.push_back({line.number, std::move(line.text), line.place, {}});
        for (const auto& doubt : line.doubts)
            lines.back().doubts.push_back(doubt.place);
    }
    return lines;
}

Result<std::vector<SourcePage>> plan_pages(Work& work, const PlanId& id)
{
    TRY(require(work, Right::signed_in));
    std::vector<SourcePage> pages;
    const auto number = TRY(number_of(id));
    for (const auto& page : work.kept.plans().pages(number))
        pages.push_back({page.number, page.width, page.height});
    return pages;
}

Result<std::string> plan_page_picture(Work& work, const PlanId& id, int page)
{
    TRY(require(work, Right::signed_in));
    const auto number = TRY(number_of(id));
    return work.kept.plans().page_picture(number, page);
}

} // namespace tiendo::app
