#include "documents/package/xlsx_parts.hpp"

#include "base/text.hpp"
#include "documents/package/xml_part.hpp"

#include <charconv>
#include <map>

namespace tiendo::documents {
namespace {

Error broken()
{
    return refuse(Refusal::unreadable, "file.broken_xlsx");
}

Error as_workbook(const Error& error)
{
    return error.problems.front().key == "file.broken_docx" ? broken() : error;
}

/// The part that a relationship names: "/xl/a.xml" from the root, "a.xml" from the folder.
std::string path_of(std::string_view folder, std::string_view target)
{
    if (target.starts_with('/')) return std::string(target.substr(1));
    return std::string(folder) + std::string(target);
}

struct Relation {
    std::string type{};
    std::string target{};
};
using Relations = std::map<std::string, Relation>;

Result<Relations> relations_of(ZipReader& zip, const std::string& folder, const std::string& name)
{
    Relations relations;
    const auto path = folder + "_rels/" + name + ".rels";
    if (!zip.has(path)) return broken();
    const auto xml = TRY(zip.read(path));
    const auto document = TRY(xlsx_part(xml));
    for (const auto& node : document.document_element().children()) {
        const auto type = attribute_of(node, "Type");
        relations[std::string(attribute_of(node, "Id"))] = {
            std::string(type.substr(type.rfind('/') + 1)),
            path_of(folder, attribute_of(node, "Target"))
        };
    }
    return relations;
}

Result<std::string> main_part(ZipReader& zip)
{
    for (const auto& [id, relation] : TRY(relations_of(zip, "", "")))
        if (relation.type == "officeDocument" && zip.has(relation.target)) return relation.target;
    return broken();
}

} // namespace

Result<pugi::xml_document> xlsx_part(const std::string& xml)
{
    auto document = parse_xml_part(xml);
    if (!document) return as_workbook(document.error());
    return document;
}

Result<XlsxParts> xlsx_parts(ZipReader& zip)
{
    XlsxParts parts;
    parts.workbook = TRY(main_part(zip));
    const auto slash = parts.workbook.rfind('/') + 1; // 0 where there is none
    const auto folder = parts.workbook.substr(0, slash);
    if (zip.has(folder + "vbaProject.bin")) return refuse(Refusal::unreadable, "file.macros");
    const auto xml = TRY(zip.read(parts.workbook));
    const auto document = TRY(xlsx_part(xml));
    const auto root = document.document_element();
    if (local_name(root) != "workbook") return broken();
    const auto date1904 = attribute_of(child_of(root, "workbookPr"), "date1904");
    parts.from_1904 = date1904 == "1" || date1904 == "true";
    const auto relations = TRY(relations_of(zip, folder, parts.workbook.substr(slash)));
    for (const auto& [id, relation] : relations) {
        if (relation.type == "sharedStrings") parts.texts = relation.target;
        if (relation.type == "styles") parts.styles = relation.target;
    }
    for (const auto& sheet : child_of(root, "sheets").children()) {
        const auto relation = relations.find(std::string(attribute_of(sheet, "id")));
        if (relation == relations.end()) return broken();
        if (relation->second.type != "worksheet") continue;
        const auto state = attribute_of(sheet, "state");
        parts.sheets.push_back(
            {to_nfc(sheet.attribute("name").value()),
             state == "hidden" || state == "veryHidden",
             relation->second.target}
        );
    }
    return parts;
}

Result<XlsxStyles> xlsx_styles(ZipReader& zip, const XlsxParts& parts)
{
    if (parts.styles.empty()) return XlsxStyles{};
    const auto xml = TRY(zip.read(parts.styles));
    auto styles = XlsxStyles::parse(xml);
    if (!styles) return as_workbook(styles.error());
    return styles;
}

SheetPlace sheet_place(std::string_view reference)
{
    SheetPlace place;
    while (!reference.empty() && reference.front() >= 'A' && reference.front() <= 'Z' &&
           place.column <= sheet_columns_max) {
        place.column = place.column * 26 + (reference.front() - 'A' + 1);
        reference.remove_prefix(1);
    }
    std::from_chars(reference.data(), reference.data() + reference.size(), place.row);
    return place;
}

SheetRange sheet_range(std::string_view reference)
{
    const auto colon = reference.find(':');
    const auto from = sheet_place(reference.substr(0, colon));
    if (colon == std::string_view::npos) return {from, from};
    return {from, sheet_place(reference.substr(colon + 1))};
}

} // namespace tiendo::documents
