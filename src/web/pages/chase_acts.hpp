#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// Gia hạn, loại trừ, báo cáo riêng: of several units at once, with a reason.
Result<Response> get_chase_act(Visit& visit, const Request& request);
Result<Response> post_chase_act(Visit& visit, const Request& request);

/// Danh bạ đầu mối: whom to call, in which unit.
Result<Response> get_contacts(Visit& visit, const Request& request);
Result<Response> get_contact(Visit& visit, const Request& request);
Result<Response> post_contact(Visit& visit, const Request& request);

} // namespace tiendo::web
