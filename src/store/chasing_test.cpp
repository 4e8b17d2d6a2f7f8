#include "store/contract.hpp"

namespace tiendo::store {
namespace {

class ChasingContract : public Contract {
protected:
    NoticeRecord notice(const std::string& id, const std::string& rung = "overdue+1") const
    {
        NoticeRecord notice;
        notice.id = id;
        notice.plan = plan_;
        notice.period = "2023";
        notice.unit = "sa-loong";
        notice.rung = rung;
        notice.day = date(2023, 12, 11);
        notice.subject = "Báo cáo năm 2023";
        notice.body = "Kính gửi: …";
        notice.items = "3.2a; 3.2b";
        notice.at = {100};
        notice.by = "lan";
        notice.mail_to = "a@b.vn";
        notice.mail_state = "waiting";
        return notice;
    }

    bool add(const NoticeRecord& one)
    {
        return store_.write([&](Transaction& t) { return t.notices().add(one); });
    }

    std::string claimed(std::int64_t now, std::int64_t lost = 0)
    {
        return store_.write([&](Transaction& t) {
            const auto mail = t.notices().claim_mail({now}, {lost});
            return mail ? mail->id : std::string();
        });
    }

    void put(const std::string& id, const MailStep& step)
    {
        store_.write([&](Transaction& t) {
            t.notices().put_mail(id, step);
            return done;
        });
    }

    std::string state_of(const std::string& id)
    {
        return store_.read([&](Transaction& t) { return t.notices().find(id)->mail_state; });
    }

    std::int64_t plan_ = add_plan();
};
TRY_ON_ALL_DATABASES(ChasingContract);

TEST_P(ChasingContract, KeepsANoticeOnceForItsUnitRungAndDay)
{
    EXPECT_TRUE(add(notice("n1")));
    EXPECT_FALSE(add(notice("n2")));
    EXPECT_TRUE(add(notice("n3", "letter+3")));
    const auto kept =
        store_.read([&](Transaction& t) { return t.notices().of_unit(plan_, "2023", "sa-loong"); });
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_EQ(kept.at(1), notice("n1"));
}

TEST_P(ChasingContract, RemembersTheFirstReading)
{
    add(notice("n1"));
    store_.write([&](Transaction& t) {
        EXPECT_TRUE(t.notices().mark_read("n1", "y-thuy", {200}));
        EXPECT_FALSE(t.notices().mark_read("n1", "other", {300}));
        return done;
    });
    const auto kept = store_.read([&](Transaction& t) { return *t.notices().find("n1"); });
    EXPECT_EQ(kept.read_at, Instant{200});
    EXPECT_EQ(kept.read_by, "y-thuy");
}

TEST_P(ChasingContract, HandsAMailToOneSender)
{
    add(notice("n1"));
    EXPECT_EQ(claimed(1000), "n1");
    EXPECT_EQ(claimed(1001), "");
    put("n1", {"sent", {1002}, "250 OK"});
    EXPECT_EQ(claimed(9000, 8000), "");
}

TEST_P(ChasingContract, HandsOnWhatALostSenderHadTaken)
{
    add(notice("n1"));
    EXPECT_EQ(claimed(1000), "n1");
    EXPECT_EQ(claimed(1200, 999), "");
    EXPECT_EQ(claimed(1300, 1000), "n1");
}

TEST_P(ChasingContract, SendsNothingAgainThatMayHaveArrived)
{
    add(notice("n1"));
    EXPECT_EQ(claimed(1000), "n1");
    put("n1", {"handing_over", {1001}, ""});
    EXPECT_EQ(claimed(5000, 4000), "");
    const auto given_up =
        store_.write([](Transaction& t) { return t.notices().give_up_unanswered({4000}); });
    EXPECT_EQ(given_up, 1);
    EXPECT_EQ(state_of("n1"), "uncertain");
    EXPECT_EQ(claimed(6000, 5000), "");
}

TEST_P(ChasingContract, WaitsWithAMailUntilItsHour)
{
    auto later = notice("n1");
    later.mail_at = {2000};
    add(later);
    EXPECT_EQ(claimed(1999), "");
    EXPECT_EQ(claimed(2000), "n1");
}

TEST_P(ChasingContract, RefusesALadderThatSomebodyElseChanged)
{
    store_.write([&](Transaction& t) {
        EXPECT_FALSE(t.ladders().find(plan_));
        EXPECT_EQ(taken(t.ladders().put({plan_, "{}", 0})), 1);
        EXPECT_EQ(taken(t.ladders().put({plan_, "{\"a\":1}", 1})), 2);
        EXPECT_FALSE(t.ladders().put({plan_, "{}", 1}));
        EXPECT_EQ(t.ladders().find(plan_), (LadderRecord{plan_, "{\"a\":1}", 2}));
        EXPECT_EQ(t.ladders().all().size(), 1U);
        return done;
    });
}

TEST_P(ChasingContract, UsesALinkOnce)
{
    store_.write([&](Transaction& t) {
        t.report_links().add(
            {.token_hash = "h",
             .plan = plan_,
             .period = "2023",
             .unit = "sa-loong",
             .at = {1},
             .by = "lan",
             .expires = {100}}
        );
        EXPECT_FALSE(t.report_links().use("h", {100}));
        EXPECT_EQ(t.report_links().use("h", {99})->unit, "sa-loong");
        EXPECT_FALSE(t.report_links().use("h", {99}));
        EXPECT_FALSE(t.report_links().revoke("h", {99}));
        EXPECT_EQ(t.report_links().find("h")->used, Instant{99});
        return done;
    });
}

TEST_P(ChasingContract, OpensNothingByARevokedLink)
{
    store_.write([&](Transaction& t) {
        t.report_links().add(
            {.token_hash = "h", .plan = plan_, .period = "2023", .unit = "u", .expires = {100}}
        );
        EXPECT_TRUE(t.report_links().revoke("h", {50}));
        EXPECT_FALSE(t.report_links().use("h", {60}));
        EXPECT_EQ(t.report_links().of_period(plan_, "2023").at(0).revoked, Instant{50});
        return done;
    });
}

} // namespace
} // namespace tiendo::store
