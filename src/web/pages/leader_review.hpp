#pragma once

#include "web/routes.hpp"

/// The step inside a unit: its own leader reads what the data-entry officer presented.
namespace tiendo::web {

/// …/lanh-dao-duyet: the report with what the program remarks on it; POST approves and hands it in.
Result<Response> get_leader_review(Visit& visit, const Request& request);
Result<Response> post_leader_approval(Visit& visit, const Request& request);

/// …/tra-nguoi-nhap: back to who typed it, with a reason.
Result<Response> post_back_to_entry(Visit& visit, const Request& request);

/// …/rut-lai: the data-entry officer takes it back before the leader has decided.
Result<Response> post_taking_back(Visit& visit, const Request& request);

} // namespace tiendo::web
