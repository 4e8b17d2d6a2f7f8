#pragma once

#include "app/plan/plan_source.hpp"
#include "domain/plan/plan_reading.hpp"
#include "web/messages.hpp"
#include "web/request.hpp"
#include "web/response.hpp"
#include "web/views/view.hpp"
#include "web/visit.hpp"

#include <set>
#include <vector>

/// The pages of a scanned plan beside what was recognised on them.
namespace tiendo::web {

/// The document of a plan as both screens show it.
struct PlanSource {
    PlanId plan{};
    std::vector<app::SourceLine> lines{};
    std::vector<app::SourcePage> pages{};
};

Result<PlanSource> load_plan_source(app::Work& work, const PlanId& plan);

bool has_page(const PlanSource& source, int page);
/// "Trang 2/5"
std::string page_caption(const PlanSource& source, int page, const Wording& words);
std::string page_picture_path(const PlanSource& source, int page);

/// The place on the page's picture where there is one ("p23"), else the line of the text ("l23").
std::string source_anchor(const PlanSource& source, int line);

/// For {{> scan_page}}: each page with the places of its lines; `marked` ones stand out.
view::List scan_pages(const PlanSource& source, const std::set<int>& marked, const Wording& words);

/// For {{> cut_outs}}: the places in the lines that a person compares with what was read, each
/// cut out of the picture; the whole line where no word of it is doubtful.
view::List cut_outs(const PlanSource& source, const LineRange& lines, const Wording& words);

Result<Response> get_page_picture(Visit& visit, const Request& request);

} // namespace tiendo::web
