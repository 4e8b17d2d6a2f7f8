#include "web/pages/issuing_routes.hpp"

#include "web/pages/issuing.hpp"
#include "web/pages/superior_form.hpp"
#include "web/pages/unit_paper.hpp"

#include <array>

namespace tiendo::web {

std::span<const Route> issuing_routes()
{
    using enum Method;
    using enum Right;
    static constexpr std::array table{
        Route{get, "/ke-hoach/{plan}/bao-cao/{unit}/{period}/van-ban", get_unit_paper, see_report},
        Route{
            post, "/ke-hoach/{plan}/bao-cao/{unit}/{period}/van-ban", post_unit_head, enter_report
        },
        Route{
            get,
            "/ke-hoach/{plan}/bao-cao/{unit}/{period}/van-ban/bao-cao.docx",
            get_unit_docx,
            see_report
        },
        Route{
            get,
            "/ke-hoach/{plan}/bao-cao/{unit}/{period}/van-ban/bao-cao.pdf",
            get_unit_pdf,
            see_report
        },
        Route{
            post,
            "/ke-hoach/{plan}/bao-cao/{unit}/{period}/van-ban/ban-ky",
            post_unit_scan,
            enter_report
        },
        Route{
            get,
            "/ke-hoach/{plan}/bao-cao/{unit}/{period}/van-ban/ban-ky/{number}/ban-ky.pdf",
            get_unit_scan,
            see_report
        },
        Route{get, "/ke-hoach/{plan}/phat-hanh", get_issuing, see_plan},
        // Which step is whose is decided with the step (app::right_for).
        Route{post, "/ke-hoach/{plan}/phat-hanh/{period}/buoc", post_issuing_step, see_plan},
        Route{post, "/ke-hoach/{plan}/phat-hanh/{period}/ban-ky", post_report_scan, write_report},
        Route{
            get,
            "/ke-hoach/{plan}/phat-hanh/{period}/ban-ky/{number}/ban-ky.pdf",
            get_report_scan,
            see_plan
        },
        Route{
            get,
            "/ke-hoach/{plan}/phat-hanh/{period}/{number}/bao-cao.docx",
            get_issued_docx,
            see_plan
        },
        Route{
            get,
            "/ke-hoach/{plan}/phat-hanh/{period}/{number}/bao-cao.pdf",
            get_issued_pdf,
            see_plan
        },
        Route{get, "/ke-hoach/{plan}/tong-hop/{period}/bao-cao.pdf", get_report_pdf, see_plan},
        Route{get, "/ke-hoach/{plan}/bieu-cap-tren/{period}", get_superior_forms, see_plan},
        Route{post, "/ke-hoach/{plan}/bieu-cap-tren/{period}", post_superior_form, write_report},
        Route{get, "/ke-hoach/{plan}/bieu-cap-tren/{period}/{form}", get_superior_form, see_plan},
        Route{post, "/ke-hoach/{plan}/bieu-cap-tren/{period}/{form}", post_fillings, write_report},
        Route{
            post,
            "/ke-hoach/{plan}/bieu-cap-tren/{period}/{form}/o-rieng",
            post_single_cell,
            write_report
        },
        Route{
            get,
            "/ke-hoach/{plan}/bieu-cap-tren/{period}/{form}/o-da-dien",
            get_form_cells,
            see_plan
        },
        Route{
            get,
            "/ke-hoach/{plan}/bieu-cap-tren/{period}/{form}/bieu.docx",
            get_filled_form,
            see_plan
        },
        Route{
            get,
            "/ke-hoach/{plan}/bieu-cap-tren/{period}/{form}/bieu.xlsx",
            get_filled_form,
            see_plan
        },
    };
    return table;
}

} // namespace tiendo::web
