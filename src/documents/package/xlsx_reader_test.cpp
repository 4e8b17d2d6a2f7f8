#include "documents/package/xlsx_reader.hpp"
#include "documents/package/xlsx_styles.hpp"
#include "documents/package/zip_writer.hpp"

#include <gtest/gtest.h>

namespace tiendo::documents {
namespace {

const std::string relation_type =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string relation(const std::string& id, const std::string& type, const std::string& target)
{
    return "<Relationship Id=\"" + id + "\" Type=\"" + relation_type + type + "\" Target=\"" +
           target + "\"/>";
}

/// A workbook with one sheet, its texts and its number formats.
std::vector<PackageFile> parts(const std::string& sheet_data, const std::string& workbook_more = "")
{
    return {
        {"_rels/.rels",
         "<Relationships>" + relation("a", "officeDocument", "xl/workbook.xml") + "</Relationships>"
        },
        {"xl/workbook.xml",
         "<workbook>" + workbook_more +
             "<sheets><sheet name=\"Biểu 1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         "<Relationships>" + relation("r1", "worksheet", "worksheets/sheet1.xml") +
             relation("r2", "styles", "styles.xml") +
             relation("r3", "sharedStrings", "sharedStrings.xml") + "</Relationships>"},
        {"xl/styles.xml",
         "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd\\/mm\\/yyyy\"/></numFmts>"
         "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"10\"/></cellXfs>"
         "</styleSheet>"},
        {"xl/sharedStrings.xml",
         "<sst><si><t>không</t></si><si><r><t xml:space=\"preserve\">phát "
         "</t></r><r><t>sinh</t></r>"
         "</si></sst>"},
        {"xl/worksheets/sheet1.xml", "<worksheet>" + sheet_data + "</worksheet>"},
    };
}

Result<std::vector<Sheet>> read(const std::vector<PackageFile>& files)
{
    return unpack_xlsx(write_zip(files));
}

std::string refusal(const Result<std::vector<Sheet>>& read)
{
    return read ? "read" : read.error().problems.front().key;
}

std::vector<SheetCell> cells(const std::string& row, const std::string& more = "")
{
    const auto sheets = read(parts("<sheetData><row r=\"7\">" + row + "</row></sheetData>", more));
    EXPECT_TRUE(sheets) << refusal(sheets);
    if (!sheets || sheets->at(0).rows.empty()) return {};
    EXPECT_EQ(sheets->at(0).rows.at(0).number, 7);
    return sheets->at(0).rows.at(0).cells;
}

TEST(XlsxReader, TellsEveryKindOfCell)
{
    const auto found = cells(
        R"(<c r="A7" t="s"><v>1</v></c><c r="B7"><v>26.050000000000001</v></c>)"
        R"(<c r="C7" s="1"><v>45268</v></c><c r="D7" s="2"><v>0.2605</v></c>)"
        R"(<c r="E7" t="b"><v>1</v></c><c r="F7" t="e"><v>#REF!</v></c>)"
        R"(<c r="G7"><f>A1+B1</f><v>12</v></c><c r="H7" t="str"><f>A1</f><v>KPS</v></c>)"
        R"(<c r="I7" t="inlineStr"><is><t>12 vụ</t></is></c><c r="J7"/><c r="AA7"><v>1E+05</v></c>)"
    );
    using enum SheetCellKind;
    EXPECT_EQ(
        found,
        (std::vector<SheetCell>{
            {1, text, "phát sinh", false},
            {2, number, "26.05", false},
            {3, date, "2023-12-08", false},
            {4, percent, "26.05", false},
            {5, boolean, "1", false},
            {6, error, "#REF!", false},
            {7, number, "12", true},
            {8, text, "KPS", true},
            {9, text, "12 vụ", false},
            {27, number, "100000", false},
        })
    );
}

TEST(XlsxReader, CountsDaysFrom1904WhereTheWorkbookDoes)
{
    const auto found =
        cells("<c r=\"A7\" s=\"1\"><v>43806</v></c>", "<workbookPr date1904=\"1\"/>");
    EXPECT_EQ(found.at(0).text, "2023-12-08");
}

TEST(XlsxReader, KnowsTheDayThatExcelInvented)
{
    EXPECT_EQ(day_of_serial(59, false), "1900-02-28");
    EXPECT_EQ(day_of_serial(60, false), "");
    EXPECT_EQ(day_of_serial(61, false), "1900-03-01");
    EXPECT_EQ(day_of_serial(0.4375, false), "");
}

TEST(XlsxReader, TellsDaysFromNumbersByTheirFormat)
{
    using enum SheetCellKind;
    EXPECT_EQ(kind_of_number_format("d/m/yy"), date);
    EXPECT_EQ(kind_of_number_format("[$-42A]dd mmmm yyyy;@"), date);
    EXPECT_EQ(kind_of_number_format("#,##0.00 \"đồng\""), number);
    EXPECT_EQ(kind_of_number_format("[Red]0.0"), number);
    EXPECT_EQ(kind_of_number_format("0.0%"), percent);
    EXPECT_EQ(kind_of_number_format("General"), number);
    EXPECT_EQ(kind_of_number_format("@"), number);
}

TEST(XlsxReader, WritesNumbersAsExcelShowsThem)
{
    EXPECT_EQ(plain_number("0.1"), "0.1");
    EXPECT_EQ(plain_number("2.6049999999999995E-2"), "0.02605");
    EXPECT_EQ(plain_number("-1234567"), "-1234567");
    EXPECT_EQ(plain_number("0.28999999999999998", 2), "29");
    EXPECT_EQ(plain_number("0"), "0");
    EXPECT_EQ(plain_number("abc"), "");
}

TEST(XlsxReader, ReadsNamesWithAPrefixAndRowsWithoutNumbers)
{
    auto files = parts("");
    files.back().bytes = "<?xml version=\"1.0\"?><x:worksheet><x:sheetData><x:row><x:c><x:v>5</x:v>"
                         "</x:c></x:row><x:row><x:c><x:v>6</x:v></x:c></x:row></x:sheetData>"
                         "</x:worksheet>";
    const auto sheets = read(files);
    ASSERT_TRUE(sheets) << refusal(sheets);
    ASSERT_EQ(sheets->at(0).rows.size(), 2U);
    EXPECT_EQ(sheets->at(0).rows[1].number, 2);
    EXPECT_EQ(sheets->at(0).rows[1].cells.at(0).text, "6");
}

TEST(XlsxReader, TakesAnEmptySheetForOne)
{
    EXPECT_EQ(refusal(read(parts("<sheetData/>"))), "read");
}

TEST(XlsxReader, RefusesASheetThatWasCutOff)
{
    const std::string row = "<row r=\"1\"><c r=\"A1\"><v>5</v></c></row>";
    EXPECT_EQ(refusal(read(parts("<sheetData>" + row))), "file.broken_xlsx");
    EXPECT_EQ(refusal(read(parts("<sheetData>" + row + "<row r=\"2\"><c"))), "file.broken_xlsx");
    auto bytes = write_zip(parts("<sheetData>" + row + "</sheetData>"));
    bytes.resize(bytes.size() / 2);
    EXPECT_EQ(refusal(unpack_xlsx(bytes)), "file.broken_zip");
}

TEST(XlsxReader, OpensNoEntityAndNoMacro)
{
    auto files = parts("<sheetData/>");
    files.back().bytes = "<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet><sheetData><row><c><v>&b;</v>"
                         "</c></row></sheetData></worksheet>";
    EXPECT_EQ(refusal(read(files)), "file.bomb");
    files = parts("<sheetData/>");
    files.push_back({"xl/vbaProject.bin", "x"});
    EXPECT_EQ(refusal(read(files)), "file.macros");
}

TEST(XlsxReader, RefusesMoreRowsThanTheLimit)
{
    std::string rows;
    for (int i = 0; i < 200'001; ++i)
        rows += "<row/>";
    EXPECT_EQ(refusal(read(parts("<sheetData>" + rows + "</sheetData>"))), "file.too_many_rows");
}

TEST(XlsxReader, DoesNotMindDeepNesting)
{
    std::string deep;
    for (int i = 0; i < 100'000; ++i)
        deep += "<c>";
    const auto read_deep = read(parts("<sheetData><row>" + deep + "</row></sheetData>"));
    EXPECT_EQ(refusal(read_deep), "file.broken_xlsx");
}

} // namespace
} // namespace tiendo::documents
