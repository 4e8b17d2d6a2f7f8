#pragma once

#include "web/routes.hpp"

namespace tiendo::web {

/// What programs read (app/program/resources.hpp), each at the address that data/openapi.json
/// describes.
Result<Response> get_plans_resource(Visit& visit, const Request& request);
Result<Response> get_plan_resource(Visit& visit, const Request& request);
Result<Response> get_findings_resource(Visit& visit, const Request& request);
Result<Response> get_periods_resource(Visit& visit, const Request& request);
Result<Response> get_reports_resource(Visit& visit, const Request& request);
Result<Response> get_report_resource(Visit& visit, const Request& request);
Result<Response> get_submissions_resource(Visit& visit, const Request& request);
/// Hands the draft in; twice with one `key` is once, with the same receipt. 422 names every row
/// that is missing or wrong.
Result<Response> post_submission(Visit& visit, const Request& request);
/// ?by=, ?verb=, ?unit=, ?plan= narrow; ?before= is the `older` of the page before.
Result<Response> get_journal_resource(Visit& visit, const Request& request);
/// The description of all of them, OpenAPI 3.1.
Result<Response> get_api_description(Visit& visit, const Request& request);

} // namespace tiendo::web
