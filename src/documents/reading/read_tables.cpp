#include "documents/reading/read_tables.hpp"

#include "base/text.hpp"
#include "documents/reading/read_deadline.hpp"
#include "documents/reading/table_heads.hpp"
#include "documents/reading/table_values.hpp"
#include "documents/reading/task_fields.hpp"
#include "documents/reading/task_owners.hpp"
#include "documents/text/agencies.hpp"
#include "documents/text/label.hpp"
#include "documents/text/vocabulary.hpp"

#include <algorithm>
#include <charconv>

namespace tiendo::documents {

namespace {

void append(std::vector<std::string>& names, std::vector<std::string> more)
{
    names.insert(names.end(), more.begin(), more.end());
}

/// "Chủ trì: Phòng Nội vụ\nPhối hợp: ..." in one cell, on lines of their own or parted by ";".
void split_both(const std::string& cell, TaskRow& row)
{
    for (const auto& line : split(cell, '\n')) {
        const auto fields = task_fields(without_item_label(line));
        for (const auto& field : fields)
            append(field.role == "with" ? row.with : row.lead, agency_list(field.value));
        if (!fields.empty()) continue;
        // "Sở Nội vụ chủ trì; Sở Tài chính phối hợp"
        auto said = owners_in_text(line);
        if (!said.lead.empty() && !said.with.empty()) {
            append(row.lead, std::move(said.lead));
            append(row.with, std::move(said.with));
            continue;
        }
        auto owners = owners_of_field(line);
        append(row.lead, std::move(owners.lead));
        append(row.with, std::move(owners.with));
    }
}

std::vector<std::string> names_of(const std::string& cell)
{
    std::vector<std::string> names;
    for (const auto& line : split(cell, '\n')) {
        const auto more = agency_list(without_item_label(line));
        names.insert(names.end(), more.begin(), more.end());
    }
    return names;
}

/// "- Tổ chức tập huấn;\n- Tuyên truyền": items of one cell stay lines; what Word or a page wrapped
/// is one line.
std::string items_of(const std::string& cell)
{
    std::string text;
    for (const auto& line : split(cell, '\n')) {
        const auto item = one_line(without_item_label(line));
        const bool labelled = label_of(line).kind != LabelKind::none;
        if (!text.empty()) text += labelled ? "\n" : " ";
        text += item;
    }
    return text;
}

void read_owners(const std::string& cell, TaskRow& row)
{
    const auto lines = split(cell, '\n');
    const bool labelled = std::any_of(lines.begin(), lines.end(), [](const std::string& line) {
        return !task_fields(without_item_label(line)).empty();
    });
    // "Ban Tham mưu chủ trì; Ban Chính trị, Ban Hậu cần phối hợp"
    const auto said = lower_in_place(cell);
    const bool shared =
        said.find(" chủ trì") != std::string::npos && said.find("phối hợp") != std::string::npos;
    labelled || shared ? split_both(cell, row) : append(row.lead, names_of(cell));
}

/// A row of a group does not.
bool says_something(const TaskRow& row)
{
    return !row.lead.empty() || !row.with.empty() || !row.due.empty() || !row.product.empty();
}

/// A row that has no name of its own, since its name is merged with the one above: a further
/// product, deadline or body of the same task.
void go_on(TaskRow& task, const TaskRow& more)
{
    const auto add = [](std::vector<std::string>& names, const std::vector<std::string>& others) {
        for (const auto& other : others) {
            if (std::find(names.begin(), names.end(), other) == names.end()) names.push_back(other);
        }
    };
    add(task.lead, more.lead);
    add(task.with, more.with);
    for (const auto& [into, from] :
         {std::pair{&task.due, &more.due}, std::pair{&task.product, &more.product}}) {
        if (from->empty() || *from == *into) continue;
        *into += (into->empty() ? "" : "; ") + *from;
    }
    task.lines.last = more.lines.last;
}

/// "8" below "Tháng" is the month.
std::string term_of(const Table& table, std::size_t row, const Heads& heads)
{
    const auto* column = heads.column_of("due");
    const auto term = spelled_time(one_line(shared_text(table, row, column)));
    if (term.empty() || term.front() < '0' || term.front() > '9') return term;
    const auto head = search_key(heads.columns.at(*column).title);
    return head == "thang" || head == "thoi gian (thang)" ? "tháng " + term : term;
}

/// Who is charged: "Cơ quan, đơn vị", or "Đơn vị" where no quantities are.
const int* body_column(const Heads& heads)
{
    if (const auto* body = heads.column_of("body")) return body;
    return heads.column_of("value") == nullptr ? heads.column_of("unit") : nullptr;
}

/// The month that a head names: "9", "T9", "Th.9", "Tháng 9". 0 where it names none.
int month_of_head(const std::string& title)
{
    auto key = search_key(title);
    std::erase(key, '.');
    for (const std::string_view word : {"thang", "th", "t"}) {
        if (key.starts_with(word)) {
            key.erase(0, word.size());
            break;
        }
    }
    const auto number = std::string(trim(key));
    int month = 0;
    const auto [end, problem] =
        std::from_chars(number.data(), number.data() + number.size(), month);
    const bool whole = problem == std::errc{} && end == number.data() + number.size();
    return whole && month >= 1 && month <= 12 ? month : 0;
}

/// "x" below the months in which a row is worked on: the last of them. A timetable has at least
/// three months; behind December follows January of the next year.
MarkedMonth marked_month(const Row& row, const Heads& heads)
{
    constexpr int months_min = 3;
    MarkedMonth marked;
    int months = 0;
    int before = 0;
    int years_on = 0;
    for (const auto& [index, column] : heads.columns) {
        const auto month = column.role.empty() ? month_of_head(column.title) : 0;
        if (month == 0) continue;
        ++months;
        years_on += month < before;
        before = month;
        if (!cell_text(row, &index).empty()) marked = {month, years_on};
    }
    return months >= months_min ? marked : MarkedMonth{};
}

} // namespace

bool holds_targets(const Table& table)
{
    const auto heads = heads_of(table);
    const bool named = heads.column_of("target") != nullptr;
    const bool measured = heads.column_of("value") != nullptr;
    const bool with_unit = heads.column_of("unit") != nullptr;
    // "Chỉ tiêu | Cơ quan chủ trì": the levels stand in the sentences.
    const bool charged = heads.column_of("lead") != nullptr && heads.column_of("task") == nullptr;
    return (named && (measured || with_unit || charged)) ||
           (heads.column_of("task") != nullptr && measured && with_unit);
}

bool holds_tasks(const Table& table)
{
    const auto heads = heads_of(table);
    if (heads.column_of("task") == nullptr) return false;
    for (const auto* role : {"lead", "both", "with", "due", "product"}) {
        if (heads.column_of(role) != nullptr) return !holds_targets(table);
    }
    return false;
}

bool holds_duties(const Table& table)
{
    const auto heads = heads_of(table);
    return heads.column_of("task") != nullptr && body_column(heads) != nullptr &&
           !holds_targets(table) && !holds_tasks(table);
}

std::vector<TaskRow> read_duty_table(const Table& table)
{
    const auto heads = heads_of(table);
    const auto* name = heads.column_of("task");
    const auto* body = body_column(heads);
    std::vector<TaskRow> rows;
    for (auto r = heads.first_row; r < table.rows.size(); ++r) {
        const auto& source = table.rows[r];
        if (says_nothing(table, r, heads) || heading_of(table, r, heads, name)) continue;
        TaskRow row;
        row.text = items_of(cell_text(source, name));
        row.lines = source.lines;
        row.lead = names_of(cell_text(source, body));
        if (row.text.empty()) continue;
        if (row.lead.empty() && !rows.empty()) {
            rows.back().text += "\n" + row.text;
            rows.back().lines.last = row.lines.last;
        } else if (!row.lead.empty()) {
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

std::vector<TargetRow> read_target_table(const Table& table, const TargetFrame& frame)
{
    const auto heads = heads_of(table);
    const auto* name =
        heads.column_of("target") != nullptr ? heads.column_of("target") : heads.column_of("task");
    std::vector<TargetRow> rows;
    std::optional<std::string> group;
    LineRange group_lines;
    for (auto r = heads.first_row; r < table.rows.size(); ++r) {
        const auto& source = table.rows[r];
        if (says_nothing(table, r, heads)) continue;
        if (const auto heading = heading_of(table, r, heads, name)) {
            group = heading;
            group_lines = source.lines;
            continue;
        }
        TargetRow row;
        row.text = one_line(without_item_label(cell_text(source, name)));
        if (row.text.empty()) continue;
        row.group = group;
        if (const auto column_group = cell_text(source, heads.column_of("group"));
            !column_group.empty()) {
            row.group = group = one_line(column_group);
            group_lines = source.lines;
        }
        row.group_lines = group_lines;
        row.lines = source.lines;
        auto own = frame;
        if (const auto due = read_deadline(term_of(table, r, heads), frame, true)) own.due = due;
        read_values(table, r, heads, {own, row.text}, row);
        row.owners = names_of(shared_text(table, r, heads.column_of("lead")));
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<TaskRow> read_task_table(const Table& table)
{
    const auto heads = heads_of(table);
    const auto* name = heads.column_of("task");
    // "Nhóm nhiệm vụ | Nội dung nhiệm vụ": the more special column names the task.
    std::vector<TaskRow> rows;
    std::optional<std::string> group;
    for (auto r = heads.first_row; r < table.rows.size(); ++r) {
        const auto& source = table.rows[r];
        if (says_nothing(table, r, heads)) continue;
        if (const auto heading = heading_of(table, r, heads, name)) {
            group = heading;
            continue;
        }
        TaskRow row;
        row.text = items_of(cell_text(source, name));
        if (const auto column_group = cell_text(source, heads.column_of("group"));
            !column_group.empty())
            group = one_line(column_group);
        row.group = group;
        row.lines = source.lines;
        read_owners(shared_text(table, r, heads.column_of("lead")), row);
        append(row.with, names_of(shared_text(table, r, heads.column_of("with"))));
        split_both(shared_text(table, r, heads.column_of("both")), row);
        row.due = term_of(table, r, heads);
        row.marked = marked_month(source, heads);
        row.product = one_line(shared_text(table, r, heads.column_of("product")));
        if (row.text.empty()) {
            if (!rows.empty() && says_something(row)) go_on(rows.back(), row);
            continue;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace tiendo::documents
