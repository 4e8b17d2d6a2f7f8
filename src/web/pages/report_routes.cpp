#include "web/pages/report_routes.hpp"

#include "web/pages/check_report.hpp"
#include "web/pages/evidence.hpp"
#include "web/pages/form.hpp"
#include "web/pages/leader_review.hpp"
#include "web/pages/my_work.hpp"
#include "web/pages/print_report.hpp"
#include "web/pages/report_list.hpp"
#include "web/pages/review_report.hpp"

#include <array>

namespace tiendo::web {

std::span<const Route> report_routes()
{
    using enum Method;
    using enum Right;
    static constexpr std::array routes{
        Route{get, "/viec-cua-toi", get_my_work, signed_in},
        Route{get, "/ke-hoach/{plan}/bao-cao", get_report_list, see_plan},
        Route{get, "/ke-hoach/{plan}/bao-cao/{unit}/{period}", get_form, see_report},
        Route{post, "/ke-hoach/{plan}/bao-cao/{unit}/{period}", post_form, enter_report},
        Route{get, "/ke-hoach/{plan}/bao-cao/{unit}/{period}/kiem-tra", get_check, enter_report},
        Route{post, "/ke-hoach/{plan}/bao-cao/{unit}/{period}/kiem-tra", post_check, enter_report},
        Route{
            post,
            "/ke-hoach/{plan}/bao-cao/{unit}/{period}/trinh-lanh-dao",
            post_presentation,
            enter_report
        },
        Route{
            post, "/ke-hoach/{plan}/bao-cao/{unit}/{period}/rut-lai", post_taking_back, enter_report
        },
        Route{
            get,
            "/ke-hoach/{plan}/bao-cao/{unit}/{period}/lanh-dao-duyet",
            get_leader_review,
            approve_entry
        },
        Route{
            post,
            "/ke-hoach/{plan}/bao-cao/{unit}/{period}/lanh-dao-duyet",
            post_leader_approval,
            approve_entry
        },
        Route{
            post,
            "/ke-hoach/{plan}/bao-cao/{unit}/{period}/tra-nguoi-nhap",
            post_back_to_entry,
            approve_entry
        },
        Route{get, "/ke-hoach/{plan}/bao-cao/{unit}/{period}/da-nop", get_receipt, see_report},
        Route{
            post, "/ke-hoach/{plan}/bao-cao/{unit}/{period}/thu-hoi", post_withdraw, enter_report
        },
        Route{get, "/ke-hoach/{plan}/bao-cao/{unit}/{period}/in", get_printed_report, see_report},
        Route{get, "/ke-hoach/{plan}/bao-cao/{unit}/{period}/duyet", get_review, review_reports},
        Route{post, "/ke-hoach/{plan}/bao-cao/{unit}/{period}/duyet", post_review, review_reports},
        Route{get, "/ke-hoach/{plan}/bao-cao/{unit}/{period}/minh-chung", get_evidence, see_report},
        Route{
            post, "/ke-hoach/{plan}/bao-cao/{unit}/{period}/minh-chung", post_evidence, enter_report
        },
        Route{
            get,
            "/ke-hoach/{plan}/bao-cao/{unit}/{period}/minh-chung/{file}",
            get_evidence_file,
            see_report
        },
        Route{
            post,
            "/ke-hoach/{plan}/bao-cao/{unit}/{period}/minh-chung/{file}",
            post_evidence_removal,
            enter_report
        },
    };
    return routes;
}

} // namespace tiendo::web
