#include "documents/package/docx_body.hpp"

#include "base/text.hpp"
#include "documents/package/docx_runs.hpp"
#include "documents/reading/text_lines.hpp"
#include "documents/text/words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace tiendo::documents {

namespace {

constexpr int cells_max = 100'000;

int number_of(std::string_view digits)
{
    int number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

/// Controls, changes and the like, around rows and cells as around paragraphs.
pugi::xml_node inside_of(const pugi::xml_node& node)
{
    const auto name = local_name(node);
    if (name == "sdt") return child_of(node, "sdtContent");
    if (name == "AlternateContent") return chosen_alternative(node);
    const bool wraps = name == "ins" || name == "moveTo" || name == "customXml";
    return wraps ? node : pugi::xml_node{};
}

/// The children of that name, also those that something is wrapped around.
void gather(const pugi::xml_node& node, std::string_view name, std::vector<pugi::xml_node>& found)
{
    for (const auto& child : node.children()) {
        if (local_name(child) == name)
            found.push_back(child);
        else if (const auto inside = inside_of(child))
            gather(inside, name, found);
    }
}

struct RawCell {
    std::vector<std::string> lines{};
    Cell cell{};
};

using RawRow = std::vector<RawCell>;

class Unpacker {
public:
    Unpacker(DocxNumbering numbering, DocxNotes notes)
        : numbering_(std::move(numbering)), notes_(std::move(notes))
    {
    }

    void unpack(const pugi::xml_node& body)
    {
        for (const auto& child : body.children()) {
            const auto name = local_name(child);
            if (name == "p") {
                ++number_;
                take_paragraph(child);
            } else if (name == "tbl") {
                take_table(child);
            } else if (name == "altChunk") {
                leave_out("objects", 1);
            } else if (const auto inside = inside_of(child)) {
                unpack(inside);
            }
        }
    }

    DocxContent content() &&
    {
        // The text of a note stands beside the line that it belongs to.
        for (auto& line : note_lines_)
            content_.source.push_back(std::move(line));
        std::ranges::stable_sort(content_.source, {}, &NumberedLine::number);
        return std::move(content_);
    }

private:
    struct ReadParagraph {
        std::vector<std::string> lines{};
        int bold_percent = 0;
        std::vector<std::string> drawn{};
        std::vector<pugi::xml_node> boxes{};
    };

    void leave_out(const std::string& what, int count)
    {
        const auto known = std::ranges::find(content_.left_out, what, &LeftOut::what);
        if (known == content_.left_out.end())
            content_.left_out.push_back({what, count, std::max(number_, 1)});
        else
            known->count += count;
    }

    /// What hangs on a paragraph without being its text.
    void take_what_hangs_on(const RunText& run)
    {
        if (!run.old_letters.empty()) content_.old_letters = run.old_letters;
        for (const auto& [what, count] : run.left_out)
            leave_out(what, count);
        for (const auto& reference : run.notes) {
            const auto& notes = reference.is_endnote ? notes_.endnotes : notes_.footnotes;
            const auto note = notes.find(reference.id);
            if (note == notes.end()) continue;
            leave_out("notes", 1);
            const auto sign = std::to_string(note_lines_.size() + 1);
            note_lines_.push_back({number_, "[" + sign + "] " + note->second});
        }
    }

    /// A line break inside a paragraph ends a line. An empty paragraph counts in its list, but only
    /// a cell of a table may hold a number alone.
    ReadParagraph read_paragraph(const pugi::xml_node& paragraph, bool in_cell)
    {
        RunText run = std::exchange(carried_, {});
        collect_runs(paragraph, run);
        if (goes_on_in_next(paragraph)) {
            carried_ = std::move(run);
            return {};
        }
        take_what_hangs_on(run);
        ReadParagraph out;
        const auto properties = child_of(paragraph, "pPr");
        out.bold_percent =
            run.letters == 0 ? 0 : static_cast<int>(run.bold_letters * 100 / run.letters);
        if (numbering_.is_heading(properties)) out.bold_percent = 100;
        const bool empty = trim(run.text).empty();
        auto label = numbering_.label_for(properties);
        if (empty && !in_cell) label.clear();
        for (const auto& line : split(to_nfc(label + run.text), '\n')) {
            if (!trim(line).empty()) out.lines.push_back(line);
        }
        out.drawn = std::move(run.drawn);
        out.boxes = std::move(run.boxes);
        return out;
    }

    void take_paragraph(const pugi::xml_node& paragraph)
    {
        const auto read = read_paragraph(paragraph, false);
        bool first = true;
        for (const auto& line : read.lines) {
            content_.source.push_back({number_, line});
            for (const auto& part : parts_of_line(line)) {
                add(part, read.bold_percent, first);
                first = false;
            }
        }
        for (const auto& drawn : read.drawn) {
            content_.source.push_back({number_, drawn});
            add(clean_text(drawn), 0, true);
        }
        for (const auto& box : read.boxes)
            unpack(box);
    }

    /// "ỦY BAN NHÂN DÂN<tab>CỘNG HÒA XÃ HỘI ...": two columns made with a tab.
    static std::vector<std::string> parts_of_line(const std::string& line)
    {
        const auto tab = line.find_last_of('\t');
        if (tab == std::string::npos || tab == 0) return {clean_text(line)};
        const auto left = clean_text(line.substr(0, tab));
        const auto right = clean_text(line.substr(tab + 1));
        const bool columns =
            !left.empty() && is_upper_case(left) && !right.empty() && left.size() > 8;
        if (!columns) return {clean_text(line)};
        return {left, right};
    }

    void add(const std::string& text, int bold, bool gap)
    {
        if (text.empty()) return;
        Piece piece;
        piece.block = Paragraph{text, {number_, number_}, bold};
        piece.gap_before = gap;
        content_.pieces.push_back(std::move(piece));
    }

    void take_table(const pugi::xml_node& table)
    {
        std::vector<RawRow> rows;
        std::vector<int> numbers;
        std::size_t columns_max = 0;
        std::vector<pugi::xml_node> found;
        gather(table, "tr", found);
        for (const auto& row : found) {
            if (child_of(child_of(row, "trPr"), "del")) continue;
            numbers.push_back(++number_);
            rows.push_back(cells_of(row));
            columns_max = std::max(columns_max, rows.back().size());
        }
        is_layout(rows, columns_max) ? flatten(rows, numbers) : keep(rows, numbers);
    }

    RawRow cells_of(const pugi::xml_node& row)
    {
        RawRow cells;
        constexpr int columns_max = 63;
        int column = std::clamp(
            number_of(attribute_of(child_of(child_of(row, "trPr"), "gridBefore"), "val")),
            0,
            columns_max
        );
        std::vector<pugi::xml_node> found;
        gather(row, "tc", found);
        for (const auto& node : found) {
            if (++cells_ > cells_max) break;
            const auto properties = child_of(node, "tcPr");
            const auto span = std::clamp(
                number_of(attribute_of(child_of(properties, "gridSpan"), "val")), 1, columns_max
            );
            const auto beside = child_of(properties, "hMerge");
            const bool continues = beside && attribute_of(beside, "val") != "restart";
            if (continues && !cells.empty()) {
                cells.back().cell.column_span += span;
                collect_cell(node, cells.back());
            } else {
                RawCell raw;
                raw.cell.column = column;
                raw.cell.column_span = span;
                const auto merge = child_of(properties, "vMerge");
                raw.cell.continues_above = merge && attribute_of(merge, "val") != "restart";
                collect_cell(node, raw);
                cells.push_back(std::move(raw));
            }
            column += span;
        }
        return cells;
    }

    void collect_cell(const pugi::xml_node& node, RawCell& raw)
    {
        for (const auto& child : node.children()) {
            if (local_name(child) != "p") {
                if (local_name(child) != "tcPr") collect_cell(child, raw);
                continue;
            }
            const auto read = read_paragraph(child, true);
            for (const auto& line : read.lines)
                raw.lines.push_back(clean_text(line));
            for (const auto& drawn : read.drawn)
                raw.lines.push_back(clean_text(drawn));
            for (const auto& box : read.boxes)
                collect_cell(box, raw);
        }
    }

    /// The head of the document and the signature block are tables without lines.
    static bool is_layout(const std::vector<RawRow>& rows, std::size_t columns_max)
    {
        if (columns_max <= 1) return true;
        if (columns_max > 3) return false;
        for (const auto& row : rows)
            for (const auto& cell : row)
                for (const auto& line : cell.lines)
                    if (stands_beside_another(search_key(line), rows.size())) return true;
        return false;
    }

    /// What only the head or the signature block says, in few rows.
    static bool stands_beside_another(std::string_view key, std::size_t rows)
    {
        constexpr std::array begins{
            "cong hoa xa hoi", "noi nhan", "tm. ", "kt. ", "tl. ", "tuq. ", "dang cong san"
        };
        for (const auto* begin : begins)
            if (key.starts_with(begin)) return true;
        constexpr std::size_t rows_max = 6;
        constexpr std::size_t date_length_max = 60;
        if (rows > rows_max) return false;
        if (key.starts_with("so:")) return true;
        const auto day = key.find(", ngay ");
        return day != std::string_view::npos && key.length() <= date_length_max &&
               key.find("thang", day) != std::string_view::npos;
    }

    void flatten(const std::vector<RawRow>& rows, const std::vector<int>& numbers)
    {
        const auto last = number_;
        for (std::size_t r = 0; r < rows.size(); ++r) {
            number_ = numbers[r];
            for (const auto& cell : rows[r]) {
                for (const auto& line : cell.lines) {
                    content_.source.push_back({number_, line});
                    add(line, 0, true);
                }
            }
        }
        number_ = last;
    }

    void keep(std::vector<RawRow>& rows, const std::vector<int>& numbers)
    {
        Table table;
        for (std::size_t r = 0; r < rows.size(); ++r) {
            Row row;
            row.lines = {numbers[r], numbers[r]};
            std::string source;
            for (auto& raw : rows[r]) {
                raw.cell.text = join(raw.lines, "\n");
                source += (source.empty() ? "" : " | ") + join(raw.lines, " ");
                row.cells.push_back(std::move(raw.cell));
            }
            content_.source.push_back({numbers[r], source});
            table.rows.push_back(std::move(row));
        }
        content_.pieces.push_back({Block{std::move(table)}, true, false, false});
    }

    DocxNumbering numbering_;
    DocxNotes notes_;
    DocxContent content_;
    std::vector<NumberedLine> note_lines_;
    RunText carried_; ///< of a paragraph whose end was deleted
    int number_ = 0;
    int cells_ = 0;
};

} // namespace

DocxContent read_docx_body(const pugi::xml_node& body, DocxNumbering numbering, DocxNotes notes)
{
    Unpacker unpacker(std::move(numbering), std::move(notes));
    unpacker.unpack(body);
    return std::move(unpacker).content();
}

} // namespace tiendo::documents
