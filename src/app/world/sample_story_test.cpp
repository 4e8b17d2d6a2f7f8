#include "app/org/directory.hpp"
#include "app/world/sample_world.hpp"
#include "app/world/sample_world_fixture.hpp"
#include "domain/indicator/mapped_figures.hpp"

namespace tiendo::app {
namespace {

TEST_F(SampleWorld, LosesATargetWhenSaLoongHandsInOneOfThree)
{
    hand_in_sa_loong(1);
    EXPECT_EQ(told_of("3.2a"), "18/23 = 78.26 not met 7/8");
    EXPECT_EQ(figures_now().row(MeasureId("3.2a"))->judgement.short_by, Decimal(1));
    EXPECT_EQ(told_of("3.2b"), "10/18 = 55.56 met 7/8");
    EXPECT_EQ(told_of("6.1"), "35602/57700 = 61.7 met 7/8");
    EXPECT_EQ(told_of("6.2"), "143/144 = 99.31 not met 7/8");
    EXPECT_EQ(score(), "8/9");
}

TEST_F(SampleWorld, KeepsItWithTwoOfThree)
{
    hand_in_sa_loong(2);
    EXPECT_EQ(told_of("3.2a"), "19/23 = 82.61 met 7/8");
    EXPECT_EQ(score(), "9/8");
}

TEST_F(SampleWorld, IsCompleteWhenDakDucHasCorrectedItsCount)
{
    hand_in_sa_loong(1);
    type("dakduc", "dak-duc", "3.2a", 2, 3);
    submit("dakduc", "dak-duc");
    EXPECT_EQ(told_of("3.2a"), "20/26 = 76.92 not met 8/8");
}

TEST_F(SampleWorld, HasTheSameTotalOnTheMapOfJuly2025)
{
    hand_in_sa_loong(1);
    const auto computed = figures_now();
    const auto* row = computed.row(MeasureId("3.2a"));
    const auto map = office_.read(person("pct"), [&](Work& work) {
        return unit_map(row->measure.suppliers, directory(work), date(2025, 7, 2));
    });
    const auto mapped = figures_on_map(
        row->measure, row->indicator, computed.contributions.at(MeasureId("3.2a")), map
    );
    std::map<std::string, std::string> found;
    for (const auto& unit : mapped.units) {
        const auto& figure = unit.figure;
        found[unit.unit.str()] = fmt::format(
            "{}/{} of {}/{}",
            figure.parts.at(0).numerator.str(),
            figure.parts.at(0).denominator.str(),
            figure.coverage.reported,
            figure.coverage.expected
        );
    }
    const std::map<std::string, std::string> expected{
        {"bo-y-2025", "15/18 of 3/3"},
        {"duc-nong", "2/2 of 2/3"},
        {"sa-loong-2025", "1/3 of 2/2"},
    };
    EXPECT_EQ(found, expected);
    EXPECT_EQ(told(*row), "18/23 = 78.26 not met 7/8");
}

TEST_F(SampleWorld, TravelsForwardOnlyAndRemembersIt)
{
    const auto actor = person("saloong");
    const auto go = [&](Date day) {
        return office_.write(actor, [&](Work& work) { return go_to_day(work, day); });
    };
    const auto now = [&] {
        return office_.read(actor, [](Work& work) { return iso_minute(work.now); });
    };
    EXPECT_TRUE(go(date(2025, 7, 2)).has_value());
    EXPECT_EQ(now(), "2025-07-02T08:00");
    EXPECT_EQ(go(date(2023, 12, 15)).error().problems.at(0).key, "world.not_backwards");
    office_.read(actor, [](Work& work) {
        EXPECT_TRUE(days_ahead(work).empty());
        store::JournalQuery query;
        query.verb = "world.travelled";
        const auto entries = work.kept.journal().list(query);
        EXPECT_EQ(entries.at(0).entry.subject, "2025-07-02");
        return done;
    });
}

TEST_F(SampleWorld, BeginsAnewWithSessionsAndPasswords)
{
    hand_in_sa_loong(1);
    const auto actor = person("saloong");
    const auto restarted = office_.write(actor, [](Work& work) {
        work.kept.sessions().open({"digest", "saloong", work.now, work.now, "secret"});
        return restart_sample_world(work);
    });
    if (!restarted) FAIL() << first_problem(restarted.error());
    EXPECT_EQ(score(), "10/7");
    office_.read(actor, [](Work& work) {
        EXPECT_EQ(iso_minute(work.now), "2023-12-11T08:00");
        EXPECT_TRUE(work.kept.sessions().find("digest").has_value());
        EXPECT_EQ(work.kept.accounts().get("chuyenvien")->password_hash, "hash");
        EXPECT_EQ(plans(work)->size(), 1u);
        return done;
    });
}

} // namespace
} // namespace tiendo::app
