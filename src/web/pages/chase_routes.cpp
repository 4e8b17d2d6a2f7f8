#include "web/pages/chase_routes.hpp"

#include "web/pages/calendar.hpp"
#include "web/pages/chase.hpp"
#include "web/pages/chase_acts.hpp"
#include "web/pages/chase_letter.hpp"
#include "web/pages/chase_notices.hpp"
#include "web/pages/mail_settings.hpp"
#include "web/pages/one_time_link.hpp"

#include <array>

namespace tiendo::web {

std::span<const Route> chase_routes()
{
    using enum Method;
    using enum Right;
    static constexpr std::array table{
        Route{get, "/ke-hoach/{plan}/don-doc", get_chase, see_plan},
        Route{get, "/ke-hoach/{plan}/don-doc/soan", get_reminder, review_reports},
        Route{post, "/ke-hoach/{plan}/don-doc/soan", post_reminder, review_reports},
        Route{get, "/ke-hoach/{plan}/don-doc/xu-ly", get_chase_act, review_reports},
        Route{post, "/ke-hoach/{plan}/don-doc/xu-ly", post_chase_act, review_reports},
        Route{get, "/ke-hoach/{plan}/don-doc/cong-van", get_letter, review_reports},
        Route{post, "/ke-hoach/{plan}/don-doc/cong-van", post_letter, review_reports},
        Route{get, "/ke-hoach/{plan}/don-doc/nhat-ky", get_notices, see_plan},
        Route{post, "/ke-hoach/{plan}/don-doc/gui-lai", post_mail_again, review_reports},
        Route{get, "/ke-hoach/{plan}/don-doc/lich-nhac", get_ladder, review_reports},
        Route{post, "/ke-hoach/{plan}/don-doc/lich-nhac", post_ladder, review_reports},
        Route{get, "/ke-hoach/{plan}/don-doc/lien-he", get_contacts, see_plan},
        Route{get, "/ke-hoach/{plan}/don-doc/lien-he/{unit}", get_contact, review_reports},
        Route{post, "/ke-hoach/{plan}/don-doc/lien-he/{unit}", post_contact, review_reports},
        Route{get, "/ke-hoach/{plan}/don-doc/lien-ket", get_links, review_reports},
        Route{post, "/ke-hoach/{plan}/don-doc/lien-ket", post_link, review_reports},
        Route{post, "/ke-hoach/{plan}/don-doc/lien-ket/huy", post_revoked_link, review_reports},
        Route{get, "/ke-hoach/{plan}/lich", get_calendar, signed_in},
        Route{get, "/ke-hoach/{plan}/lich.ics", get_calendar_file, signed_in},
        Route{get, "/vao/{token}", get_one_time_link, public_page},
        Route{post, "/vao/{token}", post_one_time_link, public_page},
        Route{get, "/cai-dat/thu", get_mail_settings, manage_accounts},
        Route{post, "/cai-dat/thu", post_mail_settings, manage_accounts},
        Route{post, "/thong-bao/{notice}/da-doc", post_notice_read, see_report},
    };
    return table;
}

} // namespace tiendo::web
