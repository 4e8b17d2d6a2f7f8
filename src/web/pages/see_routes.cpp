#include "web/pages/see_routes.hpp"

#include "web/pages/cell.hpp"
#include "web/pages/matrix.hpp"
#include "web/pages/overview.hpp"
#include "web/pages/plan_text.hpp"
#include "web/pages/target.hpp"
#include "web/pages/targets.hpp"
#include "web/pages/task.hpp"
#include "web/pages/tasks.hpp"

#include <array>

namespace tiendo::web {

std::span<const Route> see_routes()
{
    using enum Method;
    static constexpr std::array table{
        Route{get, "/ke-hoach/{plan}/van-ban", get_plan_text, Right::signed_in},
        Route{get, "/ke-hoach/{plan}/tong-quan", get_overview, Right::see_plan},
        Route{get, "/ke-hoach/{plan}/chi-tieu", get_targets, Right::see_plan},
        Route{get, "/ke-hoach/{plan}/chi-tieu/{measure}", get_target, Right::see_plan},
        Route{get, "/ke-hoach/{plan}/ma-tran", get_matrix, Right::see_plan},
        Route{get, "/ke-hoach/{plan}/nhiem-vu", get_tasks, Right::see_plan},
        Route{get, "/ke-hoach/{plan}/nhiem-vu/{task}", get_task, Right::see_plan},
        Route{get, "/o/{cell}", get_cell, Right::see_report},
    };
    return table;
}

} // namespace tiendo::web
