#pragma once

#include "base/result.hpp"
#include "domain/report/consolidated_report.hpp"
#include "web/request.hpp"
#include "web/views/view.hpp"

#include <array>
#include <string_view>

namespace tiendo::web {

/// The fields of a document's head, its addressees and signing block, by the names under which they
/// are typed and kept.
inline constexpr std::array<std::string_view, 11> setup_fields{
    "superior",
    "issuer",
    "number",
    "symbol",
    "place",
    "date",
    "addressees",
    "recipients",
    "file_copy",
    "signing",
    "signer_name"
};

/// What {{> setup_fields}} shows.
void show_setup(view::Object& data, const ReportSetup& setup);
/// The same with what was typed, after a refusal.
void show_typed_setup(view::Object& data, const Fields& form);

/// What was typed; refuses a day that is none, with its field.
Result<ReportSetup> setup_in(const Fields& form, int year);

/// "15/12/2023", or nothing; refuses what is no day.
Result<std::optional<Date>> day_in(const Fields& form, std::string_view field, int year);

} // namespace tiendo::web
