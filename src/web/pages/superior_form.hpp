#pragma once

#include "web/request.hpp"
#include "web/response.hpp"
#include "web/visit.hpp"

namespace tiendo::web {

/// A superior's own forms: uploaded, their cells pointed at figures, given back filled.
Result<Response> get_superior_forms(Visit& visit, const Request& request);
Result<Response> post_superior_form(Visit& visit, const Request& request);
Result<Response> get_superior_form(Visit& visit, const Request& request);
Result<Response> post_fillings(Visit& visit, const Request& request);
Result<Response> post_single_cell(Visit& visit, const Request& request);
/// Each cell that is filled, with where its figure comes from.
Result<Response> get_form_cells(Visit& visit, const Request& request);
Result<Response> get_filled_form(Visit& visit, const Request& request);

} // namespace tiendo::web
