#include "documents/reading/confined_forms.hpp"
#include "documents/writing/write_docx.hpp"

#include <gtest/gtest.h>

namespace tiendo::documents {
namespace {

Runs words(const char* text)
{
    Run run;
    run.text = text;
    return {run};
}

std::string form()
{
    OfficialDocument document;
    document.type_name = "BIỂU";
    Table table;
    table.columns = {{"Chỉ tiêu", 60}, {"Kết quả", 40}};
    table.rows = {{{words("3.2a"), {}}, false}, {{words("3.2b"), {}}, false}};
    document.body = {table};
    return write_docx(document);
}

/// The last table: those before it set the head of the document.
std::vector<std::vector<std::string>> last_table(const FormTables& tables)
{
    if (tables.size() < 2) return {};
    return tables[tables.size() - 2].rows;
}

TEST(ConfinedForms, AreReadAndFilledInTheConfinedProcess)
{
    const ConfinedForms reader(TIENDO_READER);
    const auto tables = reader.read(form(), FormFile::document);
    ASSERT_TRUE(tables) << tables.error().problems.front().key;
    const std::vector<std::vector<std::string>> empty{
        {"Chỉ tiêu", "Kết quả"}, {"3.2a", ""}, {"3.2b", ""}
    };
    ASSERT_EQ(last_table(*tables), empty);
    const int table = static_cast<int>(tables->size()) - 2;
    const auto filled =
        reader.fill(form(), FormFile::document, {{{table, 1, 1}, {.text = "85,00%"}}});
    ASSERT_TRUE(filled) << filled.error().problems.front().key;
    EXPECT_EQ(last_table(reader.read(*filled, FormFile::document).value())[1][1], "85,00%");
}

TEST(ConfinedForms, RefuseWhatIsNoFormWithItsReason)
{
    const ConfinedForms reader(TIENDO_READER);
    for (const auto file : {FormFile::document, FormFile::workbook}) {
        const auto read = reader.read("no archive", file);
        EXPECT_EQ(read.error().problems.front().key, "file.broken_zip");
        const auto filled = reader.fill("no archive", file, {});
        EXPECT_EQ(filled.error().problems.front().key, "file.broken_zip");
    }
}

TEST(ConfinedForms, AreOfTheKindThatNameAndBytesSay)
{
    const auto key = [](std::string_view bytes, std::string_view name) {
        const auto form = uploaded_form(bytes, name);
        return form ? form->name : form.error().problems.front().key;
    };
    EXPECT_EQ(key("PK", "bieu.DOCX"), "bieu.DOCX");
    EXPECT_EQ(key("PK", "bieu.xlsx"), "bieu.xlsx");
    EXPECT_EQ(uploaded_form("PK", "bieu.xlsx")->file, FormFile::workbook);
    EXPECT_EQ(key("%PDF-", "bieu.pdf"), "file.no_form");
    EXPECT_EQ(key("no archive", "bieu.xlsx"), "file.no_form");
}

} // namespace
} // namespace tiendo::documents
