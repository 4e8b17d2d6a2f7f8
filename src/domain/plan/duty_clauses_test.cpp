#include "domain/plan/duty_clauses.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

using Clauses = std::vector<std::string>;

TEST(DutyClauses, AreTheSentencesOfTheDuty)
{
    EXPECT_EQ(
        duty_clauses("Bố trí cán bộ làm công tác bình đẳng giới. Chỉ đạo phối hợp liên ngành.\n"
                     "Tổ chức kiểm tra, giám sát; Thực hiện nghiêm chế độ báo cáo."),
        (Clauses{
            "Bố trí cán bộ làm công tác bình đẳng giới.",
            "Chỉ đạo phối hợp liên ngành.",
            "Tổ chức kiểm tra, giám sát; Thực hiện nghiêm chế độ báo cáo."
        })
    );
}

TEST(DutyClauses, KeepTheWordsThatOnlyLeadToAList)
{
    EXPECT_EQ(
        duty_clauses("Xây dựng Kế hoạch tại địa phương. Trong đó lưu ý:\nHuy động nguồn lực."),
        (Clauses{"Xây dựng Kế hoạch tại địa phương. Trong đó lưu ý:", "Huy động nguồn lực."})
    );
}

TEST(DutyClauses, AreNotPartedAfterAnAbbreviation)
{
    EXPECT_EQ(duty_clauses("Phối hợp với TP. Kon Tum thực hiện NĐ. Chính phủ.").size(), 1u);
}

TEST(DutyClauses, OfNoTextAreNone)
{
    EXPECT_TRUE(duty_clauses("").empty());
}

} // namespace
} // namespace tiendo
