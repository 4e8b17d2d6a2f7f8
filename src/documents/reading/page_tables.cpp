#include "documents/reading/page_tables.hpp"

#include "base/text.hpp"
#include "documents/reading/page_grid.hpp"
#include "documents/reading/text_lines.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace tiendo::documents {

namespace {

constexpr double touch = 3; ///< points within which two rules meet
constexpr double cell_padding = 6;
constexpr std::size_t rules_max = 1'500;

bool meet(const Box& a, const Box& b)
{
    return a.left <= b.right + touch && b.left <= a.right + touch && a.top <= b.bottom + touch &&
           b.top <= a.bottom + touch;
}

/// Rules that hang together, one group for each table.
std::vector<std::vector<PageRule>> groups_of(const std::vector<PageRule>& rules)
{
    std::vector<std::vector<PageRule>> groups;
    std::vector<bool> taken(rules.size(), false);
    for (std::size_t seed = 0; seed < rules.size(); ++seed) {
        if (taken[seed]) continue;
        std::vector<std::size_t> queue{seed};
        taken[seed] = true;
        groups.emplace_back();
        while (!queue.empty()) {
            const auto at = queue.back();
            queue.pop_back();
            groups.back().push_back(rules[at]);
            for (std::size_t i = 0; i < rules.size(); ++i) {
                if (taken[i] || !meet(rules[at].box, rules[i].box)) continue;
                taken[i] = true;
                queue.push_back(i);
            }
        }
    }
    return groups;
}

/// The paragraphs of a cell, one a line: lines that were wrapped are put together.
std::string cell_text(const std::vector<PageWord>& words, double right)
{
    const auto lines = lines_of(words);
    std::string text;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i > 0) {
            const bool wrapped = is_full(lines[i - 1], lines[i], right - cell_padding) ||
                                 starts_small(lines[i].text);
            text += wrapped ? " " : "\n";
        }
        text += lines[i].text;
    }
    return text;
}

class TableMaker {
public:
    explicit TableMaker(const PageGrid& grid)
        : grid_(grid), words_(grid.rows() * grid.columns()), tops_(words_.size(), 0)
    {
    }

    /// Each cell where it begins, as far as it is merged.
    std::vector<Box> cells()
    {
        find_tops();
        std::vector<Box> boxes;
        for (std::size_t row = 0; row < grid_.rows(); ++row) {
            for (std::size_t column = 0; column < grid_.columns();) {
                const auto end = end_of(row, column);
                if (tops_[at(row, column)] == row) {
                    auto last = row;
                    while (last + 1 < grid_.rows() && tops_[at(last + 1, column)] == row)
                        ++last;
                    boxes.push_back(grid_.box_of(row, last, column, end - 1));
                }
                column = end;
            }
        }
        return boxes;
    }

    PageTable make(std::vector<PageWord> words)
    {
        find_tops();
        PageTable made;
        made.box = grid_.box();
        for (std::size_t row = 0; row < grid_.rows(); ++row)
            made.places.push_back({grid_.box_of(row), {}});
        for (auto& word : words) {
            const auto row = grid_.row_at(word.box.middle());
            const auto column = first_column(row, grid_.column_at(word.box.centre()));
            const auto top = tops_[at(row, column)];
            if (is_doubtful(word)) made.places[top].doubtful.push_back(word);
            words_[at(top, column)].push_back(std::move(word));
        }
        for (std::size_t row = 0; row < grid_.rows(); ++row)
            made.table.rows.push_back(row_of(row));
        return made;
    }

private:
    std::size_t at(std::size_t row, std::size_t column) const
    {
        return row * grid_.columns() + column;
    }

    std::size_t first_column(std::size_t row, std::size_t column) const
    {
        while (column > 0 && !grid_.ruled_right(row, column - 1))
            --column;
        return column;
    }

    /// Behind the last column of the cell.
    std::size_t end_of(std::size_t row, std::size_t column) const
    {
        auto end = column + 1;
        while (end < grid_.columns() && !grid_.ruled_right(row, end - 1))
            ++end;
        return end;
    }

    /// The row in which a cell that is merged downwards begins.
    void find_tops()
    {
        for (std::size_t column = 0; column < grid_.columns(); ++column) {
            for (std::size_t row = 1; row < grid_.rows(); ++row) {
                tops_[at(row, column)] =
                    grid_.ruled_below(row - 1, column) ? row : tops_[at(row - 1, column)];
            }
        }
    }

    Row row_of(std::size_t row) const
    {
        Row made;
        for (std::size_t column = 0; column < grid_.columns();) {
            const auto end = end_of(row, column);
            Cell cell;
            cell.column = static_cast<int>(column);
            cell.column_span = static_cast<int>(end - column);
            cell.continues_above = tops_[at(row, column)] != row;
            cell.text = cell_text(words_[at(row, column)], grid_.right_of(end - 1));
            made.cells.push_back(std::move(cell));
            column = end;
        }
        return made;
    }

    const PageGrid& grid_;
    std::vector<std::vector<PageWord>> words_;
    std::vector<std::size_t> tops_;
};

/// A head that is recognised twice is seldom recognised twice the same.
bool nearly_same(const std::string& a, const std::string& b)
{
    constexpr std::size_t letters_for_each_error = 6;
    constexpr std::size_t head_max = 200;
    if (a.size() > head_max || b.size() > head_max) return a == b;
    std::vector<std::size_t> costs(b.size() + 1);
    std::iota(costs.begin(), costs.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        auto diagonal = costs[0]++;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const auto changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = costs[j + 1];
            costs[j + 1] = std::min({changed, costs[j] + 1, costs[j + 1] + 1});
        }
    }
    return costs.back() * letters_for_each_error <= std::max(a.size(), b.size());
}

bool same_texts(const Row& a, const Row& b)
{
    return std::equal(
        a.cells.begin(),
        a.cells.end(),
        b.cells.begin(),
        b.cells.end(),
        [](const Cell& x, const Cell& y) { return nearly_same(name_key(x.text), name_key(y.text)); }
    );
}

/// A row that began on the page before: no number, and each text goes on with a sentence, or
/// nothing stands where the row says what it is about.
bool is_rest_of_row(const Row& row)
{
    if (row.cells.size() < 2 || !row.cells.front().text.empty()) return false;
    if (row.cells[1].text.empty())
        return std::ranges::any_of(row.cells, [](const Cell& cell) { return !cell.text.empty(); });
    bool goes_on = false;
    for (const auto& cell : row.cells) {
        if (cell.text.empty()) continue;
        const bool small = starts_small(cell.text);
        const bool number = cell.text.front() >= '0' && cell.text.front() <= '9';
        if (!small && !number && cell.text.front() != '(') return false;
        goes_on = goes_on || small;
    }
    return goes_on;
}

} // namespace

bool may_hold_table(const std::vector<PageWord>& words)
{
    constexpr int columns_min = 3;
    constexpr int lines_min = 3;
    int lines_with_columns = 0;
    for (const auto& line : lines_of(words)) {
        int columns = 1;
        for (std::size_t i = 1; i < line.words.size(); ++i) {
            const auto gap = line.words[i].box.left - line.words[i - 1].box.right;
            columns += gap > line.box.height();
        }
        if (columns >= columns_min) return true;
        lines_with_columns += columns > 1;
    }
    return lines_with_columns >= lines_min;
}

std::vector<RuledTable> ruled_tables(const std::vector<PageRule>& rules)
{
    std::vector<RuledTable> tables;
    if (rules.size() > rules_max) return tables;
    for (const auto& group : groups_of(rules)) {
        const PageGrid grid(group);
        if (grid.is_table()) tables.push_back({grid.box(), TableMaker(grid).cells()});
    }
    return tables;
}

std::vector<PageTable> take_ruled_tables(PageLayout& page)
{
    std::vector<PageTable> tables;
    if (page.rules.size() > rules_max) return tables;
    for (const auto& group : groups_of(page.rules)) {
        const PageGrid grid(group);
        if (!grid.is_table()) continue;
        const auto box = grid.box();
        const auto inside = [&](const PageWord& word) {
            return word.box.centre() > box.left && word.box.centre() < box.right &&
                   word.box.middle() > box.top && word.box.middle() < box.bottom;
        };
        const auto rest =
            std::stable_partition(page.words.begin(), page.words.end(), [&](const PageWord& word) {
                return !inside(word);
            });
        std::vector<PageWord> words(
            std::make_move_iterator(rest), std::make_move_iterator(page.words.end())
        );
        page.words.erase(rest, page.words.end());
        if (words.empty()) continue;
        tables.push_back(TableMaker(grid).make(std::move(words)));
    }
    std::sort(tables.begin(), tables.end(), [](const PageTable& a, const PageTable& b) {
        return a.box.top < b.box.top;
    });
    return tables;
}

bool continue_table(Table& table, Table rest)
{
    const auto columns_of = [](const Table& t) {
        std::size_t most = 0;
        for (const auto& row : t.rows)
            most = std::max(most, row.cells.size());
        return most;
    };
    if (table.rows.empty() || rest.rows.empty() || columns_of(table) != columns_of(rest))
        return false;
    std::size_t first = 0;
    while (first < rest.rows.size() && first < table.rows.size() &&
           same_texts(table.rows[first], rest.rows[first]))
        ++first;
    for (auto i = first; i < rest.rows.size(); ++i) {
        auto& last = table.rows.back();
        if (i == first && last.cells.size() == rest.rows[i].cells.size() &&
            is_rest_of_row(rest.rows[i])) {
            last.lines.last = rest.rows[i].lines.last;
            for (std::size_t c = 0; c < last.cells.size(); ++c) {
                const auto& more = rest.rows[i].cells[c].text;
                if (more.empty()) continue;
                last.cells[c].text += (last.cells[c].text.empty() ? "" : " ") + more;
            }
            continue;
        }
        table.rows.push_back(std::move(rest.rows[i]));
    }
    return true;
}

} // namespace tiendo::documents
