#include "documents/exchange/superior_form_json.hpp"
#include "documents/package/docx_form.hpp"
#include "documents/package/zip_reader.hpp"
#include "documents/package/zip_writer.hpp"

#include <gtest/gtest.h>

namespace tiendo::documents {
namespace {

constexpr const char* styled_cell =
    R"(<w:tc><w:tcPr><w:tcW w:w="900"/></w:tcPr><w:p><w:pPr><w:jc w:val="center"/><w:rPr><w:b/></w:rPr></w:pPr></w:p></w:tc>)";

std::string cell(const std::string& text)
{
    return "<w:tc><w:p><w:r><w:rPr><w:i/></w:rPr><w:t>" + text + "</w:t></w:r></w:p></w:tc>";
}

std::string document(const std::string& body)
{
    return R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>)" +
           body + "</w:body></w:document>";
}

std::string form()
{
    const auto body = "<w:p><w:r><w:t>Biểu &amp; mẫu</w:t></w:r></w:p><w:tbl><w:tr>" +
                      cell("Chỉ tiêu") + cell("Kết quả") + "</w:tr><w:tr>" + cell("3.2a") +
                      styled_cell + "</w:tr><w:tr>" + cell("3.2b") + cell("……") + "</w:tr></w:tbl>";
    return write_zip(
        {{"[Content_Types].xml", "<Types/>"},
         {"word/document.xml", document(body)},
         {"word/styles.xml", "<w:styles  odd='spacing'/>"}}
    );
}

std::string part(const std::string& bytes, const std::string& path)
{
    auto archive = ZipReader::open(bytes);
    EXPECT_TRUE(archive);
    return archive->read(path).value();
}

FilledCell words(const char* text)
{
    FilledCell cell;
    cell.text = text;
    return cell;
}

TEST(DocxForm, ShowsTheTextsOfItsCells)
{
    FormTable table;
    table.rows = {{"Chỉ tiêu", "Kết quả"}, {"3.2a", ""}, {"3.2b", "……"}};
    const FormTables expected{table};
    EXPECT_EQ(read_docx_form(form()).value(), expected);
    EXPECT_EQ(parse_form_tables(to_json(expected)).value(), expected);
}

TEST(DocxForm, IsFilledInTheLookThatACellHasAndLeftAloneElsewhere)
{
    const auto original = form();
    const auto filled =
        fill_docx_form(
            original, {{{0, 1, 1}, words("85,00% <17/20>")}, {{0, 2, 1}, words("56,25%")}}
        ).value();
    EXPECT_EQ(
        read_docx_form(filled).value()[0].rows,
        (std::vector<std::vector<std::string>>{
            {"Chỉ tiêu", "Kết quả"}, {"3.2a", "85,00% <17/20>"}, {"3.2b", "56,25%"}
        })
    );
    const auto before = part(original, "word/document.xml");
    const auto after = part(filled, "word/document.xml");
    EXPECT_EQ(after.substr(0, before.find("<w:jc")), before.substr(0, before.find("<w:jc")));
    EXPECT_NE(
        after.find("<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">85,00% &lt;17/20&gt;"),
        std::string::npos
    ) << after;
    EXPECT_NE(
        after.find("<w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">56,25%"),
        std::string::npos
    );
    EXPECT_EQ(part(filled, "word/styles.xml"), "<w:styles  odd='spacing'/>");
}

TEST(DocxForm, StaysByteForByteWhatItWasWhereNothingIsFilled)
{
    EXPECT_EQ(
        part(fill_docx_form(form(), {}).value(), "word/document.xml"),
        part(form(), "word/document.xml")
    );
    EXPECT_EQ(
        fill_docx_form(form(), {{{7, 0, 0}, words("x")}}).value(),
        fill_docx_form(form(), {}).value()
    );
}

TEST(DocxForm, RefusesWhatHasNoTable)
{
    const auto text = write_zip({{"word/document.xml", document("<w:p/>")}});
    EXPECT_EQ(read_docx_form(text).error().problems.front().key, "file.no_table");
    EXPECT_EQ(read_docx_form("no archive").error().problems.front().key, "file.broken_zip");
}

} // namespace
} // namespace tiendo::documents
