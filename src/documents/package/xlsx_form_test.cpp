#include "documents/exchange/superior_form_json.hpp"
#include "documents/package/xlsx_form.hpp"
#include "documents/package/zip_reader.hpp"
#include "documents/package/zip_writer.hpp"

#include <gtest/gtest.h>

namespace tiendo::documents {
namespace {

constexpr const char* head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n";
const std::string main_ns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const std::string relation_ns =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

std::string relation(const char* id, const std::string& type, const char* target)
{
    return "<Relationship Id=\"" + std::string(id) + "\" Type=\"" + relation_ns + "/" + type +
           "\" Target=\"" + target + "\"/>";
}

std::string relations(const std::string& inside)
{
    return head + ("<Relationships "
                   "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
                   inside + "</Relationships>");
}

/// Style 1 shows percentages, 2 days, 3 is a column's.
constexpr const char* styles =
    R"(<styleSheet><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="14"/><xf numFmtId="4"/></cellXfs></styleSheet>)";

constexpr const char* sheet =
    R"(<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:C6"/><cols><col min="4" max="4" width="9" style="3"/></cols><sheetData>)"
    R"(<row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="B1" s="2"/></row>)"
    R"(<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="inlineStr"><is><t>Thực hiện</t></is></c><c r="C2"><v>2023</v></c></row>)"
    R"(<row r="4" ht="20" customHeight="1"><c r="A4" t="str"><v>3.2a</v></c><c r="B4" s="1"/><c r="C4"><f>B4*2</f><v>7</v></c></row>)"
    R"(<row r="6"><c r="A6" s="1"/><c r="C6" t="str"><f t="array" ref="C6:C7">X</f><v>cũ</v></c></row>)"
    R"(</sheetData><mergeCells count="1"><mergeCell ref="A1:A1"/><mergeCell ref="B2:C2"/></mergeCells><pageMargins left="0.7"/>)";

std::string workbook(const std::string& sheet_body = sheet, const char* calculation = "")
{
    const auto root = "<worksheet xmlns=\"" + main_ns + "\">";
    const auto book = "<workbook xmlns=\"" + main_ns + "\" xmlns:r=\"" + relation_ns +
                      "\"><sheets><sheet name=\"Biểu 1\" sheetId=\"1\" r:id=\"r1\"/><sheet "
                      "name=\"Ẩn\" sheetId=\"2\" state=\"hidden\" r:id=\"r2\"/></sheets>" +
                      calculation + "<oleSize ref=\"A1\"/></workbook>";
    return write_zip(
        {{"[Content_Types].xml", "<Types  odd='spacing'/>"},
         {"_rels/.rels", relations(relation("r1", "officeDocument", "xl/workbook.xml"))},
         {"xl/workbook.xml", head + book},
         {"xl/_rels/workbook.xml.rels",
          relations(
              relation("r1", "worksheet", "worksheets/sheet1.xml") +
              relation("r2", "worksheet", "worksheets/sheet2.xml") +
              relation("r3", "sharedStrings", "sharedStrings.xml") +
              relation("r4", "styles", "styles.xml")
          )},
         {"xl/sharedStrings.xml",
          R"(<sst><si><t>Ngày báo cáo</t></si><si><r><t>Chỉ </t></r><r><t>tiêu</t></r></si></sst>)"
         },
         {"xl/styles.xml", styles},
         {"xl/worksheets/sheet1.xml", head + root + sheet_body + "</worksheet>"},
         {"xl/worksheets/sheet2.xml",
          root + "<sheetData><row  r='1'><c r='A1'><v>1</v></c></row></sheetData></worksheet>"}}
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

FilledCell percent(int value)
{
    auto cell = words("85,00%");
    cell.number = Decimal(value);
    cell.is_percent = true;
    return cell;
}

std::string filled_sheet(const FilledCells& cells)
{
    return part(fill_xlsx_form(workbook(), cells).value(), "xl/worksheets/sheet1.xml");
}

TEST(XlsxForm, ShowsTextsAndWhatWaitsFormulasAndMergedCellsApart)
{
    const auto tables = read_xlsx_form(workbook()).value();
    ASSERT_EQ(tables.size(), 2U);
    const auto& table = tables[0];
    EXPECT_EQ(table.name, "Biểu 1");
    EXPECT_EQ(
        table.rows,
        (std::vector<std::vector<std::string>>{
            {"Ngày báo cáo", "", ""},
            {"Chỉ tiêu", "Thực hiện", "2.023"},
            {"", "", ""},
            {"3.2a", "", "7"},
            {"", "", ""},
            {"", "", "cũ"}
        })
    );
    EXPECT_EQ(table.formulas, (std::set<std::pair<int, int>>{{3, 2}, {5, 2}}));
    EXPECT_EQ(table.continued.at({1, 2}), std::pair(1, 1));
    EXPECT_TRUE(tables[1].is_hidden);
    EXPECT_TRUE(tables[1].rows.empty());
    EXPECT_TRUE(is_workbook(tables));
    EXPECT_EQ(parse_form_tables(to_json(tables)).value(), tables);
}

TEST(XlsxForm, IsFilledWithNumbersAsTheCellsFormatShowsThem)
{
    auto day = words("11/12/2023");
    day.day = date(2023, 12, 11);
    const auto xml = filled_sheet({{{0, 0, 1}, day}, {{0, 3, 1}, percent(85)}});
    EXPECT_NE(xml.find(R"(<c r="B1" s="2"><v>45271</v></c>)"), std::string::npos) << xml;
    EXPECT_NE(xml.find(R"(<c r="B4" s="1"><v>0.85</v></c>)"), std::string::npos) << xml;
}

TEST(XlsxForm, WritesPercentagesAsTheyAreSaidWhereTheCellShowsPlainNumbers)
{
    const auto xml = filled_sheet({{{0, 2, 0}, percent(85)}, {{0, 3, 3}, words("<17/20> & \x01")}});
    // A new row in its place, and a new cell in the look of its column.
    EXPECT_NE(
        xml.find(R"(</row><row r="3"><c r="A3"><v>85</v></c></row><row r="4" ht="20")"),
        std::string::npos
    ) << xml;
    EXPECT_NE(
        xml.find(
            R"(<c r="D4" s="3" t="inlineStr"><is><t xml:space="preserve">&lt;17/20&gt; &amp; </t></is></c></row>)"
        ),
        std::string::npos
    ) << xml;
    EXPECT_NE(xml.find(R"(<dimension ref="A1:D6"/>)"), std::string::npos);
}

TEST(XlsxForm, NeverWritesOverAFormulaAndForgetsWhatFormulasResultedIn)
{
    const auto bytes =
        fill_xlsx_form(workbook(), {{{0, 3, 2}, words("x")}, {{0, 6, 2}, words("x")}}).value();
    const auto xml = part(bytes, "xl/worksheets/sheet1.xml");
    EXPECT_NE(xml.find(R"(<c r="C4"><f>B4*2</f></c>)"), std::string::npos) << xml;
    EXPECT_NE(xml.find(R"(<c r="C6"><f t="array" ref="C6:C7">X</f></c>)"), std::string::npos);
    EXPECT_EQ(xml.find("r=\"C7\""), std::string::npos); // of the area that C6 fills
    EXPECT_NE(
        part(bytes, "xl/workbook.xml").find(R"(</sheets><calcPr fullCalcOnLoad="1"/><oleSize)"),
        std::string::npos
    );
}

TEST(XlsxForm, KeepsHowTheWorkbookIsCalculatedOtherwise)
{
    const auto bytes =
        workbook(sheet, R"(<calcPr calcId="191029" iterate="1" fullCalcOnLoad="0"/>)");
    EXPECT_NE(
        part(fill_xlsx_form(bytes, {}).value(), "xl/workbook.xml")
            .find(R"(<calcPr calcId="191029" iterate="1" fullCalcOnLoad="1"/>)"),
        std::string::npos
    );
}

TEST(XlsxForm, LeavesEverythingElseByteForByte)
{
    const auto before = workbook();
    const auto after = fill_xlsx_form(before, {{{0, 3, 1}, percent(85)}}).value();
    auto archive = ZipReader::open(before);
    for (const auto& path : archive->paths()) {
        if (path != "xl/workbook.xml" && path != "xl/worksheets/sheet1.xml") {
            EXPECT_EQ(part(after, path), part(before, path)) << path;
        }
    }
    const auto xml = part(after, "xl/worksheets/sheet1.xml");
    EXPECT_TRUE(xml.starts_with(head));
    EXPECT_NE(
        xml.find(R"(<row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="B1" s="2"/>)"),
        std::string::npos
    );
    EXPECT_NE(xml.find(R"(<pageMargins left="0.7"/>)"), std::string::npos);
}

TEST(XlsxForm, StaysWhollyAsItWasWhereNothingIsFilledAndNothingIsComputed)
{
    const auto plain =
        workbook(R"(<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>)");
    EXPECT_EQ(fill_xlsx_form(plain, {}).value(), fill_xlsx_form(plain, {{{7, 0, 0}, {}}}).value());
    EXPECT_EQ(
        part(fill_xlsx_form(plain, {}).value(), "xl/workbook.xml"), part(plain, "xl/workbook.xml")
    );
}

TEST(XlsxForm, RefusesWhatIsNoWorkbookAndOneWithoutWords)
{
    EXPECT_EQ(read_xlsx_form("PK").error().problems.front().key, "file.broken_zip");
    EXPECT_EQ(
        read_xlsx_form(workbook("<sheetData/>")).error().problems.front().key, "file.no_cells"
    );
}

TEST(XlsxForm, CarriesItsCellsToTheReaderAndBack)
{
    auto day = words("11/12/2023");
    day.day = date(2023, 12, 11);
    const FilledCells cells{{{0, 0, 1}, day}, {{0, 3, 1}, percent(85)}};
    EXPECT_EQ(parse_filled_cells(to_json(cells)).value(), cells);
}

} // namespace
} // namespace tiendo::documents
