#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// Soạn nhắc: what each chosen unit would read, before it is sent.
Result<Response> get_reminder(Visit& visit, const Request& request);
Result<Response> post_reminder(Visit& visit, const Request& request);

/// Nhật ký đôn đốc: every notice with what became of it; a mail that was refused is sent again.
Result<Response> get_notices(Visit& visit, const Request& request);
Result<Response> post_mail_again(Visit& visit, const Request& request);

/// The unit has read it.
Result<Response> post_notice_read(Visit& visit, const Request& request);

/// Các bước đôn đốc: the ladder of the plan.
Result<Response> get_ladder(Visit& visit, const Request& request);
Result<Response> post_ladder(Visit& visit, const Request& request);

} // namespace tiendo::web
