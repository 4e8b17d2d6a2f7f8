#include "documents/exchange/pages_json.hpp"
#include "documents/reading/read_pages.hpp"
#include "documents/reading/read_plan.hpp"
#include "harness.hpp"

/// The words of pages, one page a line.
void try_input(std::string_view input)
{
    using namespace tiendo::documents;
    std::vector<PageLayout> pages;
    while (!input.empty() && pages.size() < 20) {
        const auto end = input.find('\n');
        if (auto page = parse_page(input.substr(0, end))) pages.push_back(std::move(*page));
        input = end == std::string_view::npos ? std::string_view{} : input.substr(end + 1);
    }
    (void)read_plan(read_pages(std::move(pages)));
}
