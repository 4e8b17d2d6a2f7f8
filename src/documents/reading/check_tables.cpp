#include "documents/reading/check_tables.hpp"

#include "base/text.hpp"
#include "documents/reading/read_tables.hpp"
#include "documents/reading/read_tasks.hpp"
#include "documents/reading/table_heads.hpp"
#include "documents/text/vocabulary.hpp"

#include <algorithm>

namespace tiendo::documents {

namespace {

/// "Thường xuyên", "Hằng quý", "Theo kế hoạch của Bộ": a time that is no day.
bool says_a_cadence(const std::string& text)
{
    const Words words{text};
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (vocabulary("times_without_day").at(words, i)) return true;
    }
    return false;
}

void tell_deadlines(const Table& table, FindingList& findings)
{
    for (const auto& row : read_task_table(table)) {
        if (row.due.empty() || says_a_cadence(row.due)) continue;
        const bool said = std::any_of(row.due.begin(), row.due.end(), [](char c) {
            return c >= '0' && c <= '9';
        });
        if (said || !Words{row.due}.is_plain(0) || row.due.size() < 4) continue;
        const auto lower = search_key(row.due);
        if (lower.find("quy ") != std::string::npos || lower.find("nam") != std::string::npos)
            continue;
        findings.add("table_cell_not_read", row.lines, {{"quote", row.due}});
    }
}

/// The heads, or what stands in their place.
std::string heads_text(const Table& table)
{
    constexpr std::size_t bytes_max = 120;
    std::string text;
    for (const auto& cell : table.rows.front().cells) {
        const auto head = one_line(cell.text);
        if (head.empty() || text.size() + head.size() > bytes_max) continue;
        text += (text.empty() ? "" : " | ") + head;
    }
    return text;
}

/// "MẪU BÁO CÁO": the rows are to be filled in.
bool is_blank_form(const Table& table)
{
    std::size_t said = 0;
    std::size_t cells = 0;
    const auto first = std::max<std::size_t>(heads_of(table).first_row, 1);
    for (auto r = first; r < table.rows.size(); ++r) {
        for (const auto& cell : table.rows[r].cells) {
            ++cells;
            said += !cell.text.empty();
        }
    }
    return cells > 0 && said * 3 <= cells;
}

void tell_unread(const Node& node, FindingList& findings)
{
    const auto& table = *node.table;
    constexpr std::size_t cells_min = 3;
    const bool read = holds_targets(table) || holds_tasks(table) ||
                      (node.section == SectionKind::objectives && holds_shares(table)) ||
                      (node.section == SectionKind::duties && holds_duties(table));
    if (read || table.rows.size() < 2 || table.rows.front().cells.size() < cells_min) return;
    if (is_blank_form(table)) return;
    if (heads_of(table).column_of("person") != nullptr) return; // a list of names and telephones
    findings.add("table_not_read", node.lines, {{"heads", heads_text(table)}});
}

} // namespace

void check_tables(const Node& root, FindingList& findings)
{
    for (const auto& child : root.children) {
        if (child.section == SectionKind::results || child.section == SectionKind::budget) continue;
        if (child.table != nullptr) {
            if (!child.table->rows.empty()) tell_unread(child, findings);
            if (holds_tasks(*child.table)) tell_deadlines(*child.table, findings);
        }
        check_tables(child, findings);
    }
}

} // namespace tiendo::documents
