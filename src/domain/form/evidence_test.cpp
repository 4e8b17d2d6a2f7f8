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

TEST(Evidence, OfARowThatOnlyCountsIsItsTables)
{
    const auto& tables = activity_tables();
    const auto cadres = std::ranges::find(tables, "women_cadres", &ActivityTable::key);
    EXPECT_EQ(row_item(*cadres, {{"planned", "12"}}), "");
}

} // namespace
} // namespace tiendo
