#include "web/pages/all_routes.hpp"

#include "web/api/api_routes.hpp"
#include "web/pages/chase_routes.hpp"
#include "web/pages/consolidated.hpp"
#include "web/pages/issuing_routes.hpp"
#include "web/pages/office_table_pages.hpp"
#include "web/pages/people_routes.hpp"
#include "web/pages/plan_routes.hpp"
#include "web/pages/report_routes.hpp"
#include "web/pages/see_routes.hpp"
#include "web/pages/workbook_routes.hpp"
#include "web/pages/world_routes.hpp"

#include <vector>

namespace tiendo::web {

std::span<const Route> all_routes()
{
    static const std::vector<Route> all = [] {
        std::vector<Route> table;
        for (const auto& area : {
                 api_routes(),
                 chase_routes(),
                 consolidated_routes(),
                 issuing_routes(),
                 office_table_routes(),
                 people_routes(),
                 report_routes(),
                 see_routes(),
                 workbook_routes(),
                 world_routes(),
                 plan_routes(),
             })
            table.insert(table.end(), area.begin(), area.end());
        return table;
    }();
    return all;
}

} // namespace tiendo::web
