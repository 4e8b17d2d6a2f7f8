#pragma once

#include "app/report/reports.hpp"
#include "web/messages.hpp"
#include "web/pages/form_saving.hpp"

#include <array>
#include <string>

/// The four parts of the form as folds: what their heads say, and which stand open.
namespace tiendo::web {

struct FormPart {
    std::string count{};   ///< "3/5 đã điền"
    bool has_work = false; ///< something is asked that is not answered, or answered wrongly
};
std::array<FormPart, 4> form_parts(const app::UnitReport& report, const Wording& words);

/// Whether something of the part, counted from 0, could not be saved.
bool is_troubled(const SavingOutcome& outcome, std::size_t part);

/// "chưa có dòng", "9 dòng"
std::string row_count_words(std::size_t rows, const Wording& words);

} // namespace tiendo::web
