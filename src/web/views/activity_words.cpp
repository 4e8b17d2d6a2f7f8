#include "web/views/activity_words.hpp"

#include <algorithm>

namespace tiendo::web::view {

std::string table_title(const ActivityTable& table, const Wording& words)
{
    return table.title.empty() ? words.text("activity." + table.key) : table.title;
}

std::string
column_title(const ActivityTable& table, const ActivityColumn& column, const Wording& words)
{
    return column.title.empty() ? words.text("activity." + table.key + "." + column.key)
                                : column.title;
}

ChoiceName
choice_names(const ActivityTable& table, const ActivityColumn& column, const Wording& words)
{
    // The office typed its choices as people read them.
    if (is_office_table(table) && !says_yes_or_no(column))
        return [](const std::string& choice) { return choice; };
    if (is_office_table(table))
        return [words](const std::string& choice) { return words.text("office_table." + choice); };
    return [prefix = "activity." + table.key + "." + column.key + ".",
            words](const std::string& choice) { return words.text(prefix + choice); };
}

std::string activity_text(
    const ActivityTable& table,
    const ActivityColumn& column,
    const std::string& kept,
    const Wording& words
)
{
    if (column.kind == ColumnKind::date) {
        const auto day = parse_iso_date(kept);
        return day ? vietnamese_date(*day) : kept;
    }
    const bool is_named = column.kind == ColumnKind::choice &&
                          std::ranges::find(column.choices, kept) != column.choices.end();
    return is_named ? choice_names(table, column, words)(kept) : kept;
}

} // namespace tiendo::web::view
