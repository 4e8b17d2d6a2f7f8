#include "domain/org/unit.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

constexpr Date day_of_plan{std::chrono::year{2023}, std::chrono::month{12}, std::chrono::day{11}};
constexpr Date after_merger{std::chrono::year{2025}, std::chrono::month{7}, std::chrono::day{2}};

Unit commune(const char* id, const char* name, const char* code, bool of_2025)
{
    Unit unit;
    unit.id = UnitId(id);
    unit.name = std::string("Ủy ban nhân dân xã ") + name;
    unit.short_name = name;
    unit.kind = UnitKind::commune;
    unit.code = code;
    if (of_2025)
        unit.valid_from = date(2025, 7, 1);
    else
        unit.valid_to = date(2025, 6, 30);
    return unit;
}

UnitDirectory directory()
{
    Unit centre;
    centre.id = UnitId("trung-tam");
    centre.name = "Trung tâm Văn hóa, Thể thao, Du lịch và Truyền thông";
    centre.aliases = {"Trung tâm VH-TT-DL-TT"};
    return UnitDirectory(
        {commune("sa-loong", "Sa Loong", "23398", false),
         commune("dak-kan", "Đắk Kan", "23392", false),
         commune("sa-loong-2025", "Sa Loong", "23392", true),
         centre},
        {{UnitId("sa-loong"), UnitId("sa-loong-2025"), date(2025, 7, 1)},
         {UnitId("dak-kan"), UnitId("sa-loong-2025"), date(2025, 7, 1)}}
    );
}

TEST(UnitDirectory, FindsABodyHoweverItsCommasAreWritten)
{
    for (const char* spelling :
         {"Trung tâm Văn hóa, Thể thao Du lịch và Truyền thông",
          "Trung tâm Văn hoá, Thể thao, Du lịch, và Truyền thông",
          "trung tâm VH-TT-DL-TT"}) {
        EXPECT_EQ(directory().named(spelling, day_of_plan), std::vector{UnitId("trung-tam")})
            << spelling;
    }
}

TEST(UnitDirectory, TakesAGroupForItsMembersOfThatDay)
{
    const std::vector members{UnitId("dak-kan"), UnitId("sa-loong")};
    EXPECT_EQ(directory().named("Ủy ban nhân dân các xã, thị trấn", day_of_plan), members);
    EXPECT_EQ(
        directory().named("UBND các xã, thị trấn", after_merger),
        std::vector{UnitId("sa-loong-2025")}
    );
}

TEST(UnitDirectory, DoesNotTakeTheNewUnitOfANameForTheOldOne)
{
    EXPECT_EQ(
        directory().named("Ủy ban nhân dân xã Sa Loong", day_of_plan),
        std::vector{UnitId("sa-loong")}
    );
    EXPECT_EQ(
        directory().named("Ủy ban nhân dân xã Sa Loong", after_merger),
        std::vector{UnitId("sa-loong-2025")}
    );
}

TEST(UnitDirectory, LetsTheSuccessorStandForAnEndedUnit)
{
    EXPECT_EQ(directory().standing_for(UnitId("dak-kan"), day_of_plan), UnitId("dak-kan"));
    EXPECT_EQ(directory().standing_for(UnitId("dak-kan"), after_merger), UnitId("sa-loong-2025"));
}

TEST(UnitDirectory, LetsADividedUnitStandForItself)
{
    const UnitDirectory units(
        {commune("dak-kan", "Đắk Kan", "23392", false),
         commune("bo-y-2025", "Bờ Y", "23377", true),
         commune("sa-loong-2025", "Sa Loong", "23392", true)},
        {{UnitId("dak-kan"),
          UnitId("bo-y-2025"),
          date(2025, 7, 1),
          SuccessionKind::divided,
          Decimal(40)},
         {UnitId("dak-kan"), UnitId("sa-loong-2025"), date(2025, 7, 1), SuccessionKind::divided, {}}
        }
    );
    EXPECT_EQ(units.standing_for(UnitId("dak-kan"), after_merger), UnitId("dak-kan"));
    EXPECT_EQ(units.successions_from(UnitId("dak-kan")).size(), 2U);
    EXPECT_EQ(units.successions_to(UnitId("bo-y-2025")).front()->share, Decimal(40));
}

TEST(UnitDirectory, MeansTheCommuneBelowTheIssuerWhereANameIsRepeated)
{
    auto here = commune("tan-lap", "Tân Lập", "10001", false);
    here.parent = UnitId("huyen-a");
    auto elsewhere = commune("tan-lap-10002", "Tân Lập", "10002", false);
    elsewhere.parent = UnitId("huyen-b");
    auto other = commune("dak-xu", "Đắk Xú", "23389", false);
    other.parent = UnitId("huyen-a");
    Unit above;
    above.id = UnitId("huyen-a");
    above.kind = UnitKind::committee;
    const UnitDirectory units({here, elsewhere, other, above}, {});
    const auto* name = "Ủy ban nhân dân xã Tân Lập";
    EXPECT_EQ(units.named(name, day_of_plan, UnitId("huyen-b")), std::vector{elsewhere.id});
    EXPECT_TRUE(units.named(name, day_of_plan).empty());
    const std::vector members{other.id, here.id};
    EXPECT_EQ(units.named("các xã, thị trấn", day_of_plan, UnitId("huyen-a")), members);
    EXPECT_EQ(units.named("các xã, thị trấn", day_of_plan).size(), 3U);
    EXPECT_EQ(units.children_of(UnitId("huyen-b")), std::vector{units.find(elsewhere.id)});
}

TEST(UnitDirectory, KnowsNobodyByAnUnknownName)
{
    EXPECT_TRUE(directory().named("Phòng Không có", day_of_plan).empty());
}

} // namespace
} // namespace tiendo
