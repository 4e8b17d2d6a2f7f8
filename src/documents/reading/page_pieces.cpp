#include "documents/reading/page_pieces.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace tiendo::documents {

void PieceMaker::add_line(const PageLine& line, bool gap_before, bool fills_line, bool indented)
{
    const auto number = next_number(line.text);
    document_.source.back().place = place_of(line.page, line.box);
    for (std::size_t i = 0; i < line.words.size(); ++i)
        if (is_doubtful(line.words[i], i == 0)) add_doubt(line.page, line.words[i]);
    Piece piece;
    piece.block = Paragraph{line.text, {number, number}, line.bold_percent};
    piece.gap_before = gap_before;
    piece.fills_line = fills_line;
    piece.indented = indented;
    pieces.push_back(std::move(piece));
}

void PieceMaker::add_table(Table table, const std::vector<RowPlace>& places, int page)
{
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        auto& row = table.rows[i];
        std::string text;
        for (const auto& cell : row.cells)
            text += (text.empty() ? "" : " | ") + replace_all(cell.text, "\n", " ");
        const auto number = next_number(text);
        row.lines = {number, number};
        document_.source.back().place = place_of(page, places[i].box);
        for (const auto& word : places[i].doubtful)
            add_doubt(page, word);
    }
    auto* before = pieces.empty() ? nullptr : std::get_if<Table>(&pieces.back().block);
    if (before != nullptr && continue_table(*before, table)) return;
    pieces.push_back({Block{std::move(table)}, true, false, false});
}

void PieceMaker::take_back()
{
    pieces.pop_back();
    document_.source.pop_back();
}

int PieceMaker::next_number(const std::string& text)
{
    auto& source = document_.source;
    source.push_back({static_cast<int>(source.size()) + 1, text, {}, {}});
    return source.back().number;
}

/// None on a page that came as text.
PagePlace PieceMaker::place_of(int page, const Box& box) const
{
    const auto index = static_cast<std::size_t>(page) - 1;
    if (page < 1 || index >= pictures_.size() || pictures_[index].width <= 0) return {};
    const auto share = [](double value, double whole) {
        return static_cast<int>(std::clamp(value / whole, 0.0, 1.0) * page_parts);
    };
    const auto& size = pictures_[index];
    return {
        page,
        share(box.left, size.width),
        share(box.top, size.height),
        share(box.right, size.width),
        share(box.bottom, size.height)
    };
}

void PieceMaker::add_doubt(int page, const PageWord& word)
{
    document_.source.back().doubts.push_back({word.text, place_of(page, word.box)});
}

} // namespace tiendo::documents
