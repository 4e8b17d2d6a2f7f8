#include "documents/package/xlsx_reader.hpp"
#include "documents/package/zip_writer.hpp"
#include "harness.hpp"

#include <string>

namespace {

const std::string package_relations =
    R"(<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>)";
const std::string book =
    R"(<workbook><sheets><sheet name="1" sheetId="1" r:id="r1"/></sheets></workbook>)";
const std::string book_relations =
    R"(<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>)"
    R"(<Relationship Id="r2" Type="x/styles" Target="styles.xml"/>)"
    R"(<Relationship Id="r3" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>)";

} // namespace

/// A sheet, and behind lines of four dashes the styles and the shared texts.
void try_input(std::string_view input)
{
    using namespace tiendo::documents;
    std::vector<PackageFile> files{
        {"_rels/.rels", package_relations},
        {"xl/workbook.xml", book},
        {"xl/_rels/workbook.xml.rels", book_relations}
    };
    for (const auto* path : {"xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml"}) {
        constexpr std::string_view between = "\n----\n";
        const auto end = input.find(between);
        files.push_back({path, std::string(input.substr(0, end))});
        input =
            end == std::string_view::npos ? std::string_view{} : input.substr(end + between.size());
    }
    (void)unpack_xlsx(write_zip(files));
}
