#include "web/pages/see_routes.hpp"

#include "web/pages/overview.hpp"

#include <array>

namespace tiendo::web {

std::span<const Route> see_routes()
{
    using enum Method;
    static constexpr std::array table{
        Route{get, "/ke-hoach/{plan}/tong-quan", get_overview, Right::see_plan},
    };
    return table;
}

} // namespace tiendo::web
