#pragma once

#include "app/report/history_import.hpp"
#include "web/messages.hpp"
#include "web/request.hpp"
#include "web/views/view.hpp"

namespace tiendo::web {

/// The sheet with a choice above each column, and what was said of it.
void show_history_columns(
    view::Object& data, const app::HistoryImport& table, const Wording& words
);
HistoryMapping columns_in(const Fields& form, const app::HistoryImport& table);

/// Each row with what would be kept of it and what is not understood.
void show_history_rows(view::Object& data, const app::HistoryImport& table, const Wording& words);
/// The mapping with what was chosen for single rows; a row that was left as it is proposed stays
/// a proposal.
HistoryMapping rows_in(const Fields& form, const app::HistoryImport& table);

} // namespace tiendo::web
