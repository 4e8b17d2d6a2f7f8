#pragma once

#include "domain/form/activity_text.hpp"
#include "web/messages.hpp"

namespace tiendo::web::view {

/// Titles of tables and heads of columns: the messages' words, or the office's own.
std::string table_title(const ActivityTable& table, const Wording& words);
std::string
column_title(const ActivityTable& table, const ActivityColumn& column, const Wording& words);

/// What the choices of a column are called.
ChoiceName
choice_names(const ActivityTable& table, const ActivityColumn& column, const Wording& words);

/// A kept text as one reads it: a day by its numbers, a choice by its name, all else as typed.
std::string activity_text(
    const ActivityTable& table,
    const ActivityColumn& column,
    const std::string& kept,
    const Wording& words
);

} // namespace tiendo::web::view
