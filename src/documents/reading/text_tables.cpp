#include "documents/reading/text_tables.hpp"

#include "base/text.hpp"

#include <unicode/uchar.h>

#include <algorithm>

namespace tiendo::documents {

namespace {

bool is_grid_line(std::string_view text)
{
    return text.size() > 3 && text.find_first_not_of("+-=|: ") == std::string_view::npos &&
           (text.find("--") != std::string_view::npos || text.find("==") != std::string_view::npos);
}

std::string with_plain_bars(std::string text)
{
    for (const auto* bar : {"│", "┃", "║"})
        text = replace_all(std::move(text), bar, "|");
    for (const auto* dash : {"─", "━", "═"})
        text = replace_all(std::move(text), dash, "-");
    for (const auto* cross :
         {"┌", "┬", "┐", "├", "┼", "┤", "└", "┴", "┘", "╔", "╦", "╗", "╠", "╬", "╣", "╚", "╩", "╝"
         }) {
        text = replace_all(std::move(text), cross, "+");
    }
    return text;
}

std::size_t count_of(std::string_view text, char c)
{
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), c));
}

char separator_of(const std::string& line)
{
    if (count_of(line, '|') >= 2) return '|';
    return count_of(std::string(trim(line)), '\t') >= 2 ? '\t' : '\0';
}

std::vector<std::string> cells_of(std::string_view line, char separator)
{
    auto inner = trim(line);
    if (separator == '|') {
        if (inner.starts_with('|')) inner.remove_prefix(1);
        if (inner.ends_with('|')) inner.remove_suffix(1);
    }
    std::vector<std::string> cells;
    for (const auto& cell : split(inner, separator))
        cells.push_back(clean_text(cell));
    return cells;
}

bool has_no_capital(const std::string& text)
{
    const auto lower = to_lower(text.substr(0, std::min<std::size_t>(text.size(), 4)));
    return !text.empty() && text.starts_with(lower) &&
           !u_isdigit(static_cast<unsigned char>(text[0]));
}

/// A drawn row may need several lines; the lines below hold the rest of some cells.
bool is_rest_of_row(const std::vector<std::string>& cells)
{
    if (cells.size() < 2 || !cells[0].empty()) return false;
    bool any = false;
    for (const auto& cell : cells) {
        if (cell.empty()) continue;
        if (!has_no_capital(cell)) return false;
        any = true;
    }
    return any;
}

class RowBuilder {
public:
    void add(const std::vector<std::string>& cells, int line, bool same_row)
    {
        if (!same_row || table.rows.empty()) {
            Row row{.lines = {line, line}};
            for (std::size_t c = 0; c < cells.size(); ++c)
                row.cells.push_back({cells[c], static_cast<int>(c)});
            table.rows.push_back(std::move(row));
            return;
        }
        auto& row = table.rows.back();
        row.lines.last = line;
        for (std::size_t c = 0; c < cells.size() && c < row.cells.size(); ++c) {
            if (cells[c].empty()) continue;
            auto& text = row.cells[c].text;
            text += (text.empty() ? "" : " ") + cells[c];
        }
    }

    Table table;
};

} // namespace

std::optional<TextTable> table_at(const std::vector<TextLine>& lines, std::size_t first)
{
    const auto separator = separator_of(with_plain_bars(lines[first].raw));
    const bool grid_first = is_grid_line(trim(with_plain_bars(lines[first].raw))) &&
                            lines[first].raw.find_first_of("+|") != std::string::npos;
    if (separator == '\0' && !grid_first) return std::nullopt;

    std::vector<std::pair<std::size_t, bool>> found; // line, is it a grid line
    std::size_t i = first;
    std::size_t grid_lines = 0;
    for (; i < lines.size(); ++i) {
        const auto raw = with_plain_bars(lines[i].raw);
        const bool grid = is_grid_line(trim(raw));
        const bool group = separator == '|' && count_of(raw, '|') == 1; // "II | Hạ tầng"
        if (!grid && !group && separator_of(raw) == '\0') break;
        grid_lines += grid;
        found.emplace_back(i, grid);
    }
    const auto text_rows = found.size() - grid_lines;
    if (text_rows < 2) return std::nullopt;

    // Rules between all rows say where a row ends; a single rule only sets off the heads.
    const bool ruled = grid_lines > 3;
    RowBuilder rows;
    bool after_rule = true;
    for (const auto& [line, grid] : found) {
        if (grid) {
            after_rule = true;
            continue;
        }
        const auto raw = with_plain_bars(lines[line].raw);
        const auto own = separator_of(raw);
        const auto cells = cells_of(raw, own == '\0' ? separator : own);
        rows.add(cells, lines[line].number, ruled ? !after_rule : is_rest_of_row(cells));
        after_rule = false;
    }
    return TextTable{std::move(rows.table), i};
}

} // namespace tiendo::documents
