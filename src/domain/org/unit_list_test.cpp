#include "domain/org/unit_list.hpp"
#include "domain/org/unit_names.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tiendo {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr Date last_day{std::chrono::year{2025}, std::chrono::month{6}, std::chrono::day{30}};
constexpr Date first_day{std::chrono::year{2025}, std::chrono::month{7}, std::chrono::day{1}};

ListedUnit old_row(const char* code, const char* name, const char* parent)
{
    const auto kind = kind_of_area(name).value();
    return {{"don-vi.csv", 2}, code, name, kind, parent, {}, last_day};
}

ListedUnit new_row(const char* code, const char* name, const char* parent)
{
    const auto kind = kind_of_area(name).value();
    return {{"don-vi.csv", 3}, code, name, kind, parent, first_day, {}};
}

ListedSuccession link(const char* from, const char* to, std::optional<SuccessionKind> kind)
{
    return {{"thay-the.csv", 2}, from, to, {}, kind, {}};
}

/// Two communes of Ngọc Hồi that became one, with the code of the first.
UnitList merger()
{
    UnitList list;
    list.units = {
        new_row("23392", "Xã Sa Loong", "51"),
        old_row("23392", "Xã Đắk Kan", "611"),
        old_row("23398", "Xã Sa Loong", "611"),
        old_row("611", "Huyện Ngọc Hồi", "62"),
        old_row("62", "Tỉnh Kon Tum", ""),
        old_row("51", "Tỉnh Quảng Ngãi", ""),
        new_row("51", "Tỉnh Quảng Ngãi", ""),
    };
    list.successions = {
        link("23392", "23392", SuccessionKind::merged),
        link("23398", "23392", SuccessionKind::merged),
    };
    return list;
}

std::vector<std::string> ids_of(const std::vector<Unit>& units)
{
    std::vector<std::string> ids;
    for (const auto& unit : units)
        ids.push_back(unit.id.str());
    std::ranges::sort(ids);
    return ids;
}

UnitDirectory with(const UnitDirectory& known, const UnitImport& import)
{
    auto units = known.units();
    for (const auto& change : import.changed)
        *std::ranges::find(units, change.after.id, &Unit::id) = change.after;
    units.insert(units.end(), import.added.begin(), import.added.end());
    auto successions = known.successions();
    successions.insert(successions.end(), import.successions.begin(), import.successions.end());
    return UnitDirectory(std::move(units), std::move(successions));
}

TEST(UnitNames, AreThoseOfThePeoplesCommittee)
{
    const auto unit = unit_named("Xã Sa Loong", UnitKind::commune);
    EXPECT_EQ(unit.name, "Ủy ban nhân dân xã Sa Loong");
    EXPECT_EQ(unit.short_name, "Sa Loong");
    EXPECT_THAT(unit.aliases, ElementsAre("UBND xã Sa Loong", "Xã Sa Loong"));
    EXPECT_EQ(unit_named("Phường 1", UnitKind::commune).short_name, "Phường 1");
    EXPECT_EQ(unit_named("Tỉnh Kon Tum", UnitKind::committee).short_name, "Tỉnh Kon Tum");
    EXPECT_TRUE(is_same_name(unit, "Xã Sa Loong"));
    EXPECT_TRUE(is_same_name(unit_named("Xã Đăk Môn", UnitKind::commune), "Xã Đắk Môn"));
    EXPECT_FALSE(is_same_name(unit, "Xã Đắk Kan"));
}

TEST(UnitList, AddsUnitsOfOneCodeInDifferentYearsAsTheTwoThatTheyAre)
{
    const auto import = compare_list({}, merger(), "").value();
    EXPECT_THAT(import.refused, IsEmpty());
    EXPECT_THAT(
        ids_of(import.added),
        ElementsAre(
            "dak-kan",
            "huyen-ngoc-hoi",
            "sa-loong",
            "sa-loong-23392",
            "tinh-kon-tum",
            "tinh-quang-ngai",
            "tinh-quang-ngai-51"
        )
    );
    const auto units = with({}, import);
    const UnitId before("sa-loong");
    const UnitId after("sa-loong-23392");
    EXPECT_EQ(units.standing_for(UnitId("dak-kan"), first_day), after);
    EXPECT_EQ(units.standing_for(before, first_day), after);
    EXPECT_EQ(units.standing_for(before, last_day), before);
    EXPECT_EQ(units.find(after)->parent, UnitId("tinh-quang-ngai-51"));
    EXPECT_EQ(units.find(before)->parent, UnitId("huyen-ngoc-hoi"));
}

TEST(UnitList, ChangesNothingTheSecondTime)
{
    const auto first = compare_list({}, merger(), "").value();
    const auto second = compare_list(with({}, first), merger(), "").value();
    EXPECT_TRUE(second.is_empty());
    EXPECT_EQ(second.same, 7);
    EXPECT_EQ(second.same_successions, 2);
    EXPECT_THAT(second.refused, IsEmpty());
}

TEST(UnitList, KnowsAUnitThatIsKeptByCodeDaysAndNameAndKeepsItsName)
{
    auto kept = unit_named("Xã Đăk Kan", UnitKind::commune);
    kept.id = UnitId("dak-kan-cu");
    kept.code = "23392";
    const auto import = compare_list(UnitDirectory({kept}, {}), merger(), "").value();
    ASSERT_EQ(import.changed.size(), 1U);
    const auto& after = import.changed.front().after;
    EXPECT_EQ(after.id, UnitId("dak-kan-cu"));
    EXPECT_EQ(after.name, "Ủy ban nhân dân xã Đăk Kan");
    EXPECT_EQ(after.valid_to, last_day);
    EXPECT_EQ(after.parent, UnitId("huyen-ngoc-hoi"));
    EXPECT_THAT(import.refused, IsEmpty());
}

TEST(UnitList, RefusesACodeThatAUnitOfAnotherNameHoldsInThoseDays)
{
    auto kept = unit_named("Xã Khác", UnitKind::commune);
    kept.id = UnitId("khac");
    kept.code = "23398";
    const auto import = compare_list(UnitDirectory({kept}, {}), merger(), "").value();
    ASSERT_EQ(import.refused.size(), 2U);
    EXPECT_EQ(import.refused[0].problem.key, "unit_list.code_held");
    EXPECT_EQ(import.refused[0].text, "23398 Xã Sa Loong");
    EXPECT_EQ(import.refused[1].problem.key, "unit_list.succession_unknown");
}

TEST(UnitList, RefusesACodeThatTwoOfItsRowsHaveAtOnceAndAParentThatNobodyIs)
{
    UnitList list;
    list.units = {new_row("1", "Xã A", ""), new_row("1", "Xã B", ""), new_row("2", "Xã C", "999")};
    const auto import = compare_list({}, list, "").value();
    EXPECT_THAT(ids_of(import.added), ElementsAre("a"));
    ASSERT_EQ(import.refused.size(), 2U);
    EXPECT_EQ(import.refused[0].problem.key, "unit_list.code_twice");
    EXPECT_EQ(import.refused[1].problem.key, "unit_list.parent_unknown");
}

TEST(UnitList, BelowOneUnitTakesWhatItsUnitsFollowedAndTheirSuperiors)
{
    auto list = merger();
    list.units.push_back(new_row("48", "Thành phố Đà Nẵng", ""));
    list.units.push_back(new_row("20194", "Phường Hải Vân", "48"));
    const auto import = compare_list({}, list, "51").value();
    EXPECT_EQ(import.added.size(), 7U);
    EXPECT_EQ(import.successions.size(), 2U);
    EXPECT_EQ(compare_list({}, list, "99").error().problems.front().key, "unit_list.below_unknown");
}

TEST(UnitList, BelowOneUnitTakesAllPartsOfADividedUnit)
{
    auto list = merger();
    list.units.push_back(new_row("48", "Thành phố Đà Nẵng", ""));
    list.units.push_back(new_row("20194", "Phường Hải Vân", "48"));
    list.successions[1].kind = SuccessionKind::divided;
    list.successions.push_back(link("23398", "20194", SuccessionKind::divided));
    const auto import = compare_list({}, list, "51").value();
    EXPECT_EQ(import.added.size(), 9U);
    EXPECT_EQ(import.successions.size(), 3U);
    EXPECT_EQ(with({}, import).standing_for(UnitId("sa-loong"), first_day), UnitId("sa-loong"));
}

TEST(UnitList, TellsAUnitThatOnlyChangedItsSuperiorFromARenamedOne)
{
    UnitList list;
    list.units = {
        old_row("62", "Tỉnh Kon Tum", ""),
        new_row("51", "Tỉnh Quảng Ngãi", ""),
        old_row("23311", "Xã Đắk Cấm", "62"),
        new_row("23311", "Xã Đắk Cấm", "51"),
        old_row("7", "Xã Cũ", ""),
        new_row("7", "Xã Mới", "")
    };
    list.successions = {link("23311", "23311", {}), link("7", "7", {})};
    const auto import = compare_list({}, list, "").value();
    ASSERT_EQ(import.successions.size(), 2U);
    EXPECT_EQ(import.successions[0].kind, SuccessionKind::moved);
    EXPECT_EQ(import.successions[1].kind, SuccessionKind::renamed);
}

} // namespace
} // namespace tiendo
