#include "web/pages/plan_routes.hpp"

#include "web/pages/amendment.hpp"
#include "web/pages/parent_plan.hpp"
#include "web/pages/period_page.hpp"
#include "web/pages/plans.hpp"
#include "web/pages/review.hpp"
#include "web/pages/scan_pages.hpp"
#include "web/pages/suppliers.hpp"
#include "web/pages/workflow.hpp"

#include <array>

namespace tiendo::web {
namespace {

constexpr std::array routes{
    Route{Method::get, "/ke-hoach", get_plans, Right::signed_in},
    Route{Method::get, "/ke-hoach/nap", get_upload, Right::edit_plan},
    Route{Method::post, "/ke-hoach/nap", post_upload, Right::edit_plan},
    Route{Method::get, "/dang-doc/{reading}", get_reading, Right::edit_plan},
    Route{Method::post, "/ke-hoach/nhap-tay", post_blank_plan, Right::edit_plan},
    Route{Method::get, "/ke-hoach/{plan}/ra-soat", get_plan_review, Right::see_plan},
    Route{Method::post, "/ke-hoach/{plan}/quyet-dinh", post_decision, Right::edit_plan},
    Route{Method::post, "/ke-hoach/{plan}/hoan-tac", post_undone_decision, Right::edit_plan},
    Route{Method::get, "/ke-hoach/{plan}/trang/{page}/anh.jpg", get_page_picture, Right::signed_in},
    Route{Method::post, "/ke-hoach/{plan}/sua-chu", post_accepted_repairs, Right::edit_plan},
    Route{Method::post, "/ke-hoach/{plan}/dieu-chinh", post_field, Right::edit_plan},
    Route{Method::get, "/ke-hoach/{plan}/ban-dieu-chinh", get_amendment, Right::see_plan},
    Route{Method::post, "/ke-hoach/{plan}/ban-dieu-chinh", post_amended_plan, Right::edit_plan},
    Route{
        Method::post, "/ke-hoach/{plan}/ban-dieu-chinh/ap-dung", post_take_over, Right::edit_plan
    },
    Route{Method::get, "/ke-hoach/{plan}/cap-tren", get_parent_plan, Right::see_plan},
    Route{Method::post, "/ke-hoach/{plan}/cap-tren", post_parent_plan, Right::edit_plan},
    Route{Method::get, "/ke-hoach/{plan}/giao-so-lieu", get_suppliers, Right::see_plan},
    Route{Method::post, "/ke-hoach/{plan}/giao-so-lieu", post_suppliers, Right::edit_plan},
    Route{Method::get, "/ke-hoach/{plan}/giao-nhiem-vu", get_task_assignment, Right::see_plan},
    Route{Method::post, "/ke-hoach/{plan}/giao-nhiem-vu", post_task_assignment, Right::edit_plan},
    Route{
        Method::get,
        "/ke-hoach/{plan}/giao-nhiem-vu/phu-luc.docx",
        get_assignment_docx,
        Right::see_plan
    },
    Route{Method::get, "/ke-hoach/{plan}/ky", get_periods, Right::see_plan},
    Route{Method::post, "/ke-hoach/{plan}/ky", post_period, Right::edit_plan},
    Route{Method::post, "/ke-hoach/{plan}/ky/{period}/chot", post_period_lock, Right::edit_plan},
    Route{Method::get, "/ke-hoach/{plan}/quy-trinh", get_workflow, Right::see_plan},
    Route{Method::post, "/ke-hoach/{plan}/quy-trinh", post_workflow, Right::edit_plan},
    Route{Method::get, "/chi-so", get_indicators, Right::see_plan},
    Route{Method::get, "/chi-so/{indicator}", get_indicator, Right::see_plan},
    Route{Method::post, "/chi-so/{indicator}", post_indicator, Right::edit_plan},
};

} // namespace

std::span<const Route> plan_routes()
{
    return routes;
}

} // namespace tiendo::web
