#include "documents/package/zip_writer.hpp"
#include "documents/reading/read_document.hpp"
#include "documents/reading/read_plan.hpp"
#include "harness.hpp"

#include <string>

namespace {

const std::string relations =
    R"(<Relationships><Relationship Type="x/officeDocument" Target="word/document.xml"/></Relationships>)";

} // namespace

/// The main part of a Word document, and behind a line of four dashes its numbering.
void try_input(std::string_view input)
{
    using namespace tiendo::documents;
    constexpr std::string_view between = "\n----\n";
    const auto end = input.find(between);
    std::vector<PackageFile> files{
        {"_rels/.rels", relations}, {"word/document.xml", std::string(input.substr(0, end))}
    };
    if (end != std::string_view::npos)
        files.push_back({"word/numbering.xml", std::string(input.substr(end + between.size()))});
    auto document = read_document(write_zip(files), "plan.docx");
    if (document) (void)read_plan(std::move(*document));
}
