#include "documents/writing/docx_table.hpp"

#include "base/result.hpp"
#include "documents/writing/column_widths.hpp"

#include <algorithm>
#include <numeric>

namespace tiendo::documents {
namespace {

constexpr int cell_padding = 85; // 1.5 mm
constexpr int rounding = 20;
constexpr std::size_t dense_from = 7; ///< columns from which on the letters are smaller

Xml width_of(std::string_view name, int width)
{
    return element(name, {{"w:w", width}, {"w:type", "dxa"}});
}

Xml grid(const std::vector<int>& widths)
{
    Xml columns;
    for (const int width : widths)
        columns += element("w:gridCol", {{"w:w", width}});
    return element("w:tblGrid", {}, columns);
}

Xml fixed_table(const std::vector<int>& widths, const Xml& lines, const Xml& rows)
{
    const int total = std::accumulate(widths.begin(), widths.end(), 0);
    const Xml fixed = element("w:tblLayout", {{"w:type", "fixed"}});
    const int padding = lines.empty() ? 0 : cell_padding;
    const Xml margins = width_of("w:left", padding) + width_of("w:right", padding);
    const Xml properties = width_of("w:tblW", total) + width_of("w:tblInd", 0) + lines + fixed +
                           element("w:tblCellMar", {}, margins);
    return element("w:tbl", {}, element("w:tblPr", {}, properties) + grid(widths) + rows);
}

Xml row(const Xml& cells, bool head = false)
{
    Xml properties = element("w:cantSplit");
    if (head) properties += element("w:tblHeader");
    return element("w:tr", {}, element("w:trPr", {}, properties) + cells);
}

Xml cell(int width, const Xml& content, int span = 1, bool middle = false)
{
    Xml properties = width_of("w:tcW", width);
    if (span > 1) properties += element("w:gridSpan", {{"w:val", span}});
    if (middle) properties += element("w:vAlign", {{"w:val", "center"}});
    return element("w:tc", {}, element("w:tcPr", {}, properties) + content);
}

Xml all_lines()
{
    Xml lines;
    for (const auto* side : {"top", "left", "bottom", "right", "insideH", "insideV"}) {
        const auto name = std::string{"w:"} + side;
        lines += element(
            name, {{"w:val", "single"}, {"w:sz", 4}, {"w:space", 0}, {"w:color", "000000"}}
        );
    }
    return element("w:tblBorders", {}, lines);
}

std::string text_of(const Runs& runs)
{
    std::string text;
    for (const auto& run : runs)
        text += run.text;
    return text;
}

struct TableLook {
    std::string_view style{};
    int half_points = 0;
};

TableLook look_of(const Table& table)
{
    if (table.columns.size() < dense_from) return {"TableText", 24};
    return {"DenseTableText", 22};
}

std::vector<int> widths_of(const Table& table, int width)
{
    const int size = look_of(table).half_points;
    std::vector<ColumnWish> wishes;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const auto& column = table.columns[i];
        int longest = longest_word(column.title, {.half_points = size, .bold = true});
        for (const auto& table_row : table.rows) {
            if (table_row.group || i >= table_row.cells.size()) continue;
            const auto text = text_of(table_row.cells[i]);
            longest = std::max(longest, longest_word(text, {.half_points = size}));
        }
        wishes.push_back({column.width_mm, longest + 2 * cell_padding + rounding});
    }
    return column_widths(wishes, width);
}

/// Writes the rows of one ruled table.
class RuledRows {
public:
    RuledRows(const Table& table, int width, Bookmarks& bookmarks)
        : table_(table), bookmarks_(bookmarks), widths_(widths_of(table, width)),
          style_(look_of(table).style)
    {
    }

    const std::vector<int>& widths() const { return widths_; }

    Xml head()
    {
        Xml cells;
        for (std::size_t i = 0; i < widths_.size(); ++i) {
            const Runs title{{.text = table_.columns[i].title, .bold = true}};
            cells += cell(widths_[i], text(title, Alignment::centre, true), 1, true);
        }
        return row(cells, true);
    }

    Xml body(const TableRow& table_row, bool keep_next)
    {
        if (table_row.group) return group(table_row);
        ensure(table_row.cells.size() <= widths_.size(), "a row has no more cells than columns");
        Xml cells;
        for (std::size_t i = 0; i < widths_.size(); ++i) {
            const Runs runs = i < table_row.cells.size() ? table_row.cells[i] : Runs{};
            const auto alignment = table_.columns[i].alignment;
            cells += cell(widths_[i], text(runs, alignment, keep_next), 1, true);
        }
        return row(cells);
    }

private:
    /// A group is named on the page where its first row stands.
    Xml group(const TableRow& table_row)
    {
        ensure(table_row.cells.size() == 1, "a group row has one cell");
        Runs runs = table_row.cells.front();
        for (auto& run : runs)
            run.bold = true;
        const int width = std::accumulate(widths_.begin(), widths_.end(), 0);
        const int span = static_cast<int>(widths_.size());
        return row(cell(width, text(runs, Alignment::left, true), span, true));
    }

    Xml text(const Runs& runs, Alignment alignment, bool keep_next)
    {
        const ParagraphLook look{.style = style_, .alignment = alignment, .keep_next = keep_next};
        return paragraph(look, runs_xml(runs, bookmarks_));
    }

    const Table& table_;
    Bookmarks& bookmarks_;
    std::vector<int> widths_;
    std::string_view style_;
};

} // namespace

Xml side_by_side(const SideBySide& columns, const std::vector<Pair>& rows)
{
    Xml content;
    for (const auto& [left, right] : rows) {
        content += row(cell(columns.left, left) + cell(columns.right, right));
    }
    return fixed_table({columns.left, columns.right}, {}, content);
}

Xml ruled_table(const Table& table, int width, Bookmarks& bookmarks, bool keep_last)
{
    ensure(!table.columns.empty(), "a table has columns");
    RuledRows writer{table, width, bookmarks};
    Xml rows = writer.head();
    for (const auto& table_row : table.rows) {
        const bool last = &table_row == &table.rows.back();
        rows += writer.body(table_row, keep_last && last);
    }
    Xml result;
    if (!table.caption.empty()) result += paragraph({.style = "TableCaption"}, table.caption);
    return result + fixed_table(writer.widths(), all_lines(), rows);
}

} // namespace tiendo::documents
