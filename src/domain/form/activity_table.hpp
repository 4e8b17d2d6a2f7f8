#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tiendo {

/// How a column of an activity table is typed.
enum class ColumnKind { text, number, date, money, link, choice };

/// Its head is the message "activity.<table>.<column>", of a choice
/// "activity.<table>.<column>.<choice>".
struct ActivityColumn {
    std::string key{};
    ColumnKind kind = ColumnKind::text;
    std::vector<std::string> choices{}; ///< of a choice: the keys that rows keep
    std::string title{};                ///< the head, where the office typed it; no message then

    friend bool operator==(const ActivityColumn&, const ActivityColumn&) = default;
};

/// A table of typed rows: documents issued, training, news items … Its title is the message
/// "activity.<table>". docs/coverage.md says how each adds up in the consolidated report.
struct ActivityTable {
    std::string key{};
    std::vector<ActivityColumn> columns{};
    std::vector<std::string> phrases{}; ///< a clause or a task with one of them asks for it
    std::string title{};                ///< where the office made the table; no message then
    bool is_asked = false;              ///< a clause or a task of the form's unit speaks of it
    std::string note{};                 ///< what to write, in the words of the office that made it

    const ActivityColumn* column(std::string_view key) const;

    friend bool operator==(const ActivityTable&, const ActivityTable&) = default;
};

/// All activity tables that exist, in the order of the consolidated report. None asks for a
/// person who suffered or did violence: of those, counts alone (Law 13/2022/QH15).
const std::vector<ActivityTable>& activity_tables();

/// Whether the office made it: then its words are its own, and no messages.
bool is_office_table(const ActivityTable& table);
/// Of an office's table: "yes" and "no" are kept, whatever people read.
bool says_yes_or_no(const ActivityColumn& column);

/// The keys of the tables that a clause or a task asks for, by their phrases.
std::vector<std::string> tables_asked_for(std::string_view text);

} // namespace tiendo
