#include "web/pages/workbook_routes.hpp"

#include "web/pages/data_quality.hpp"
#include "web/pages/figure_table.hpp"
#include "web/pages/history_import.hpp"
#include "web/pages/publication.hpp"
#include "web/pages/workbook.hpp"

#include <array>

namespace tiendo::web {

std::span<const Route> workbook_routes()
{
    using enum Method;
    using enum Right;
    static constexpr std::array routes{
        Route{get, "/ke-hoach/{plan}/bieu-tong-hop.xlsx", get_figure_table, see_plan},
        Route{get, "/ke-hoach/{plan}/bieu-tong-hop/cot", get_table_columns, see_plan},
        Route{post, "/ke-hoach/{plan}/bieu-tong-hop/cot", post_table_columns, write_report},
        Route{get, "/ke-hoach/{plan}/cong-bo", get_publication, see_plan},
        Route{post, "/ke-hoach/{plan}/cong-bo", post_publication, write_report},
        Route{post, "/ke-hoach/{plan}/cong-bo/cach", post_sensitive_use, write_report},
        Route{get, "/ke-hoach/{plan}/hoi-so-lieu", get_data_quality, see_report},
        Route{post, "/ke-hoach/{plan}/hoi-so-lieu", post_data_answer, enter_report},
        Route{get, "/ke-hoach/{plan}/so-lieu-cac-nam", get_history_imports, review_reports},
        Route{post, "/ke-hoach/{plan}/so-lieu-cac-nam", post_history_file, review_reports},
        Route{get, "/ke-hoach/{plan}/so-lieu-cac-nam/{import}", get_history_table, review_reports},
        Route{
            post, "/ke-hoach/{plan}/so-lieu-cac-nam/{import}", post_history_columns, review_reports
        },
        Route{
            get,
            "/ke-hoach/{plan}/so-lieu-cac-nam/{import}/kiem-tra",
            get_history_check,
            review_reports
        },
        Route{
            post,
            "/ke-hoach/{plan}/so-lieu-cac-nam/{import}/kiem-tra",
            post_history_check,
            review_reports
        },
        Route{
            post,
            "/ke-hoach/{plan}/so-lieu-cac-nam/{import}/hoan-tac",
            post_history_undo,
            review_reports
        },
        Route{get, "/ke-hoach/{plan}/bieu-excel.zip", get_period_workbooks, see_plan},
        Route{post, "/ke-hoach/{plan}/bieu-excel/gui-thu", post_mail_workbooks, review_reports},
        Route{get, "/ke-hoach/{plan}/bao-cao/{unit}/{period}/excel", get_workbook, enter_report},
        Route{post, "/ke-hoach/{plan}/bao-cao/{unit}/{period}/excel", post_workbook, enter_report},
        Route{
            get, "/ke-hoach/{plan}/bao-cao/{unit}/{period}/bieu.xlsx", get_workbook_file, see_report
        },
        Route{
            get,
            "/ke-hoach/{plan}/bao-cao/{unit}/{period}/excel/{upload}",
            get_workbook_changes,
            enter_report
        },
        Route{
            post,
            "/ke-hoach/{plan}/bao-cao/{unit}/{period}/excel/{upload}",
            post_workbook_changes,
            enter_report
        },
        Route{
            post,
            "/ke-hoach/{plan}/bao-cao/{unit}/{period}/excel/{upload}/hoan-tac",
            post_workbook_undo,
            enter_report
        },
    };
    return routes;
}

} // namespace tiendo::web
