#include "web/pages/people_routes.hpp"

#include "web/pages/language.hpp"
#include "web/pages/sign_in.hpp"
#include "web/pages/start.hpp"

#include <array>

namespace tiendo::web {

std::span<const Route> people_routes()
{
    using enum Method;
    static constexpr std::array table{
        Route{get, "/", get_start, Right::signed_in},
        Route{get, "/dang-nhap", get_sign_in, Right::public_page},
        Route{post, "/dang-nhap", post_sign_in, Right::public_page},
        Route{post, "/dang-xuat", post_sign_out, Right::public_page},
        Route{post, "/ngon-ngu", post_language, Right::public_page},
    };
    return table;
}

} // namespace tiendo::web
