#include "app/org/holidays.hpp"
#include "app/period/periods.hpp"
#include "web/pages/sample_visit.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tiendo::web {
namespace {

using testing::HasSubstr;
using testing::Not;

class HolidaysPage : public testing::Test {
protected:
    std::string page(const std::string& login, const char* target)
    {
        return text_of(visited(office_, login, target).value().body);
    }

    int status(const std::string& login, const char* target, const Fields& form)
    {
        const auto answer = posted(office_, login, target, form);
        return answer ? answer->status : 0;
    }

    bool is_working_day(Date day)
    {
        return office_.read(sample_person(office_, "quantri"), [&](app::Work& work) {
            return app::working_days(work).is_working_day(day);
        });
    }

    app::Office office_ = new_sample_office();
};

TEST_F(HolidaysPage, ListsTheDaysOfAnAnnouncedYear)
{
    const auto text = page("saloong", "/ngay-nghi?nam=2024");
    EXPECT_THAT(text, HasSubstr("08/02/2024 Thứ Năm Nghỉ Tết Âm lịch"));
    EXPECT_THAT(text, HasSubstr("04/05/2024 Thứ Bảy Làm bù Làm bù ngày 29/4"));
    EXPECT_THAT(text, Not(HasSubstr("chưa có sẵn")));
    EXPECT_THAT(text, Not(HasSubstr("Thêm ngày")));
}

TEST_F(HolidaysPage, SaysWhatIsMissingInAYearThatIsNotFilledIn)
{
    const auto text = page("chuyenvien", "/ngay-nghi?nam=2033");
    EXPECT_THAT(text, HasSubstr("Chương trình chưa có sẵn thông báo nghỉ năm 2033"));
    EXPECT_THAT(text, HasSubstr("03/05/2033 Thứ Ba Nghỉ Nghỉ bù Ngày Quốc tế lao động"));
}

TEST_F(HolidaysPage, TakesADayOffAndAMadeUpSaturday)
{
    EXPECT_TRUE(is_working_day(date(2026, 2, 17)));
    EXPECT_EQ(
        status(
            "chuyenvien",
            "/ngay-nghi",
            {{"day", "17/02/2026"}, {"kind", "off"}, {"name", "Tết Âm lịch"}}
        ),
        303
    );
    EXPECT_FALSE(is_working_day(date(2026, 2, 17)));
    EXPECT_EQ(
        status(
            "quantri",
            "/ngay-nghi",
            {{"day", "22/08/2026"}, {"kind", "work"}, {"name", "Làm bù ngày 31/8"}}
        ),
        303
    );
    EXPECT_TRUE(is_working_day(date(2026, 8, 22)));
    EXPECT_THAT(
        page("quantri", "/ngay-nghi?nam=2026"),
        HasSubstr("17/02/2026 Thứ Ba Nghỉ Tết Âm lịch cơ quan tự ghi")
    );
}

TEST_F(HolidaysPage, DropsAndRestoresADayThatTheProductBringsAlong)
{
    const Fields listed{{"listed", "2024-04-18"}};
    EXPECT_EQ(status("quantri", "/ngay-nghi/bo", listed), 303);
    EXPECT_TRUE(is_working_day(date(2024, 4, 18)));
    EXPECT_THAT(
        page("quantri", "/ngay-nghi?nam=2024"), HasSubstr("18/04/2024 Thứ Năm Như ngày thường")
    );
    EXPECT_EQ(status("quantri", "/ngay-nghi/bo", listed), 303);
    EXPECT_FALSE(is_working_day(date(2024, 4, 18)));
}

TEST_F(HolidaysPage, RefusesWhatIsNoDayHasNoNameOrIsAWorkingDayAnyway)
{
    EXPECT_EQ(status("quantri", "/ngay-nghi", {{"day", "31/02/2026"}, {"name", "Tết"}}), 422);
    EXPECT_EQ(status("quantri", "/ngay-nghi", {{"day", "17/02/2026"}, {"name", " "}}), 422);
    EXPECT_EQ(
        status(
            "quantri", "/ngay-nghi", {{"day", "18/02/2026"}, {"kind", "work"}, {"name", "Làm bù"}}
        ),
        422
    );
    EXPECT_EQ(status("saloong", "/ngay-nghi", {{"day", "17/02/2026"}, {"name", "Tết"}}), 0);
}

TEST_F(HolidaysPage, MovesTheDeadlineThatIsProposedForAPeriod)
{
    const auto proposed = [this] {
        return office_.read(sample_person(office_, "chuyenvien"), [](app::Work& work) {
            const auto proposal = app::propose(work, PlanId("1"), PeriodId("202406"));
            return iso_minute(proposal->period.deadline);
        });
    };
    EXPECT_EQ(proposed(), "2024-06-14T17:00");
    EXPECT_EQ(
        status(
            "chuyenvien", "/ngay-nghi", {{"day", "14/06/2024"}, {"name", "Nghỉ theo thông báo"}}
        ),
        303
    );
    EXPECT_EQ(proposed(), "2024-06-13T17:00");
}

} // namespace
} // namespace tiendo::web
