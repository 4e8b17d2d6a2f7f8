#include "documents/reading/read_plain_text.hpp"
#include "documents/reading/read_plan.hpp"

#include <gtest/gtest.h>

namespace tiendo::documents {
namespace {

std::size_t tasks_in(const std::string& items)
{
    auto document = read_plain_text(
        "KẾ HOẠCH\nThực hiện công tác bình đẳng giới năm 2023\n"
        "III. NHIỆM VỤ, GIẢI PHÁP\n" +
        items + "IV. TỔ CHỨC THỰC HIỆN\n"
    );
    return read_plan(std::move(document).value()).value().tasks.size();
}

TEST(Tasks, AreWholeSentencesEvenIfAScanEndsThemWithAColon)
{
    EXPECT_EQ(
        tasks_in(
            "- Hỗ trợ và tạo điều kiện để cán bộ nữ phát huy vai trò của mình trong các lĩnh vực "
            "phát triển kinh tế - xã hội, an ninh quốc phòng từ các nguồn lực:\n"
            "- Tăng cường kiểm tra việc thực hiện các chính sách đối với lao động nữ.\n"
        ),
        2U
    );
}

TEST(Tasks, AreNotTheWordsThatLeadToThem)
{
    EXPECT_EQ(
        tasks_in(
            "- Các cơ quan, đơn vị, địa phương trên địa bàn huyện căn cứ chức năng, nhiệm vụ được "
            "giao tập trung thực hiện tốt các nội dung sau:\n"
            "- Tăng cường kiểm tra việc thực hiện các chính sách đối với lao động nữ.\n"
        ),
        1U
    );
}

} // namespace
} // namespace tiendo::documents
