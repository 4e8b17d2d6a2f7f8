#include "web/pages/sample_visit.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tiendo::web {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* address = "/ke-hoach/1/tong-hop/2023/y-kien/uu-diem";
constexpr const char* report_address = "/ke-hoach/1/tong-hop?ky=2023";

class OpinionsPage : public testing::Test {
protected:
    std::string page(const char* login = "chuyenvien", const char* target = address)
    {
        const auto answer = visited(office_, login, target);
        return answer ? answer->body : answer.error().problems.front().key;
    }

    /// What the page would send as it stands: the keys by their number.
    std::vector<std::string> keys()
    {
        std::vector<std::string> keys;
        const auto body = page();
        for (int i = 0;; ++i) {
            const auto start = "name=\"key." + std::to_string(i) + "\" value=\"";
            const auto at = body.find(start);
            if (at == std::string::npos) return keys;
            const auto from = at + start.size();
            keys.push_back(body.substr(from, body.find('"', from) - from));
        }
    }

    std::string save(const Fields& form)
    {
        const auto answer = posted(office_, "chuyenvien", address, form);
        return answer ? std::to_string(answer->status) : answer.error().problems.front().key;
    }

    std::string report() { return text_of(page("pct", report_address)); }

    app::Office office_ = new_sample_office();
};

TEST_F(OpinionsPage, SaysWhoSaidWhat)
{
    const auto shown = text_of(page());
    EXPECT_THAT(shown, HasSubstr("Ưu điểm do các đơn vị nêu – Năm 2023"));
    EXPECT_THAT(
        shown,
        HasSubstr("Mô hình địa chỉ tin cậy ở thôn, làng hoạt động đều. Ủy ban nhân dân xã Bờ Y")
    );
    EXPECT_THAT(text_of(page("pct")), Not(HasSubstr("Lưu lựa chọn")));
    EXPECT_EQ(page("saloong"), "access.forbidden");
    EXPECT_EQ(page("pct", "/ke-hoach/1/tong-hop/2023/y-kien/khac"), "opinions.no_such_part");
}

TEST_F(OpinionsPage, LeavesOutMergesAndWordsAnewForTheReport)
{
    const auto all = keys();
    ASSERT_GE(all.size(), 3u);
    EXPECT_EQ(
        save(
            {{"revision", "0"},
             {"key.0", all[0]},
             {"use.0", "used"},
             {"words.0", "Cấp ủy, chính quyền quan tâm chỉ đạo."},
             {"key.1", all[1]},
             {"use.1", "left_out"},
             {"key.2", all[2]},
             {"use.2", "under:" + all[0]}}
        ),
        "303"
    );
    EXPECT_THAT(report(), HasSubstr("Cấp ủy, chính quyền quan tâm chỉ đạo."));
    EXPECT_THAT(report(), Not(HasSubstr("ký cam kết ở 16 trong 16 tổ chức")));
    EXPECT_THAT(report(), Not(HasSubstr("tin, bài được đăng đều ở cả bốn quý")));
    const auto shown = text_of(page());
    EXPECT_THAT(
        shown, HasSubstr("Không đưa vào báo cáo Hoàn thành việc phổ biến, ký cam kết ở 16 trong")
    );
    EXPECT_THAT(shown, HasSubstr("(xã Bờ Y, thị trấn Plei Kần)."));
    EXPECT_THAT(shown, HasSubstr("Câu ghép từ ý kiến đơn vị:"));
    EXPECT_EQ(keys().size(), all.size());
}

TEST_F(OpinionsPage, MovesASentenceBeforeTheOneWhosePlaceItTakes)
{
    const auto all = keys();
    Fields form{{"revision", "0"}};
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto id = std::to_string(i);
        form.add("key." + id, all[i]);
        form.add("use." + id, "used");
        form.add("place." + id, i == 2 ? "1" : std::to_string(i + 1));
    }
    EXPECT_EQ(save(form), "303");
    const auto now = keys();
    EXPECT_EQ(now[0], all[2]);
    EXPECT_EQ(now[1], all[0]);
    EXPECT_EQ(now[2], all[1]);
}

TEST_F(OpinionsPage, LetsTheUnitsOwnWordsStandAgain)
{
    const auto first = keys().front();
    const auto with = [&](const char* revision, const char* words) {
        return save(
            {{"revision", revision}, {"key.0", first}, {"use.0", "used"}, {"words.0", words}}
        );
    };
    EXPECT_EQ(with("0", "Lời của văn phòng."), "303");
    EXPECT_THAT(report(), HasSubstr("Lời của văn phòng."));
    EXPECT_EQ(with("1", ""), "303");
    EXPECT_THAT(report(), Not(HasSubstr("Lời của văn phòng.")));
    EXPECT_THAT(report(), HasSubstr("Mô hình địa chỉ tin cậy ở thôn, làng hoạt động đều"));
}

TEST_F(OpinionsPage, RefusesWhatDoesNotFit)
{
    const auto all = keys();
    EXPECT_EQ(
        save({{"revision", "0"}, {"key.0", all[0]}, {"use.0", "under:" + all[1]}}),
        "opinions.merged_under_none"
    );
    EXPECT_EQ(
        save({{"revision", "0"}, {"key.0", all[0]}, {"use.0", "used"}, {"place.0", "một"}}),
        "opinions.place_invalid"
    );
    EXPECT_EQ(
        save({{"revision", "0"}, {"key.0", "strengths/bo-y/00000000"}, {"use.0", "used"}}),
        "opinions.gone"
    );
    EXPECT_EQ(save({{"revision", "0"}, {"key.0", all[0]}, {"use.0", "left_out"}}), "303");
    EXPECT_EQ(
        save({{"revision", "0"}, {"key.0", all[0]}, {"use.0", "used"}}), "store.changed_meanwhile"
    );
}

} // namespace
} // namespace tiendo::web
