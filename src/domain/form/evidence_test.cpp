#include "domain/form/evidence.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace tiendo {
namespace {

using namespace std::string_view_literals;

std::string refusal(std::string_view bytes, const EvidenceCount& kept = {})
{
    const auto kind = check_evidence(bytes, kept);
    return kind ? name_of(*kind) : kind.error().problems.at(0).key;
}

TEST(Evidence, IsKnownByItsFirstBytesAndNotByItsName)
{
    EXPECT_EQ(refusal("%PDF-1.7 …"), "pdf");
    EXPECT_EQ(refusal("\xff\xd8\xff\xe0"sv), "jpg");
    EXPECT_EQ(refusal("\x89PNG\r\n\x1a\n…"sv), "png");
    EXPECT_EQ(refusal("PK\x03\x04…word/document.xml…"sv), "docx");
    EXPECT_EQ(refusal("PK\x03\x04…xl/workbook.xml…"sv), "xlsx");
}

TEST(Evidence, IsNothingThatActs)
{
    EXPECT_EQ(refusal("<html><script>"), "evidence.unknown_kind");
    EXPECT_EQ(refusal("<svg xmlns="), "evidence.unknown_kind");
    EXPECT_EQ(refusal("MZ\x90"), "evidence.unknown_kind");
    EXPECT_EQ(refusal("PK\x03\x04…xl/workbook.xml…xl/vbaProject.bin"sv), "evidence.unknown_kind");
    EXPECT_EQ(refusal("PK\x03\x04…a.exe"sv), "evidence.unknown_kind");
}

TEST(Evidence, HasItsLimits)
{
    EXPECT_EQ(refusal(""), "evidence.no_file");
    EXPECT_EQ(refusal("%PDF-" + std::string(evidence_bytes_max, ' ')), "evidence.too_large");
    EXPECT_EQ(refusal("%PDF-", {.of_item = 4, .of_report = 59}), "pdf");
    EXPECT_EQ(refusal("%PDF-", {.of_item = 5, .of_report = 5}), "evidence.too_many");
    EXPECT_EQ(refusal("%PDF-", {.of_item = 0, .of_report = 60}), "evidence.too_many_of_report");
}

TEST(Evidence, OfARowHangsOnWhatTheRowIsCalledAndNotOnItsPlace)
{
    const auto& tables = activity_tables();
    const auto documents = std::ranges::find(tables, "documents", &ActivityTable::key);
    const ActivityRow row{{"number", "12/CV"}, {"title", "Đôn  đốc"}, {"date", "2023-05-04"}};
    EXPECT_EQ(row_name(*documents, row), "12/CV, Đôn đốc");
    const auto item = row_item(*documents, row);
    EXPECT_EQ(item.substr(0, 19), "activity/documents/");
    EXPECT_EQ(row_item(*documents, {{"number", "12/CV"}, {"title", "đôn đốc"}}), item);
    EXPECT_NE(row_item(*documents, {{"number", "13/CV"}, {"title", "Đôn đốc"}}), item);
}

class RenamedRows : public testing::Test {
protected:
    static ActivityRow row(const char* number, const char* title, const char* date = "")
    {
        return {{"number", number}, {"title", title}, {"date", date}};
    }
    std::string item(const ActivityRow& row) const { return row_item(table_, row); }

    const ActivityTable& table_ =
        *std::ranges::find(activity_tables(), "documents", &ActivityTable::key);
    const ActivityRow first_ = row("12/CV", "Đôn đốc", "2023-05-04");
    const ActivityRow second_ = row("13/KH", "Kế hoạch", "2023-06-05");
    const ActivityRow corrected_ = row("12/CV-UBND", "Đôn đốc", "2023-05-04");
};

TEST_F(RenamedRows, AreKnownByTheirPlaceOrByWhatTheyHoldBesides)
{
    const std::map<std::string, std::string> expected{{item(first_), item(corrected_)}};
    EXPECT_EQ(renamed_rows(table_, {first_, second_}, {corrected_, second_}), expected);
    EXPECT_EQ(renamed_rows(table_, {first_, second_}, {second_, corrected_}), expected);
    EXPECT_EQ(
        renamed_rows(table_, {first_, second_}, {second_, row("14", "Mới"), corrected_}), expected
    );
    const auto another_day = row("12/CV-UBND", "Đôn đốc", "2023-05-06");
    EXPECT_EQ(
        renamed_rows(table_, {first_}, {another_day}),
        (std::map<std::string, std::string>{{item(first_), item(another_day)}})
    );
}

TEST_F(RenamedRows, AreNoneWhereARowWentOrCame)
{
    EXPECT_TRUE(renamed_rows(table_, {first_, second_}, {second_}).empty());
    EXPECT_TRUE(renamed_rows(table_, {first_}, {first_, second_}).empty());
    EXPECT_TRUE(renamed_rows(table_, {first_}, {first_, corrected_}).empty());
    EXPECT_TRUE(renamed_rows(table_, {first_, second_}, {second_, first_}).empty());
}

TEST(Evidence, OfARowThatOnlyCountsIsItsTables)
{
    const auto& tables = activity_tables();
    const auto cadres = std::ranges::find(tables, "women_cadres", &ActivityTable::key);
    EXPECT_EQ(row_item(*cadres, {{"planned", "12"}}), "");
}

} // namespace
} // namespace tiendo
