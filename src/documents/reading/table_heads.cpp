#include "documents/reading/table_heads.hpp"

#include "base/text.hpp"
#include "documents/text/dates.hpp"
#include "documents/text/label.hpp"
#include "documents/text/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace tiendo::documents {

namespace {

const Cell* cell_over(const Row& row, const int* column)
{
    if (column == nullptr) return nullptr;
    for (const auto& cell : row.cells) {
        if (cell.column <= *column && *column < cell.column + cell.column_span) return &cell;
    }
    return nullptr;
}

/// "nt", "-nt-", "như trên", or quotation marks alone.
bool is_ditto(const std::string& text)
{
    const Words words{search_key(text)};
    std::string said;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!words.is_sign(i)) said += words.lower(i);
    }
    if (!said.empty()) return said == "nt" || said == "nhutren";
    static constexpr std::array<std::string_view, 4> marks{"\"", "”", "″", "〃"};
    return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) {
        return text.find(mark) != std::string::npos;
    });
}

/// The number of an item of the list, 0 where there is none: "5", "05."
int item_number(const Row& row, const int* column)
{
    auto text = std::string(trim(cell_text(row, column)));
    while (text.ends_with('.') || text.ends_with(')'))
        text.pop_back();
    int number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    return problem == std::errc{} && end == text.data() + text.size() ? number : 0;
}

/// "5 | Xã đạt chuẩn nâng cao | | |" before a row 6 is an item in words, and heads nothing.
bool counts_on(const Table& table, std::size_t row, const Heads& heads)
{
    const auto* column = heads.column_of("number");
    const auto number = item_number(table.rows[row], column);
    if (number == 0) return false;
    if (row + 1 == table.rows.size()) return true;
    return item_number(table.rows[row + 1], column) == number + 1;
}

std::string role_of(const std::string& head)
{
    const auto key = search_key(head);
    if (key.find("chu tri") != std::string::npos && key.find("phoi hop") != std::string::npos)
        return "both";
    const Words words{key};
    const auto match = folded_vocabulary("table_heads").at(words, 0);
    if (match) return std::string(match.meaning);
    for (std::size_t i = 1; i < words.size(); ++i) {
        const auto inner = folded_vocabulary("table_heads").at(words, i);
        if (inner && (inner.meaning == "lead" || inner.meaning == "with") && inner.length > 1)
            return std::string(inner.meaning);
    }
    return {};
}

Column column_of(const std::string& head)
{
    Column column{role_of(head), one_line(head), {}, 0};
    const Words words{head};
    for (const auto& point : time_points(words)) {
        if (point.first > 1 && words.is(point.first - 1, "với")) continue; // "Giảm so với 2024"
        column.due = last_day_of(point);
        column.year = point.year;
        // "Tầm nhìn đến năm 2045"
        if (column.role.empty() && point.year != 0 && point.day == 0) column.role = "value";
    }
    for (std::size_t i = 0; column.year == 0 && i < words.size(); ++i) {
        if (i > 0 && words.is(i - 1, "với")) continue;
        if (const auto year = year_at(words, i)) {
            column.year = *year;
            column.due = date(*year, 12, 31);
            if (column.role.empty()) column.role = "value";
        }
    }
    // "6 tháng đầu năm 2024"
    if (column.year != 0 && search_key(head).find("6 thang dau nam") != std::string::npos)
        column.due = date(column.year, 6, 30);
    // "Năm học 2024 - 2025", "Giai đoạn 2026-2030" end with their last year.
    for (std::size_t i = 0; column.year != 0 && i + 2 < words.size(); ++i) {
        const auto last = year_at(words, i + 2);
        if (year_at(words, i) == column.year && words.is(i + 1, "-") && last) {
            column.year = *last;
            column.due = date(*last, 12, 31);
        }
    }
    return column;
}

/// "(1) | (2) | (3) = (1) + (2)"
bool numbers_columns(const Row& row)
{
    return row.cells.size() > 2 &&
           std::all_of(row.cells.begin(), row.cells.end(), [](const Cell& c) {
               return !c.text.empty() &&
                      c.text.find_first_not_of("0123456789()=+- ") == std::string::npos;
           });
}

bool splits_heads(const Row& row, bool first)
{
    const bool merged = std::any_of(row.cells.begin(), row.cells.end(), [](const Cell& c) {
        return c.continues_above;
    });
    return merged || (first && row.cells.size() > 1 && row.cells[0].text.empty() &&
                      row.cells[1].text.empty());
}

/// The rows below the first one of heads say more about some of its columns.
void split_heads(const Table& table, Heads& heads)
{
    const auto top = heads.first_row;
    while (heads.first_row < table.rows.size() && heads.first_row < top + 2 &&
           splits_heads(table.rows[heads.first_row], heads.first_row == top)) {
        for (const auto& cell : table.rows[heads.first_row].cells) {
            auto column = column_of(cell.text);
            if (cell.continues_above || column.title.empty()) continue;
            const auto above = heads.columns[cell.column].role;
            if (column.role.empty()) column.role = above == "target" ? "" : above;
            for (int c = 0; c < cell.column_span; ++c)
                heads.columns[cell.column + c] = column;
        }
        ++heads.first_row;
    }
}

/// "3,42", "≥ 3,60", "< 1,5%": a cell of a column of numbers.
bool is_number_cell(const std::string& text)
{
    static constexpr std::array<std::string_view, 6> bounds{"≥", "≤", ">", "<", "=", "+"};
    auto rest = trim(text);
    for (const auto bound : bounds) {
        if (rest.starts_with(bound)) rest = trim(rest.substr(bound.size()));
    }
    // "Từ 85% trở lên", "Không quá 5%"
    const Words words{std::string(rest)};
    return words.is_number(vocabulary("comparators").at(words, 0).length);
}

bool holds_numbers(const Table& table, const Heads& heads, int column)
{
    std::size_t said = 0;
    std::size_t numbers = 0;
    for (auto r = heads.first_row; r < table.rows.size(); ++r) {
        const auto* cell = cell_over(table.rows[r], &column);
        if (cell == nullptr || cell->column_span > 1) continue; // a heading
        said += !cell->text.empty();
        numbers += is_number_cell(cell->text);
    }
    return numbers > 0 && numbers * 3 >= said * 2;
}

/// Another column says in words what the numbers are of.
bool named_beside(const Table& table, const Heads& heads, int numbers)
{
    static constexpr std::array<std::string_view, 5> roles{"task", "place", "target", "group", ""};
    return std::any_of(heads.columns.begin(), heads.columns.end(), [&](const auto& entry) {
        const auto& [index, column] = entry;
        const bool may = std::find(roles.begin(), roles.end(), column.role) != roles.end();
        return index != numbers && may && !column.title.empty() &&
               !holds_numbers(table, heads, index);
    });
}

/// "Chỉ số | Kết quả 2024 | Chỉ tiêu 2025", "Xã | Chỉ tiêu giảm": where numbers stand below, the
/// head names no targets and no products, but their levels.
void settle_numbers(const Table& table, Heads& heads)
{
    for (auto& [index, column] : heads.columns) {
        const bool target = column.role == "target";
        const bool reached = column.role == "product" && column.year != 0;
        const auto title = search_key(column.title);
        const bool start = title.find("dau nam") != std::string::npos &&
                           title.find("thang dau nam") == std::string::npos;
        if (!(target || reached || start) || !holds_numbers(table, heads, index) ||
            !named_beside(table, heads, index))
            continue;
        column.role = target && !start ? "value" : "baseline";
        // "Nội dung | Chỉ tiêu": what the levels are of is no task.
        const auto* name = target ? heads.column_of("task") : nullptr;
        if (name != nullptr && heads.column_of("target") == nullptr)
            heads.columns.at(*name).role = "target";
    }
}

/// "Nội dung | Thực hiện | Phối hợp": of tasks it says who performs them, of targets what was
/// reached.
void settle_performers(Heads& heads)
{
    const bool targets = heads.column_of("target") != nullptr ||
                         heads.column_of("value") != nullptr || heads.column_of("unit") != nullptr;
    if (targets || heads.column_of("task") == nullptr || heads.column_of("lead") != nullptr) return;
    for (auto& [index, column] : heads.columns) {
        if (column.role == "baseline" && search_key(column.title) == "thuc hien")
            column.role = "lead";
    }
}

} // namespace

const int* Heads::column_of(std::string_view role) const
{
    for (const auto& [index, column] : columns) {
        if (column.role == role) return &index;
    }
    return nullptr;
}

Heads heads_of(const Table& table)
{
    Heads heads;
    for (std::size_t r = 0; r < table.rows.size() && r < 4; ++r) {
        std::map<int, Column> columns;
        int known = 0;
        for (const auto& cell : table.rows[r].cells) {
            auto column = column_of(cell.text);
            known += !column.role.empty();
            for (int c = 0; c < cell.column_span; ++c)
                columns[cell.column + c] = column;
        }
        if (known < 2) continue;
        heads.columns = std::move(columns);
        heads.first_row = r + 1;
        break;
    }
    if (heads.first_row == 0 || heads.first_row >= table.rows.size()) return heads;
    split_heads(table, heads);
    settle_performers(heads);
    settle_numbers(table, heads);
    // "(1) | (2) | (3)" numbers the columns.
    if (heads.first_row < table.rows.size()) {
        if (numbers_columns(table.rows[heads.first_row])) ++heads.first_row;
    }
    return heads;
}

std::string cell_text(const Row& row, const int* column)
{
    const auto* cell = cell_over(row, column);
    return cell == nullptr || cell->continues_above ? std::string{} : cell->text;
}

bool continues_above(const Row& row, const int* column)
{
    const auto* cell = cell_over(row, column);
    return cell != nullptr && cell->continues_above;
}

std::string shared_text(const Table& table, std::size_t row, const int* column)
{
    bool ditto = false;
    for (auto r = row + 1; r-- > 0;) {
        const auto* cell = cell_over(table.rows[r], column);
        const bool across = cell == nullptr || cell->column_span > 1;
        if (ditto && (across || cell->text.empty()) && (cell == nullptr || !cell->continues_above))
            continue; // a heading stands between
        if (cell == nullptr) return {};
        ditto = ditto || is_ditto(cell->text);
        if (!cell->continues_above && !is_ditto(cell->text)) return cell->text;
    }
    return {};
}

std::string without_item_label(const std::string& text)
{
    const auto label = label_of(text);
    return label.kind == LabelKind::none ? text : text.substr(label.length);
}

std::string one_line(const std::string& text)
{
    return squeeze(replace_all(text, "\n", " "));
}

std::optional<std::string>
heading_of(const Table& table, std::size_t row, const Heads& heads, const int* name)
{
    std::string only;
    bool across = false;
    for (const auto& cell : table.rows[row].cells) {
        const auto column = heads.columns.find(cell.column);
        const bool number = column != heads.columns.end() && column->second.role == "number" &&
                            cell.column_span == 1;
        if (number || cell.text.empty()) continue;
        if (!only.empty()) return std::nullopt;
        if (cell.column_span == 1 && name != nullptr && cell.column != *name && cell.column != 0)
            return std::nullopt;
        only = cell.text;
        across = cell.column_span > 1;
    }
    if (only.empty() || (!across && counts_on(table, row, heads))) return std::nullopt;
    return one_line(without_item_label(only));
}

bool says_nothing(const Table& table, std::size_t row, const Heads& heads)
{
    const auto& cells = table.rows[row].cells;
    const bool empty =
        std::all_of(cells.begin(), cells.end(), [](const Cell& c) { return c.text.empty(); });
    if (empty) return true;
    for (std::size_t r = 0; r < heads.first_row; ++r) {
        const auto& head = table.rows[r].cells;
        const bool same = std::equal(
            cells.begin(),
            cells.end(),
            head.begin(),
            head.end(),
            [](const Cell& a, const Cell& b) { return a.text == b.text; }
        );
        if (same && cells.size() > 1) return true;
    }
    return false;
}

} // namespace tiendo::documents
