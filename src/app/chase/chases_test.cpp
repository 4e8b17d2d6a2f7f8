#include "app/chase/chase_office.hpp"
#include "app/chase/chases.hpp"
#include "app/chase/letters.hpp"
#include "app/period/office_tables.hpp"
#include "documents/exchange/official_document_json.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

/// What the office does with the reports of several units at once, and what the ledger says then.
namespace tiendo::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class ActsOnUnits : public testing::Test {
protected:
    std::string act(ActOnUnits act)
    {
        const auto done_so = district_.office().write(district_.monitor, [&](Work& work) {
            return act_on_units(work, ChaseOffice::plan, ChaseOffice::period, act);
        });
        return done_so ? std::string() : done_so.error().problems.front().key;
    }

    Chase look()
    {
        return district_.office()
            .read(
                district_.monitor,
                [](Work& work) { return chase(work, ChaseOffice::plan, ChaseOffice::period); }
            )
            .value();
    }

    ChaseLine line(const char* unit)
    {
        for (auto& line : look().lines)
            if (line.dues.unit.id == UnitId(unit)) return line;
        return {};
    }

    std::string state_of(const char* unit) { return name_of(line(unit).dues.lines.front().state); }

    ChaseOffice district_;
    const std::vector<UnitId> two_communes_{UnitId("sa-loong"), UnitId("dak-duc")};
    const Instant thursday_ = instant_of({date(2023, 12, 14), 17, 0});
};

TEST_F(ActsOnUnits, GivesMoreTimeToSeveralAndExcusesThem)
{
    EXPECT_EQ(act({ChaseAct::extend, two_communes_, "Mưa lũ", thursday_}), "");
    const auto extended = line("sa-loong");
    EXPECT_EQ(extended.dues.deadline, thursday_);
    EXPECT_EQ(extended.dues.lines.front().lateness, Lateness::excused);
    EXPECT_EQ(extended.dues.report.reason, "Mưa lũ");
    EXPECT_NE(extended.dues.standing, Standing::overdue);
    EXPECT_EQ(line("phong-y-te").dues.standing, Standing::overdue);
}

TEST_F(ActsOnUnits, ChasesAnExtendedUnitByItsOwnHour)
{
    EXPECT_EQ(act({ChaseAct::extend, {UnitId("sa-loong")}, "Mưa lũ", thursday_}), "");
    district_.make_round();
    EXPECT_THAT(
        district_.mails(), ElementsAre("mat-tran overdue+1 sent", "phong-y-te overdue+1 sent")
    );
    district_.now = instant_of({date(2023, 12, 13), 8, 0});
    district_.make_round();
    EXPECT_THAT(district_.mails(), testing::Contains("sa-loong reminder-1 sent"));
}

TEST_F(ActsOnUnits, NeedsAReasonAndALaterHour)
{
    EXPECT_EQ(act({ChaseAct::extend, two_communes_, "  ", thursday_}), "submission.reason_missing");
    EXPECT_EQ(act({ChaseAct::exclude, two_communes_, "", {}}), "submission.reason_missing");
    EXPECT_EQ(act({ChaseAct::separate, two_communes_, "", {}}), "submission.reason_missing");
    EXPECT_EQ(
        act({ChaseAct::extend, two_communes_, "Mưa lũ", instant_of({date(2023, 12, 8), 16, 0})}),
        "chase.deadline_not_later"
    );
    EXPECT_EQ(act({ChaseAct::extend, {}, "Mưa lũ", thursday_}), "chase.choose_units");
}

TEST_F(ActsOnUnits, AsksNothingOfAnExcludedUnit)
{
    EXPECT_EQ(act({ChaseAct::exclude, {UnitId("sa-loong")}, "Không thuộc phạm vi", {}}), "");
    EXPECT_EQ(state_of("sa-loong"), "excluded");
    EXPECT_TRUE(line("sa-loong").dues.missing().empty());
    district_.make_round();
    EXPECT_THAT(district_.mails(), Not(testing::Contains(HasSubstr("sa-loong"))));
}

TEST_F(ActsOnUnits, CountsASeparateReportAsReported)
{
    EXPECT_EQ(act({ChaseAct::separate, {UnitId("phong-y-te")}, "Báo cáo theo ngành dọc", {}}), "");
    EXPECT_EQ(state_of("phong-y-te"), "separate");
    EXPECT_EQ(line("phong-y-te").dues.standing, Standing::separate);
    EXPECT_TRUE(line("phong-y-te").text.empty());
}

TEST_F(ActsOnUnits, DoesAllOrNothingAndNamesTheUnitInTheWay)
{
    district_.hand_in("dak-duc");
    EXPECT_NE(act({ChaseAct::extend, two_communes_, "Mưa lũ", thursday_}), "");
    EXPECT_FALSE(line("sa-loong").dues.report.own_deadline);
}

TEST_F(ActsOnUnits, SpeaksToEachAsItsRankAsks)
{
    EXPECT_THAT(line("sa-loong").text, HasSubstr("khẩn trương"));
    const auto front = line("mat-tran").text;
    EXPECT_THAT(front, HasSubstr("phối hợp, cung cấp"));
    EXPECT_THAT(front, Not(HasSubstr("quá hạn")));
    EXPECT_THAT(front, Not(HasSubstr("khẩn trương")));

    const auto give_back = [&](const char* unit) {
        district_.hand_in(unit);
        const auto given = district_.office().write(district_.monitor, [&](Work& work) {
            return give_back_report(work, ChaseOffice::report(unit), "Thiếu số liệu quý IV");
        });
        ASSERT_TRUE(given);
    };
    give_back("sa-loong");
    give_back("phong-y-te");
    EXPECT_THAT(line("sa-loong").text, HasSubstr("trả lại"));
    EXPECT_THAT(line("phong-y-te").text, HasSubstr("bổ sung, hoàn thiện"));
    EXPECT_THAT(line("phong-y-te").text, Not(HasSubstr("trả lại")));
}

TEST_F(ActsOnUnits, NamesTheOfficesOwnTableUntilItsRowsArrive)
{
    OfficeTable table;
    table.title = "Thăm hộ gia đình";
    table.columns = {{"", "Thôn", OfficeColumnKind::text, {}, false}};
    table.units = {UnitId("sa-loong"), UnitId("mat-tran")};
    const auto key = district_.office().write(district_.monitor, [&](Work& work) {
        return put_office_table(work, ChaseOffice::plan, ChaseOffice::period, table, 0);
    });
    ASSERT_TRUE(key);
    const std::string named = "Bảng riêng của cơ quan theo dõi: Thăm hộ gia đình";
    EXPECT_THAT(line("sa-loong").text, HasSubstr(named));
    EXPECT_THAT(line("mat-tran").text, HasSubstr(named));
    EXPECT_THAT(line("mat-tran").text, Not(HasSubstr("quá hạn")));
    EXPECT_THAT(line("dak-duc").text, Not(HasSubstr("Thăm hộ")));

    const LetterWanted wanted{.units = {UnitId("sa-loong")}};
    const auto letter = district_.office().read(district_.monitor, [&](Work& work) {
        return draft_letter(work, ChaseOffice::plan, ChaseOffice::period, wanted);
    });
    ASSERT_TRUE(letter);
    EXPECT_THAT(documents::to_json(*letter), HasSubstr(named));

    const auto saved = district_.office().write(district_.of_unit("sa-loong"), [&](Work& work) {
        return save_item(
            work,
            ChaseOffice::report("sa-loong"),
            {"activity/" + *key, R"({"rows":[{"c1":"Giang Lố 1"}]})", 0}
        );
    });
    ASSERT_TRUE(saved);
    EXPECT_THAT(line("sa-loong").text, Not(HasSubstr("Thăm hộ")));
}

} // namespace
} // namespace tiendo::app
