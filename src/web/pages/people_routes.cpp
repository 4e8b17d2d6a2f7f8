#include "web/pages/people_routes.hpp"

#include "web/pages/access_tokens.hpp"
#include "web/pages/accounts.hpp"
#include "web/pages/first_run.hpp"
#include "web/pages/help.hpp"
#include "web/pages/holidays.hpp"
#include "web/pages/journal.hpp"
#include "web/pages/language.hpp"
#include "web/pages/offline.hpp"
#include "web/pages/password.hpp"
#include "web/pages/positions.hpp"
#include "web/pages/reorganisation.hpp"
#include "web/pages/sign_in.hpp"
#include "web/pages/start.hpp"
#include "web/pages/unit_directory.hpp"
#include "web/pages/unit_import.hpp"
#include "web/pages/units.hpp"

#include <array>

namespace tiendo::web {

std::span<const Route> people_routes()
{
    using enum Method;
    static constexpr std::array table{
        Route{get, "/", get_start, Right::signed_in},
        Route{post, "/ngon-ngu", post_language, Right::public_page},
        Route{get, "/tro-giup", get_help, Right::signed_in},
        Route{get, "/ngoai-tuyen", get_offline, Right::public_page},

        Route{get, "/dang-nhap", get_sign_in, Right::public_page},
        Route{post, "/dang-nhap", post_sign_in, Right::public_page},
        Route{post, "/dang-xuat", post_sign_out, Right::public_page},
        Route{get, "/khoi-tao", get_first_run, Right::public_page},
        Route{post, "/khoi-tao", post_first_run, Right::public_page},
        Route{get, "/quen-mat-khau", get_forgotten_password, Right::public_page},
        Route{post, "/quen-mat-khau", post_forgotten_password, Right::public_page},
        Route{get, "/mat-khau", get_password, Right::signed_in},
        Route{post, "/mat-khau", post_password, Right::signed_in},
        Route{get, "/ma-truy-cap", get_access_tokens, Right::signed_in},
        Route{post, "/ma-truy-cap", post_access_token, Right::signed_in},
        Route{post, "/ma-truy-cap/thu-hoi", post_revoked_token, Right::signed_in},
        Route{post, "/doi-vi-tri", post_position, Right::signed_in},

        // The leader of a unit sees the own people here and may issue them codes.
        Route{get, "/nguoi-dung", get_accounts, Right::signed_in},
        Route{post, "/nguoi-dung/{login}/cap-ma", post_account_code, Right::signed_in},
        Route{get, "/nguoi-dung/them", get_new_account, Right::manage_accounts},
        Route{post, "/nguoi-dung/them", post_new_account, Right::manage_accounts},
        Route{get, "/nguoi-dung/{login}", get_account, Right::manage_accounts},
        Route{post, "/nguoi-dung/{login}", post_account, Right::manage_accounts},
        Route{post, "/nguoi-dung/{login}/ngung", post_disable_account, Right::manage_accounts},
        Route{post, "/nguoi-dung/{login}/mo-lai", post_enable_account, Right::manage_accounts},
        Route{post, "/nguoi-dung/{login}/vi-tri", post_given_position, Right::manage_accounts},
        Route{
            post, "/nguoi-dung/{login}/vi-tri/ngung", post_ended_position, Right::manage_accounts
        },
        Route{
            post,
            "/nguoi-dung/{login}/ma-truy-cap/thu-hoi",
            post_revoked_token_of,
            Right::manage_accounts
        },

        Route{get, "/don-vi", get_units, Right::manage_units},
        Route{get, "/don-vi/them", get_new_unit, Right::manage_units},
        Route{post, "/don-vi/them", post_new_unit, Right::manage_units},
        Route{get, "/don-vi/nhap-danh-muc", get_unit_import, Right::manage_units},
        Route{post, "/don-vi/nhap-danh-muc", post_unit_list, Right::manage_units},
        Route{get, "/don-vi/nhap-danh-muc/{list}", get_received_units, Right::manage_units},
        Route{post, "/don-vi/nhap-danh-muc/{list}", post_received_units, Right::manage_units},
        Route{get, "/don-vi/sap-xep", get_reorganisation, Right::manage_units},
        Route{post, "/don-vi/sap-xep", post_reorganisation, Right::manage_units},
        Route{get, "/don-vi/sap-xep/{change}", get_prepared_reorganisation, Right::manage_units},
        Route{post, "/don-vi/sap-xep/{change}", post_prepared_reorganisation, Right::manage_units},
        Route{
            post,
            "/don-vi/sap-xep/{change}/hoan-tac",
            post_undone_reorganisation,
            Right::manage_units
        },
        Route{get, "/don-vi/{unit}", get_unit, Right::manage_units},
        Route{post, "/don-vi/{unit}", post_unit, Right::manage_units},

        Route{get, "/ngay-nghi", get_holidays, Right::signed_in},
        Route{post, "/ngay-nghi", post_holiday, Right::manage_holidays},
        Route{post, "/ngay-nghi/bo", post_dropped_holiday, Right::manage_holidays},

        Route{get, "/nhat-ky", get_journal, Right::see_journal},
    };
    return table;
}

} // namespace tiendo::web
