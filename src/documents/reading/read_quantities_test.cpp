#include "base/number_text.hpp"
#include "documents/reading/read_quantities.hpp"
#include "domain/plan/plan_fields.hpp"

#include <gtest/gtest.h>

namespace tiendo::documents {
namespace {

/// A plan of 2023 that was written in 2023, unless the phrase says of another.
TargetFrame frame(int from = 2023, int to = 2023)
{
    return {date(from, 1, 1), date(to, 12, 31), from, {}};
}

/// "at_least 56 percent 2023-12-31" for each quantity, one behind the other.
std::string read(const std::string& text, const TargetFrame& in = frame())
{
    std::string all;
    for (const auto& quantity : read_quantities(text, in).quantities) {
        all += all.empty() ? "" : "; ";
        all += std::string(name_of(quantity.comparator)) + " " + vietnamese_number(quantity.value) +
               " " + quantity.unit;
        if (quantity.baseline) all += " after " + vietnamese_number(*quantity.baseline);
        if (quantity.every) all += " each " + std::string(name_of(*quantity.every));
        if (quantity.change) all += *quantity.change == Change::increase ? " more" : " less";
        if (quantity.due && *quantity.due != *in.plan_to) all += " by " + iso_date(*quantity.due);
    }
    return all;
}

struct Phrase {
    const char* text;
    const char* meaning;
    int from = 2023;
    int to = 2023;
};

class RealPhrase : public testing::TestWithParam<Phrase> {};

TEST_P(RealPhrase, IsRead)
{
    const auto& phrase = GetParam();
    EXPECT_EQ(read(phrase.text, frame(phrase.from, phrase.to)), phrase.meaning);
}

// Sentences of plans of several provinces, districts and communes.
INSTANTIATE_TEST_SUITE_P(
    Targets,
    RealPhrase,
    testing::Values(
        Phrase{
            "Đến cuối năm 2023, đạt 56% các cơ quan có lãnh đạo chủ chốt là nữ.",
            "at_least 56 percent"
        },
        Phrase{"Tăng tỷ lệ lao động nữ làm công hưởng lương đạt 50%.", "at_least 50 percent"},
        Phrase{
            "Giảm tỷ trọng lao động nữ trong khu vực nông nghiệp xuống dưới 30%.",
            "below 30 percent"
        },
        Phrase{"Tỷ lệ nữ giám đốc, chủ doanh nghiệp đạt ít nhất 26,05%.", "at_least 26,05 percent"},
        Phrase{
            "Giảm số giờ làm việc nhà của phụ nữ còn 1,6 lần so với nam giới.", "at_most 1,6 ratio"
        },
        Phrase{
            "80% người bị bạo lực được tiếp cận ít nhất một trong các dịch vụ; 50% người gây bạo "
            "lực được tư vấn.",
            "at_least 80 percent; at_least 50 percent"
        },
        Phrase{
            "Tỷ số giới tính khi sinh ở mức 108 bé trai/110 bé gái sinh ra sống.",
            "exactly 108 per_110"
        },
        Phrase{"Tỷ lệ tử vong bà mẹ giảm còn 31,8/100.000.", "at_most 31,8 per_100000"},
        Phrase{
            "Tỷ suất sinh ở vị thành niên giảm từ 55 ca sinh/1.000 phụ nữ xuống 56/1.000 phụ nữ.",
            "at_most 56 per_1000 after 55"
        },
        Phrase{
            "Hoàn thành giáo dục tiểu học đạt trên 94%; trung học cơ sở đạt khoảng 80%.",
            "above 94 percent; about 80 percent"
        },
        Phrase{
            "Duy trì 100% xã, thị trấn mỗi quý có ít nhất 03 tin, bài.",
            "at_least 100 percent each quarter; at_least 3 tin, bài each quarter"
        },
        Phrase{"Nội dung về giới được đưa vào chương trình giảng dạy từ năm 2022 trở đi.", ""},
        Phrase{
            "Tỷ lệ nữ đại biểu đạt 60% vào năm 2025 và 80% vào năm 2030.",
            "at_least 60 percent by 2025-12-31; at_least 80 percent",
            2021,
            2030
        },
        Phrase{
            "Đến năm 2025 đạt 80% và đến năm 2030 đạt 90% cơ sở; đến năm 2025 đạt 50% và đến năm "
            "2030 đạt 70% người dân.",
            "at_least 80 percent by 2025-12-31; at_least 90 percent; at_least 50 percent by "
            "2025-12-31; at_least 70 percent",
            2021,
            2030
        },
        Phrase{
            "Tỷ lệ trẻ em gái đạt không dưới 50% từ năm 2025 trở đi.",
            "at_least 50 percent",
            2021,
            2030
        },
        Phrase{
            "Giảm tỷ lệ tử vong mẹ xuống dưới 42/100.000 vào năm 2030.",
            "below 42 per_100000",
            2021,
            2030
        },
        Phrase{
            "Số doanh nghiệp tăng 10 - 15% so với năm 2025.", "at_least 10 percent more", 2026, 2026
        },
        Phrase{"Mỗi huyện xây dựng ít nhất 01 mô hình.", "at_least 1 mô hình"},
        Phrase{
            "Hằng năm tổ chức ít nhất 02 cuộc truyền thông.",
            "at_least 2 cuộc truyền thông each year"
        },
        Phrase{"Phấn đấu mức giảm tỷ lệ hộ nghèo từ 1 - 1,5% trở lên.", "at_least 1 percent less"},
        Phrase{
            "Nhà trẻ 25%; Mẫu giáo 94%; Tiểu học 100%.",
            "at_least 25 percent; at_least 94 percent; at_least 100 percent"
        },
        Phrase{"Thu nhập bình quân đầu người đạt 65 triệu đồng.", "at_least 65 triệu đồng"},
        Phrase{
            "Thu nhập bình quân đạt 65 triệu đồng/người/năm.", "at_least 65 triệu đồng/người/năm"
        },
        Phrase{
            "Thành lập mới từ 02 doanh nghiệp tư nhân, 02 hợp tác xã và có ít nhất 02 sản phẩm "
            "OCOP đạt 3 sao.",
            "at_least 2 doanh nghiệp tư nhân; at_least 2 hợp tác xã; at_least 2 sản phẩm ocop"
        },
        Phrase{"Không để hình thành điểm nóng.", ""},
        Phrase{
            "Giảm 2% tổng số hộ nghèo và 3% số hộ nghèo dân tộc thiểu số.",
            "at_least 2 percent less; at_least 3 percent less"
        },
        Phrase{"Tốc độ tăng dân số không quá 0,4%.", "at_most 0,4 percent"},
        Phrase{"Hơn 50% doanh nghiệp sử dụng hợp đồng điện tử.", "above 50 percent"},
        Phrase{"Tổng tỷ suất sinh: 2,1 con/phụ nữ.", "at_least 2,1 con/phụ nữ"},
        Phrase{
            "80% doanh nghiệp kết nối năm 2028, 100% năm 2029.",
            "at_least 80 percent by 2028-12-31; at_least 100 percent by 2029-12-31",
            2026,
            2030
        },
        Phrase{"Giảm tỷ lệ hộ nghèo 2-3%/năm.", "at_least 2 percent each year less"},
        Phrase{"Tỷ lệ hộ nghèo còn 5-6%.", "at_most 6 percent"},
        Phrase{"Tỷ lệ bao phủ bảo hiểm y tế đạt 60-70%.", "at_least 60 percent"},
        Phrase{"Rút ngắn 15% thời gian giải quyết thủ tục hành chính.", "at_least 15 percent less"},
        Phrase{"Tăng thêm 03 trường đạt chuẩn quốc gia mức độ 2.", "at_least 3 trường more"},
        Phrase{"03/9 xã đạt chuẩn nông thôn mới.", "at_least 3 xã"},
        Phrase{
            "Tỷ số giới tính khi sinh không vượt quá 111 bé trai/100 bé gái.", "at_most 111 per_100"
        },
        Phrase{"Nâng tỷ lệ che phủ rừng từ 55% lên 57%.", "at_least 57 percent after 55"},
        Phrase{
            "Tỷ lệ hộ nghèo giảm xuống còn 8% (năm 2021: 12%).",
            "at_most 8 percent after 12",
            2022,
            2022
        },
        Phrase{"100% trẻ em từ 6 đến 36 tháng tuổi được uống vitamin A.", "at_least 100 percent"},
        Phrase{"95% phụ nữ từ 15 - 49 tuổi được tư vấn.", "at_least 95 percent"}
    )
);

TEST(ReadQuantities, NoticesANumberWithoutAUnit)
{
    const auto read = read_quantities("Chỉ số cải cách hành chính đạt 85.", frame());
    ASSERT_EQ(read.quantities.size(), 1U);
    EXPECT_EQ(read.quantities.front().unit, "count");
    EXPECT_TRUE(read.unit_unknown);
}

TEST(ReadQuantities, NeverTakesGiamDocForGiam)
{
    EXPECT_EQ(read("Tỷ lệ giám đốc là nữ 30%."), "at_least 30 percent");
}

} // namespace
} // namespace tiendo::documents
