#include "web/pages/office_table_pages.hpp"

#include <array>

namespace tiendo::web {

std::span<const Route> office_table_routes()
{
    using enum Method;
    using enum Right;
    static constexpr std::array routes{
        Route{get, "/ke-hoach/{plan}/bang-rieng", get_office_tables, see_plan},
        Route{get, "/ke-hoach/{plan}/bang-rieng/moi", get_new_office_table, edit_plan},
        Route{post, "/ke-hoach/{plan}/bang-rieng/moi", post_new_office_table, edit_plan},
        Route{get, "/ke-hoach/{plan}/bang-rieng/{table}", get_office_table_rows, see_plan},
        Route{
            get,
            "/ke-hoach/{plan}/bang-rieng/{table}/bang.xlsx",
            get_office_table_workbook,
            see_plan
        },
        Route{get, "/ke-hoach/{plan}/bang-rieng/{table}/sua", get_office_table_change, edit_plan},
        Route{post, "/ke-hoach/{plan}/bang-rieng/{table}/sua", post_office_table_change, edit_plan},
        Route{post, "/ke-hoach/{plan}/bang-rieng/{table}/bo", post_office_table_removal, edit_plan},
    };
    return routes;
}

} // namespace tiendo::web
