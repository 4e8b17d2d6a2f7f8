#include "documents/reading/page_tables.hpp"
#include "documents/reading/text_lines.hpp"

#include <algorithm>
#include <iterator>

namespace tiendo::documents {

namespace {

constexpr double gap_share = 0.9;  ///< of a line's height, between two columns
constexpr double row_share = 1.25; ///< of the distance of lines, between two rows
constexpr std::size_t columns_min = 3;
constexpr double slack = 2;

/// Where the parts of a line begin that a wide gap sets apart.
std::vector<double> starts_of(const PageLine& line)
{
    std::vector<double> starts{line.box.left};
    for (std::size_t i = 1; i < line.words.size(); ++i) {
        const auto gap = line.words[i].box.left - line.words[i - 1].box.right;
        if (gap > line.box.height() * gap_share) starts.push_back(line.words[i].box.left);
    }
    return starts;
}

/// A paragraph runs over the border of the first column; a row of the table does not.
bool belongs(const PageLine& line, const std::vector<double>& columns)
{
    if (line.box.left < columns.front() - 4 * slack) return false;
    const auto border = columns[1];
    for (std::size_t i = 0; i < line.words.size(); ++i) {
        const auto& box = line.words[i].box;
        if (box.left >= border - slack) {
            if (i == 0) return true;
            const auto gap = box.left - line.words[i - 1].box.right;
            return gap > line.box.height() * gap_share / 2;
        }
        if (box.right > border + slack) return false;
    }
    return true;
}

/// The text of each column; a text that runs on over a border stays in the column it began in.
std::vector<std::string> texts_of(const PageLine& line, const std::vector<double>& columns)
{
    std::vector<std::string> texts(columns.size());
    std::size_t column = 0;
    double end = 0;
    for (const auto& word : line.words) {
        const auto after =
            std::upper_bound(columns.begin(), columns.end(), word.box.left + 2 * slack);
        const bool runs_on = end > 0 && word.box.left - end < line.box.height() * gap_share / 2;
        if (!runs_on) {
            column =
                static_cast<std::size_t>(std::max<std::ptrdiff_t>(after - columns.begin(), 1)) - 1;
        }
        auto& text = texts[column];
        text += (text.empty() ? "" : " ") + word.text;
        end = word.box.right;
    }
    return texts;
}

double smallest_pitch(const std::vector<PageLine>& lines, std::size_t first, std::size_t end)
{
    double pitch = 0;
    for (auto i = first + 1; i < end; ++i) {
        const auto distance = lines[i].box.middle() - lines[i - 1].box.middle();
        if (pitch == 0 || distance < pitch) pitch = distance;
    }
    return pitch;
}

AlignedTable table_of(
    const std::vector<PageLine>& lines,
    std::size_t first,
    std::size_t end,
    const std::vector<double>& columns
)
{
    AlignedTable made{{}, {}, first, end, columns};
    auto& table = made.table;
    const auto pitch = smallest_pitch(lines, first, end);
    for (auto i = first; i < end; ++i) {
        const auto texts = texts_of(lines[i], columns);
        const bool apart =
            i > first && lines[i].box.middle() - lines[i - 1].box.middle() > pitch * row_share;
        if (i == first || apart || !texts.front().empty()) {
            table.rows.emplace_back();
            made.places.push_back({lines[i].box, {}});
            for (std::size_t c = 0; c < columns.size(); ++c)
                table.rows.back().cells.push_back({{}, static_cast<int>(c)});
        }
        auto& place = made.places.back();
        place.box = around(place.box, lines[i].box);
        std::ranges::copy_if(
            lines[i].words,
            std::back_inserter(place.doubtful),
            [](const PageWord& word) { return is_doubtful(word); }
        );
        for (std::size_t c = 0; c < columns.size(); ++c) {
            auto& text = table.rows.back().cells[c].text;
            if (!texts[c].empty()) text += (text.empty() ? "" : " ") + clean_text(texts[c]);
        }
    }
    return made;
}

} // namespace

std::vector<AlignedTable>
aligned_tables(const std::vector<PageLine>& lines, const std::vector<double>& carried)
{
    std::vector<AlignedTable> tables;
    for (std::size_t i = 0; i < lines.size();) {
        const bool goes_on = i == 0 && !carried.empty() && belongs(lines[i], carried);
        const auto columns = goes_on ? carried : starts_of(lines[i]);
        if (columns.size() < columns_min) {
            ++i;
            continue;
        }
        auto end = i;
        int full_lines = goes_on ? 2 : 0;
        for (; end < lines.size() && belongs(lines[end], columns); ++end)
            full_lines += starts_of(lines[end]).size() >= columns_min;
        if (full_lines >= 2 && end - i >= 2) tables.push_back(table_of(lines, i, end, columns));
        i = std::max(end, i + 1);
    }
    return tables;
}

} // namespace tiendo::documents
