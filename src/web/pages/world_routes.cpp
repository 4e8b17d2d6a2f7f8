#include "web/pages/world_routes.hpp"

#include "web/pages/world.hpp"

#include <array>

namespace tiendo::web {

std::span<const Route> world_routes()
{
    using enum Method;
    static constexpr std::array table{
        Route{post, "/the-gioi-mau/doc-lai", post_read_again, Right::edit_plan},
        Route{post, "/the-gioi-mau/lam-lai", post_restart, Right::signed_in},
        Route{post, "/the-gioi-mau/toi/{day}", post_go_to_day, Right::signed_in},
    };
    return table;
}

} // namespace tiendo::web
