#include "app/plan/reading_queue.hpp"

#include <gtest/gtest.h>

namespace tiendo::app {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

/// The reader of this office is a program that says nothing and fails.
class Readings : public testing::Test {
protected:
    Readings()
        : office_(store::open_store("sqlite::memory:").value(), system_time, "/usr/bin/false"),
          queue_(office_)
    {
    }

    static Actor person(const char* login)
    {
        Actor actor;
        actor.login = login;
        return actor;
    }

    Office office_;
    ReadingQueue queue_;
};

TEST_F(Readings, TellWhyAnUploadWasRefused)
{
    const auto reading = queue_.add(person("chuyenvien"), "ke-hoach.pdf", "%PDF-1.4");
    ASSERT_TRUE(reading);
    const auto progress = queue_.progress(*reading, person("chuyenvien"), seconds(20));
    ASSERT_TRUE(progress);
    ASSERT_TRUE(progress->problem);
    EXPECT_EQ(progress->problem->problems.front().key, "file.reader_failed");
    EXPECT_EQ(progress->file_name, "ke-hoach.pdf");
    EXPECT_FALSE(progress->plan);
}

TEST_F(Readings, AreKnownToWhoHandedThemIn)
{
    const auto reading = queue_.add(person("chuyenvien"), "ke-hoach.pdf", "%PDF-1.4").value();
    EXPECT_FALSE(queue_.progress(reading, person("pct"), milliseconds(0)));
    EXPECT_FALSE(queue_.progress("another", person("chuyenvien"), milliseconds(0)));
    EXPECT_TRUE(queue_.progress(reading, person("chuyenvien"), milliseconds(0)));
}

TEST_F(Readings, AreFoundByTheirOfficeAsLongAsTheyLive)
{
    EXPECT_EQ(reading_queue_of(office_), &queue_);
    Office other(store::open_store("sqlite::memory:").value(), system_time);
    EXPECT_EQ(reading_queue_of(other), nullptr);
    {
        const ReadingQueue passing(other);
        EXPECT_EQ(reading_queue_of(other), &passing);
    }
    EXPECT_EQ(reading_queue_of(other), nullptr);
}

TEST_F(Readings, AreTakenUpAgainByTheNextServer)
{
    Office office(store::open_store("sqlite::memory:").value(), system_time, "/usr/bin/false");
    office.write({}, [](Work& work) {
        EXPECT_TRUE(work.kept.accounts().put(
            store::AccountRecord{.login = "chuyenvien", .roles = "monitor"}
        ));
        work.kept.waiting_uploads().add({"r1", "ke-hoach.pdf", "%PDF-1.4", "chuyenvien", {7}});
        work.kept.waiting_uploads().add({"r2", "cua-ai.pdf", "%PDF-1.4", "nobody", {8}});
        return 0;
    });
    ReadingQueue queue(office);
    const auto progress = queue.progress("r1", person("chuyenvien"), seconds(20));
    ASSERT_TRUE(progress);
    EXPECT_EQ(progress->file_name, "ke-hoach.pdf");
    EXPECT_TRUE(progress->problem);
    EXPECT_FALSE(queue.progress("r2", person("nobody"), milliseconds(0)));
    office.read({}, [](Work& work) {
        EXPECT_TRUE(work.kept.waiting_uploads().all().empty()) << "what was refused is not kept";
        return 0;
    });
}

TEST(Reading, MayTakeLongWhereItIsMoreThanText)
{
    EXPECT_FALSE(may_take_long("KẾ HOẠCH", "a.txt"));
    EXPECT_FALSE(may_take_long("PK\x03\x04", "a.docx"));
    EXPECT_TRUE(may_take_long("%PDF-1.4", "a.pdf"));
    EXPECT_TRUE(may_take_long("{\\rtf1}", "a.rtf"));
    EXPECT_FALSE(may_take_long("hello", "a.pdf")) << "refused at once";
}

} // namespace
} // namespace tiendo::app
