#include "documents/reading/read_plain_text.hpp"
#include "documents/reading/read_plan.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tiendo::documents {
namespace {

std::size_t findings_of(const std::string& targets, const std::string& code)
{
    auto document = read_plain_text(
        "KẾ HOẠCH\nGiảm nghèo bền vững năm 2025\n"
        "I. MỤC TIÊU\n" +
        targets + "II. TỔ CHỨC THỰC HIỆN\n"
    );
    const auto plan = read_plan(std::move(document).value()).value();
    return static_cast<std::size_t>(std::count_if(
        plan.findings.begin(),
        plan.findings.end(),
        [&](const auto& finding) { return finding.code == code; }
    ));
}

TEST(Baselines, AreOfAnotherQuantityWhereAWordNarrowsIt)
{
    EXPECT_EQ(
        findings_of(
            "1. Tỷ lệ hộ nghèo giảm từ 8,5% xuống còn 6%.\n"
            "2. Tỷ lệ hộ cận nghèo giảm từ 5% xuống còn 4%.\n",
            "baseline_inconsistent"
        ),
        0U
    );
}

TEST(Baselines, AreInconsistentWhereOneQuantityStartsTwice)
{
    EXPECT_EQ(
        findings_of(
            "1. Tỷ lệ hộ nghèo giảm từ 8,5% xuống còn 6%.\n"
            "2. Tỷ lệ hộ nghèo trên địa bàn xã giảm từ 9,2% xuống còn 6%.\n",
            "baseline_inconsistent"
        ),
        1U
    );
}

TEST(Units, AreAskedForWhereANumberHasNone)
{
    EXPECT_EQ(findings_of("1. Chỉ số hài lòng của người dân đạt 85.\n", "unit_unknown"), 1U);
}

} // namespace
} // namespace tiendo::documents
