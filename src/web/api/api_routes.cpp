#include "web/api/api_routes.hpp"

#include "web/api/analytics.hpp"
#include "web/api/data_value_sets.hpp"
#include "web/api/drafts.hpp"
#include "web/api/figures.hpp"
#include "web/api/resources.hpp"

#include <array>

namespace tiendo::web {

std::span<const Route> api_routes()
{
    using enum Method;
    static constexpr std::array table{
        Route{get, "/api/analytics.json", get_analytics, Right::see_plan},
        Route{get, "/api/dataValueSets", get_data_value_set, Right::see_plan},
        Route{post, "/api/dataValueSets", post_data_value_set, Right::enter_report},
        Route{get, "/api/openapi.json", get_api_description, Right::public_page},
        Route{get, "/api/v1/journal", get_journal_resource, Right::see_journal},
        Route{get, "/api/v1/plans", get_plans_resource, Right::signed_in},
        Route{get, "/api/v1/plans/{plan}", get_plan_resource, Right::signed_in},
        Route{get, "/api/v1/plans/{plan}/findings", get_findings_resource, Right::see_plan},
        Route{get, "/api/v1/plans/{plan}/periods", get_periods_resource, Right::see_plan},
        Route{get, "/api/v1/plans/{plan}/periods/{period}/figures", get_figures, Right::see_plan},
        Route{
            get,
            "/api/v1/plans/{plan}/periods/{period}/reports",
            get_reports_resource,
            Right::see_plan
        },
        Route{
            get,
            "/api/v1/plans/{plan}/periods/{period}/reports/{unit}",
            get_report_resource,
            Right::see_report
        },
        Route{
            get,
            "/api/v1/plans/{plan}/periods/{period}/reports/{unit}/submissions",
            get_submissions_resource,
            Right::see_report
        },
        Route{
            post,
            "/api/v1/plans/{plan}/periods/{period}/reports/{unit}/submissions",
            post_submission,
            Right::enter_report
        },
        Route{
            put,
            "/api/v1/drafts/{plan}/{period}/{unit}/items/{kind}/{item}",
            put_draft_item,
            Right::enter_report
        },
    };
    return table;
}

} // namespace tiendo::web
