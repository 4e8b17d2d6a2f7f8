#pragma once

#include "documents/exchange/json_reader.hpp"
#include "domain/plan/plan_reading.hpp"

/// The words of Plan JSON that its writer and its reader share.
namespace tiendo::documents::plan_json {

inline constexpr std::string_view format_name = "tiendo-plan/1";

/// Before the digits of a fraction while it is written; no text of a plan may begin with it.
inline constexpr char number_mark = '\x01';
inline constexpr std::string_view written_number_mark = "\"\\u0001";

inline constexpr json::Names<Severity, 3> severities{{
    {Severity::error, "error"},
    {Severity::warning, "warning"},
    {Severity::note, "note"},
}};
inline constexpr json::Names<Change, 2> changes{
    {{Change::increase, "increase"}, {Change::decrease, "decrease"}}
};

} // namespace tiendo::documents::plan_json
