#pragma once

#include "web/routes.hpp"

#include <span>

/// What the office asks in a period beyond the plan: its own tables, made here and read here.
namespace tiendo::web {

/// …/bang-rieng?ky=2023: the tables of a period.
Result<Response> get_office_tables(Visit& visit, const Request& request);

/// …/bang-rieng/moi and …/bang-rieng/{table}/sua: title, columns, units.
Result<Response> get_new_office_table(Visit& visit, const Request& request);
Result<Response> post_new_office_table(Visit& visit, const Request& request);
Result<Response> get_office_table_change(Visit& visit, const Request& request);
Result<Response> post_office_table_change(Visit& visit, const Request& request);
Result<Response> post_office_table_removal(Visit& visit, const Request& request);

/// …/bang-rieng/{table}: all rows that count, with their sums; the same as .xlsx.
Result<Response> get_office_table_rows(Visit& visit, const Request& request);
Result<Response> get_office_table_workbook(Visit& visit, const Request& request);

std::span<const Route> office_table_routes();

} // namespace tiendo::web
