#include "documents/package/docx_package.hpp"

#include "base/text.hpp"
#include "documents/package/docx_numbering.hpp"
#include "documents/package/zip_reader.hpp"
#include "documents/reading/text_lines.hpp"
#include "documents/text/old_letters.hpp"
#include "documents/text/words.hpp"

#include <algorithm>
#include <array>

namespace tiendo::documents {

namespace {

constexpr int cells_max = 100'000;

struct RunText {
    std::string text{};
    std::size_t letters = 0;
    std::size_t bold_letters = 0;
    std::string_view old_letters{};
};

bool is_on(const pugi::xml_node& toggle)
{
    const auto value = attribute_of(toggle, "val");
    return toggle && value != "0" && value != "false" && value != "none";
}

/// The text as the font shows it; the fonts before Unicode show other letters than they are given.
std::string shown_by(std::string_view font, std::string_view text, RunText& run)
{
    const auto letters = old_letters_of_font(font);
    if (!letters) return std::string(text);
    run.old_letters = name_of(*letters);
    auto shown = in_unicode(text, *letters);
    return shows_capitals(font) ? to_upper(shown) : shown;
}

/// The text of a paragraph: runs in their order, insertions kept, deletions and field codes left
/// out.
void collect(const pugi::xml_node& node, RunText& out, bool bold, std::string_view font)
{
    for (const auto& child : node.children()) {
        const auto name = local_name(child);
        if (name == "t") {
            const auto text = shown_by(font, child.text().get(), out);
            out.text += text;
            out.letters += text.size();
            if (bold) out.bold_letters += text.size();
        } else if (name == "tab") {
            out.text += "\t";
        } else if (name == "br" || name == "cr") {
            out.text += attribute_of(child, "type") == "page" ? " " : "\n";
        } else if (name == "noBreakHyphen") {
            out.text += "-";
        } else if (name == "r") {
            const auto properties = child_of(child, "rPr");
            collect(
                child,
                out,
                is_on(child_of(properties, "b")),
                attribute_of(child_of(properties, "rFonts"), "ascii")
            );
        } else if (name == "ins" || name == "hyperlink" || name == "smartTag" || name == "sdt" ||
                   name == "sdtContent" || name == "fldSimple" || name == "moveTo" ||
                   name == "dir" || name == "bdo" || name == "customXml") {
            collect(child, out, bold, font);
        }
    }
}

class Unpacker {
public:
    explicit Unpacker(DocxNumbering numbering) : numbering_(std::move(numbering)) {}

    void unpack(const pugi::xml_node& body)
    {
        for (const auto& child : body.children()) {
            const auto name = local_name(child);
            if (name == "p") {
                ++number_;
                take_paragraph(child);
            } else if (name == "tbl") {
                take_table(child);
            } else if (name == "sdt") {
                unpack(child_of(child, "sdtContent"));
            } else if (name == "ins" || name == "customXml") {
                unpack(child);
            }
        }
    }

    DocxContent content;

private:
    /// The lines of one paragraph; a line break inside it ends a line.
    std::vector<std::string> lines_of(const pugi::xml_node& paragraph, int& bold_percent)
    {
        RunText run;
        collect(paragraph, run, false, {});
        if (!run.old_letters.empty()) content.old_letters = run.old_letters;
        const auto properties = child_of(paragraph, "pPr");
        bold_percent =
            run.letters == 0 ? 0 : static_cast<int>(run.bold_letters * 100 / run.letters);
        if (numbering_.is_heading(properties)) bold_percent = 100;
        std::vector<std::string> lines;
        const bool empty = trim(run.text).empty();
        const auto label = empty ? std::string{} : numbering_.label_for(properties);
        for (const auto& line : split(to_nfc(label + run.text), '\n')) {
            if (!trim(line).empty()) lines.push_back(line);
        }
        return lines;
    }

    void take_paragraph(const pugi::xml_node& paragraph)
    {
        int bold = 0;
        bool first = true;
        for (const auto& line : lines_of(paragraph, bold)) {
            content.source.push_back({number_, line});
            for (const auto& part : parts_of_line(line)) {
                add(part, bold, first);
                first = false;
            }
        }
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
        content.pieces.push_back(std::move(piece));
    }

    struct RawCell {
        std::vector<std::string> lines{};
        Cell cell{};
    };

    void take_table(const pugi::xml_node& table)
    {
        std::vector<std::vector<RawCell>> rows;
        std::vector<int> numbers;
        std::size_t columns_max = 0;
        for (const auto& row : table.children()) {
            if (local_name(row) != "tr") continue;
            numbers.push_back(++number_);
            rows.push_back(cells_of(row));
            columns_max = std::max(columns_max, rows.back().size());
        }
        is_layout(rows, columns_max) ? flatten(rows, numbers) : keep(rows, numbers);
    }

    std::vector<RawCell> cells_of(const pugi::xml_node& row)
    {
        std::vector<RawCell> cells;
        int column = 0;
        for (const auto& child : row.children()) {
            if (local_name(child) != "tc" || ++cells_ > cells_max) continue;
            const auto properties = child_of(child, "tcPr");
            RawCell raw;
            raw.cell.column = column;
            const auto span = attribute_of(child_of(properties, "gridSpan"), "val");
            raw.cell.column_span =
                span.empty() ? 1 : std::clamp(std::atoi(std::string(span).c_str()), 1, 63);
            const auto merge = child_of(properties, "vMerge");
            raw.cell.continues_above = merge && attribute_of(merge, "val") != "restart";
            column += raw.cell.column_span;
            collect_cell(child, raw);
            cells.push_back(std::move(raw));
        }
        return cells;
    }

    void collect_cell(const pugi::xml_node& node, RawCell& raw)
    {
        for (const auto& child : node.children()) {
            if (local_name(child) == "p") {
                int bold = 0;
                for (const auto& line : lines_of(child, bold))
                    raw.lines.push_back(clean_text(line));
            } else if (local_name(child) != "tcPr") {
                collect_cell(child, raw);
            }
        }
    }

    /// The head of the document and the signature block are tables without lines.
    static bool is_layout(const std::vector<std::vector<RawCell>>& rows, std::size_t columns_max)
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

    void flatten(const std::vector<std::vector<RawCell>>& rows, const std::vector<int>& numbers)
    {
        const auto last = number_;
        for (std::size_t r = 0; r < rows.size(); ++r) {
            number_ = numbers[r];
            for (const auto& cell : rows[r]) {
                for (const auto& line : cell.lines) {
                    content.source.push_back({number_, line});
                    add(line, 0, true);
                }
            }
        }
        number_ = last;
    }

    void keep(std::vector<std::vector<RawCell>>& rows, const std::vector<int>& numbers)
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
            content.source.push_back({numbers[r], source});
            table.rows.push_back(std::move(row));
        }
        content.pieces.push_back({Block{std::move(table)}, true, false, false});
    }

    DocxNumbering numbering_;
    int number_ = 0;
    int cells_ = 0;
};

/// The main part, which the package's relationships name ("/word/document.xml" nearly always).
Result<std::string> main_part_of(ZipReader& zip)
{
    const auto bytes = TRY(zip.read("_rels/.rels"));
    const auto relations = TRY(parse_xml_part(bytes));
    for (const auto& relation : relations.document_element().children()) {
        if (attribute_of(relation, "Type").ends_with("/officeDocument")) {
            auto target = std::string(attribute_of(relation, "Target"));
            while (target.starts_with('/'))
                target.erase(0, 1);
            return target;
        }
    }
    return refuse(Refusal::unreadable, "file.broken_docx");
}

} // namespace

Result<DocxContent> unpack_docx(std::string_view bytes)
{
    auto zip = TRY(ZipReader::open(bytes));
    if (!zip.has("_rels/.rels")) return refuse(Refusal::unreadable, "file.broken_docx");
    const auto main = TRY(main_part_of(zip));
    const auto folder = main.substr(0, main.rfind('/') + 1);

    DocxNumbering numbering;
    if (zip.has(folder + "numbering.xml")) {
        const auto part = TRY(zip.read(folder + "numbering.xml"));
        const auto xml = TRY(parse_xml_part(part));
        numbering.read_numbering(xml.document_element());
    }
    if (zip.has(folder + "styles.xml")) {
        const auto part = TRY(zip.read(folder + "styles.xml"));
        const auto xml = TRY(parse_xml_part(part));
        numbering.read_styles(xml.document_element());
    }
    const auto part = TRY(zip.read(main));
    const auto xml = TRY(parse_xml_part(part));
    const auto body = child_of(xml.document_element(), "body");
    if (!body) return refuse(Refusal::unreadable, "file.broken_docx");
    Unpacker unpacker(std::move(numbering));
    unpacker.unpack(body);
    return std::move(unpacker.content);
}

} // namespace tiendo::documents
