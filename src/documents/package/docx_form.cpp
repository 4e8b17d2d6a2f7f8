#include "documents/package/docx_form.hpp"

#include "base/text.hpp"
#include "documents/package/xml_part.hpp"
#include "documents/package/zip_reader.hpp"
#include "documents/package/zip_writer.hpp"

#include <vector>

namespace tiendo::documents {
namespace {

constexpr const char* main_part = "word/document.xml";
constexpr std::size_t cells_max = 20'000; // docs/limits.md

using Nodes = std::vector<pugi::xml_node>;

/// All elements of that name below, in the order of the document, not those inside one of them.
void find_below(const pugi::xml_node& node, std::string_view name, Nodes& found)
{
    for (const auto& child : node.children()) {
        if (local_name(child) == name)
            found.push_back(child);
        else
            find_below(child, name, found);
    }
}

Nodes below(const pugi::xml_node& node, std::string_view name)
{
    Nodes found;
    find_below(node, name, found);
    return found;
}

void find_tables(const pugi::xml_node& node, Nodes& found)
{
    for (const auto& table : below(node, "tbl")) {
        found.push_back(table);
        for (const auto& child : table.children())
            find_tables(child, found);
    }
}

Nodes tables_of(const pugi::xml_document& document)
{
    Nodes found;
    find_tables(document, found);
    return found;
}

Nodes children_of(const pugi::xml_node& node, std::string_view name)
{
    Nodes found;
    for (const auto& child : node.children()) {
        if (local_name(child) == name) found.push_back(child);
    }
    return found;
}

/// A cell's own paragraphs, without the tables that stand in it.
std::string text_of(const pugi::xml_node& cell)
{
    std::string text;
    for (const auto& paragraph : children_of(cell, "p")) {
        if (!text.empty()) text += ' ';
        for (const auto& piece : below(paragraph, "t"))
            text += piece.child_value();
    }
    return to_nfc(text);
}

pugi::xml_node properties_to_write_with(const pugi::xml_node& paragraph)
{
    for (const auto& run : below(paragraph, "r")) {
        if (const auto properties = child_of(run, "rPr")) return properties;
    }
    return child_of(child_of(paragraph, "pPr"), "rPr");
}

/// Puts the text into the first run of the cell, in the look that is there, and empties the others.
void write_cell(pugi::xml_node cell, const std::string& text, const std::string& prefix)
{
    auto paragraph = child_of(cell, "p");
    if (!paragraph) paragraph = cell.append_child((prefix + "p").c_str());
    for (const auto& other : children_of(cell, "p")) {
        for (auto piece : below(other, "t"))
            piece.text().set("");
    }
    auto pieces = below(paragraph, "t");
    if (pieces.empty()) {
        const auto properties = properties_to_write_with(paragraph);
        auto run = paragraph.append_child((prefix + "r").c_str());
        if (properties) run.append_copy(properties);
        pieces.push_back(run.append_child((prefix + "t").c_str()));
    }
    auto piece = pieces.front();
    if (!piece.attribute("xml:space")) piece.append_attribute("xml:space") = "preserve";
    piece.text().set(text.c_str());
}

struct Opened {
    ZipReader archive;
    pugi::xml_document document;
};

Result<Opened> opened(std::string_view bytes)
{
    auto archive = TRY(ZipReader::open(bytes));
    if (!archive.has(main_part)) return refuse(Refusal::unreadable, "file.broken_docx");
    const auto part = TRY(archive.read(main_part));
    auto document = TRY(parse_xml_part(part));
    return Opened{std::move(archive), std::move(document)};
}

} // namespace

Result<FormTables> read_docx_form(std::string_view bytes)
{
    const auto form = TRY(opened(bytes));
    FormTables tables;
    std::size_t cells = 0;
    for (const auto& table : tables_of(form.document)) {
        auto& rows = tables.emplace_back().rows;
        for (const auto& row : children_of(table, "tr")) {
            auto& texts = rows.emplace_back();
            for (const auto& cell : children_of(row, "tc")) {
                if (++cells > cells_max) return refuse(Refusal::too_large, "file.bomb");
                texts.push_back(text_of(cell));
            }
        }
    }
    if (tables.empty()) return refuse(Refusal::invalid, "file.no_table");
    return tables;
}

Result<std::string> fill_docx_form(std::string_view bytes, const FilledCells& filled)
{
    auto form = TRY(opened(bytes));
    const auto tables = tables_of(form.document);
    for (const auto& [place, cell] : filled) {
        if (place.table < 0 || static_cast<std::size_t>(place.table) >= tables.size()) continue;
        const auto& table = tables[static_cast<std::size_t>(place.table)];
        const auto rows = children_of(table, "tr");
        if (place.row < 0 || static_cast<std::size_t>(place.row) >= rows.size()) continue;
        const auto cells = children_of(rows[static_cast<std::size_t>(place.row)], "tc");
        if (place.cell < 0 || static_cast<std::size_t>(place.cell) >= cells.size()) continue;
        write_cell(cells[static_cast<std::size_t>(place.cell)], cell.text, prefix_of(table));
    }
    const auto original = TRY(form.archive.read(main_part));
    auto written = written_xml(form.document, original);
    std::vector<PackageFile> files;
    for (const auto& path : form.archive.paths()) {
        auto part = TRY(form.archive.read(path));
        files.push_back({path, path == main_part ? std::move(written) : std::move(part)});
    }
    return write_zip(files);
}

} // namespace tiendo::documents
