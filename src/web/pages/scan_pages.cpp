#include "web/pages/scan_pages.hpp"

#include "base/text.hpp"
#include "web/pages/plan_paths.hpp"

#include <algorithm>
#include <charconv>

namespace tiendo::web {
namespace {

using app::SourcePage;

/// Pictures are drawn in tenths of a point: places are whole numbers there.
constexpr int units_per_point = 10;
/// Of the page's width, for a word with its neighbours: it can be read on a phone.
constexpr int word_share = 4'000;
/// Of the height of a line, above and below it.
constexpr int margin_percent = 80;

const SourcePage* page_of(const PlanSource& source, int number)
{
    const auto page = std::ranges::find(source.pages, number, &SourcePage::number);
    return page == source.pages.end() ? nullptr : &*page;
}

view::Object rect_of(const PagePlace& place)
{
    return {
        {"x", std::to_string(place.left)},
        {"y", std::to_string(place.top)},
        {"width", std::to_string(place.right - place.left)},
        {"height", std::to_string(place.bottom - place.top)}
    };
}

/// A place in the units of its page's picture.
PagePlace drawn(const PagePlace& place, const SourcePage& page)
{
    const auto across = [&](int part) {
        return static_cast<int>(std::int64_t{part} * page.width * units_per_point / page_parts);
    };
    const auto down = [&](int part) {
        return static_cast<int>(std::int64_t{part} * page.height * units_per_point / page_parts);
    };
    return {
        place.page, across(place.left), down(place.top), across(place.right), down(place.bottom)
    };
}

/// What is shown of the page around a place.
PagePlace window_around(const PagePlace& place, bool is_word)
{
    auto window = place;
    const auto margin = (place.bottom - place.top) * margin_percent / 100;
    window.top = std::max(0, place.top - margin);
    window.bottom = std::min(page_parts, place.bottom + margin);
    if (!is_word) return window;
    const auto width = std::max(word_share, place.right - place.left);
    window.left = std::clamp((place.left + place.right - width) / 2, 0, page_parts - width);
    window.right = window.left + width;
    return window;
}

view::Object cut_out(const PlanSource& source, const PagePlace& place, const Wording& words)
{
    const auto& page = *page_of(source, place.page);
    const bool is_word = place.right - place.left < word_share;
    auto framed = place;
    const auto room = (place.bottom - place.top) / 5;
    framed.top = std::max(0, place.top - room);
    framed.bottom = std::min(page_parts, place.bottom + room);
    auto view = rect_of(drawn(framed, page));
    const auto window = drawn(window_around(place, is_word), page);
    const auto width = window.right - window.left;
    const auto height = window.bottom - window.top;
    view.set("window_x", std::to_string(window.left));
    view.set("window_y", std::to_string(window.top));
    view.set("window_width", std::to_string(width));
    view.set("window_height", std::to_string(height));
    view.set("shown_width", std::to_string(width / 5));
    view.set("shown_height", std::to_string(height / 5));
    view.set("page_width", std::to_string(page.width * units_per_point));
    view.set("page_height", std::to_string(page.height * units_per_point));
    view.set("picture_path", page_picture_path(source, place.page));
    view.set("label", words.text("plan_review.cut_out", {{"page", std::to_string(place.page)}}));
    return view;
}

/// The places of a line's doubtful words; words that stand together are shown together.
std::vector<PagePlace> places_to_compare(const app::SourceLine& line)
{
    if (line.doubts.empty()) return {line.place};
    std::vector<PagePlace> places;
    for (const auto& doubt : line.doubts) {
        const bool is_near =
            !places.empty() &&
            std::max(doubt.right, places.back().right) - std::min(doubt.left, places.back().left) <
                word_share * 3 / 4 &&
            doubt.top < places.back().bottom && places.back().top < doubt.bottom;
        if (!is_near) {
            places.push_back(doubt);
            continue;
        }
        auto& last = places.back();
        last.left = std::min(last.left, doubt.left);
        last.top = std::min(last.top, doubt.top);
        last.right = std::max(last.right, doubt.right);
        last.bottom = std::max(last.bottom, doubt.bottom);
    }
    return places;
}

view::List line_rows(const PlanSource& source, const SourcePage& page, const std::set<int>& marked)
{
    view::List rows;
    for (const auto& line : source.lines) {
        if (line.place.page != page.number) continue;
        auto row = rect_of(line.place);
        row.set("line", std::to_string(line.number));
        row.set("text", line.text);
        row.set("is_marked", marked.contains(line.number));
        rows.emplace_back(std::move(row));
    }
    return rows;
}

view::List doubt_rows(const PlanSource& source, const SourcePage& page)
{
    view::List rows;
    for (const auto& line : source.lines)
        for (const auto& doubt : line.doubts)
            if (doubt.page == page.number) rows.emplace_back(rect_of(doubt));
    return rows;
}

} // namespace

Result<PlanSource> load_plan_source(app::Work& work, const PlanId& plan)
{
    auto lines = TRY(app::plan_source(work, plan));
    return PlanSource{plan, std::move(lines), TRY(app::plan_pages(work, plan))};
}

bool has_page(const PlanSource& source, int page)
{
    return page_of(source, page) != nullptr;
}

std::string page_caption(const PlanSource& source, int page, const Wording& words)
{
    return words.text(
        "plan_review.page_of",
        {{"page", std::to_string(page)}, {"pages", std::to_string(source.pages.size())}}
    );
}

std::string page_picture_path(const PlanSource& source, int page)
{
    return plan_path(source.plan, "trang/" + std::to_string(page) + "/anh.jpg");
}

std::string source_anchor(const PlanSource& source, int line)
{
    const auto found = std::ranges::find(source.lines, line, &app::SourceLine::number);
    const bool has_picture =
        found != source.lines.end() && page_of(source, found->place.page) != nullptr;
    return (has_picture ? "p" : "l") + std::to_string(line);
}

view::List scan_pages(const PlanSource& source, const std::set<int>& marked, const Wording& words)
{
    view::List pages;
    for (const auto& page : source.pages) {
        pages.emplace_back(view::Object{
            {"number", std::to_string(page.number)},
            {"picture_path", page_picture_path(source, page.number)},
            {"caption", page_caption(source, page.number, words)},
            {"page_width", std::to_string(page.width)},
            {"page_height", std::to_string(page.height)},
            {"places", line_rows(source, page, marked)},
            {"doubts", doubt_rows(source, page)}
        });
    }
    return pages;
}

view::List cut_outs(const PlanSource& source, const LineRange& lines, const Wording& words)
{
    view::List views;
    for (const auto& line : source.lines) {
        if (line.number < lines.first || line.number > lines.last) continue;
        if (page_of(source, line.place.page) == nullptr) continue;
        for (const auto& place : places_to_compare(line))
            if (page_of(source, place.page) != nullptr)
                views.emplace_back(cut_out(source, place, words));
    }
    return views;
}

Result<Response> get_page_picture(Visit& visit, const Request& request)
{
    const auto text = request.path_parameters["page"];
    int page = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), page);
    if (error != std::errc{} || end != text.data() + text.size())
        return refuse(Refusal::not_found, "plan.no_page");
    auto response = download(
        TRY(visit.read([&](app::Work& work) {
            return app::plan_page_picture(work, plan_in_path(request), page);
        })),
        "trang-" + std::to_string(page) + ".jpg",
        "image/jpeg"
    );
    response.set("Content-Disposition", "inline");
    // What was read never changes; only this person's browser may keep it.
    response.set("Cache-Control", "private, max-age=86400, immutable");
    response.set("Content-Security-Policy", "sandbox; default-src 'none'");
    return response;
}

} // namespace tiendo::web
