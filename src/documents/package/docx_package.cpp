#include "documents/package/docx_package.hpp"

#include "base/text.hpp"
#include "documents/package/docx_body.hpp"
#include "documents/package/docx_runs.hpp"
#include "documents/package/zip_reader.hpp"
#include "documents/reading/text_lines.hpp"

#include <algorithm>

namespace tiendo::documents {

namespace {

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

/// What stands above and below the pages, each line once.
Result<std::vector<std::string>> margin_lines_of(ZipReader& zip, const std::string& folder)
{
    std::vector<std::string> margins;
    for (const auto& path : zip.paths()) {
        if (!path.ends_with(".xml") ||
            (!path.starts_with(folder + "header") && !path.starts_with(folder + "footer")))
            continue;
        const auto part = TRY(zip.read(path));
        const auto xml = TRY(parse_xml_part(part));
        std::vector<std::string> lines;
        collect_lines(xml, lines);
        for (const auto& line : lines) {
            auto text = clean_text(line);
            if (!text.empty() && std::ranges::find(margins, text) == margins.end())
                margins.push_back(std::move(text));
        }
    }
    return margins;
}

/// Whether a person would miss it: not "2", "Trang 2/8", "- 2 -".
bool is_more_than_page_number(const std::string& line)
{
    constexpr std::size_t letters_max = 5; // "trang"
    const auto key = search_key(line);
    const auto letters = std::ranges::count_if(key, [](char c) { return c >= 'a' && c <= 'z'; });
    return static_cast<std::size_t>(letters) > letters_max;
}

Result<std::map<std::string, std::string>> notes_of(ZipReader& zip, const std::string& path)
{
    std::map<std::string, std::string> notes;
    if (!zip.has(path)) return notes;
    const auto part = TRY(zip.read(path));
    const auto xml = TRY(parse_xml_part(part));
    for (const auto& note : xml.document_element().children()) {
        if (!attribute_of(note, "type").empty() && attribute_of(note, "type") != "normal") continue;
        std::vector<std::string> lines;
        collect_lines(note, lines);
        const auto text = clean_text(join(lines, " "));
        if (!text.empty()) notes[std::string(attribute_of(note, "id"))] = text;
    }
    return notes;
}

Result<DocxNumbering> numbering_of(ZipReader& zip, const std::string& folder)
{
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
    return numbering;
}

} // namespace

Result<DocxContent> unpack_docx(std::string_view bytes)
{
    auto zip = TRY(ZipReader::open(bytes));
    if (!zip.has("_rels/.rels")) return refuse(Refusal::unreadable, "file.broken_docx");
    const auto main = TRY(main_part_of(zip));
    const auto folder = main.substr(0, main.rfind('/') + 1);
    auto numbering = TRY(numbering_of(zip, folder));
    DocxNotes notes;
    notes.footnotes = TRY(notes_of(zip, folder + "footnotes.xml"));
    notes.endnotes = TRY(notes_of(zip, folder + "endnotes.xml"));
    const auto part = TRY(zip.read(main));
    const auto xml = TRY(parse_xml_part(part));
    const auto body = child_of(xml.document_element(), "body");
    if (!body) return refuse(Refusal::unreadable, "file.broken_docx");
    auto content = read_docx_body(body, std::move(numbering), std::move(notes));
    content.margins = TRY(margin_lines_of(zip, folder));
    const auto lines = std::ranges::count_if(content.margins, is_more_than_page_number);
    if (lines > 0) content.left_out.push_back({"margins", static_cast<int>(lines), 1});
    return content;
}

} // namespace tiendo::documents
