#include "domain/cube/dated_map.hpp"
#include "domain/cube/question.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

const auto old_day = parse_iso_date("2025-06-30").value();
const auto new_day = parse_iso_date("2025-07-01").value();

Unit unit(const std::string& id, const std::string& parent, bool old, bool current)
{
    Unit made;
    made.id = UnitId(id);
    made.parent = UnitId(parent);
    if (!old) made.valid_from = new_day;
    if (!current) made.valid_to = old_day;
    return made;
}

/// A province and its district became a larger province; two communes were merged, a third divided
/// between the new one and one that stayed.
UnitDirectory reorganised(std::optional<Decimal> share)
{
    const auto rest = share ? subtract(100, *share) : std::nullopt;
    return {
        {unit("kon-tum", "", true, false),
         unit("quang-ngai", "", false, true),
         unit("ngoc-hoi", "kon-tum", true, false),
         unit("dak-kan", "ngoc-hoi", true, false),
         unit("bo-y-cu", "ngoc-hoi", true, false),
         unit("plei-kan", "ngoc-hoi", true, false),
         unit("bo-y", "quang-ngai", false, true),
         unit("sa-loong", "quang-ngai", false, true)},
        {{UnitId("kon-tum"), UnitId("quang-ngai"), new_day, SuccessionKind::merged, {}},
         {UnitId("bo-y-cu"), UnitId("bo-y"), new_day, SuccessionKind::merged, {}},
         {UnitId("plei-kan"), UnitId("bo-y"), new_day, SuccessionKind::merged, {}},
         {UnitId("dak-kan"), UnitId("bo-y"), new_day, SuccessionKind::divided, share},
         {UnitId("dak-kan"), UnitId("sa-loong"), new_day, SuccessionKind::divided, rest}},
    };
}

/// One element in one period that the old units reported, asked on the map of the new ones.
class OnTheNewMap {
public:
    explicit OnTheNewMap(const UnitDirectory& units)
        : from_(map_on(units, old_day).value()), to_(map_on(units, new_day).value()),
          cube_(Cube::on(to_.tree, {.scales = {0}, .periods = 1}).value())
    {
        const auto mapping = mapping_between(units, from_, to_).value();
        EXPECT_TRUE(cube_.report_on(0, cube_.add_mapping(mapping).value()));
    }
    void report(const std::string& id, std::int64_t number)
    {
        const auto from = from_.find(UnitId(id)).value();
        EXPECT_TRUE(cube_.set({.unit = from}, CubeValue::of(number)));
    }
    CubeAnswer of(const std::string& id) const
    {
        const std::vector<DenseIndex> zero{0};
        return ask_one(cube_, {zero, zero, zero}, to_.find(UnitId(id)).value_or(0)).value();
    }

private:
    DatedMap from_;
    DatedMap to_;
    Cube cube_;
};

TEST(DatedMap, LaysOutTheUnitsOfItsDay)
{
    const auto units = reorganised(std::nullopt);
    const auto before = map_on(units, old_day).value();
    EXPECT_EQ(before.tree.size(), 6U) << "five units and the one that stands for all";
    EXPECT_EQ(
        before.tree.parent_of(before.find(UnitId("dak-kan")).value()),
        before.find(UnitId("ngoc-hoi"))
    );
    const auto after = map_on(units, new_day).value();
    EXPECT_EQ(after.tree.size(), 4U);
    EXPECT_EQ(after.find(UnitId("dak-kan")), std::nullopt);
}

TEST(DatedMap, PutsFormerUnitsWhereTheyWent)
{
    OnTheNewMap map(reorganised(40));
    map.report("bo-y-cu", 5);
    map.report("plei-kan", 7);
    map.report("dak-kan", 10);
    map.report("ngoc-hoi", 1);
    EXPECT_EQ(map.of("bo-y").sum, 16);
    EXPECT_TRUE(map.of("bo-y").allocated);
    EXPECT_EQ(map.of("sa-loong").sum, 6);
    EXPECT_EQ(map.of("quang-ngai").sum, 23) << "the district's own number went to the province";
}

TEST(DatedMap, DoesNotGuessHowACommuneWasDivided)
{
    OnTheNewMap map(reorganised(std::nullopt));
    map.report("plei-kan", 7);
    map.report("dak-kan", 10);
    EXPECT_EQ(map.of("bo-y").state, AnswerState::not_known);
    EXPECT_EQ(map.of("sa-loong").state, AnswerState::not_known);
    EXPECT_EQ(map.of("quang-ngai").sum, 17);
}

TEST(DatedMap, DoesNotGuessWhichFormerUnitANewNumberBelongsTo)
{
    const auto units = reorganised(40);
    const auto from = map_on(units, new_day).value();
    const auto to = map_on(units, old_day).value();
    auto cube = Cube::on(to.tree, {.scales = {0}, .periods = 1}).value();
    const auto mapping = mapping_between(units, from, to).value();
    ASSERT_TRUE(cube.report_on(0, cube.add_mapping(mapping).value()));
    ASSERT_TRUE(cube.set({.unit = from.find(UnitId("bo-y")).value()}, CubeValue::of(12)));
    const std::vector<DenseIndex> zero{0};
    const auto at = [&](const char* id) {
        return ask_one(cube, {zero, zero, zero}, to.find(UnitId(id)).value()).value();
    };
    EXPECT_EQ(at("plei-kan").state, AnswerState::not_known);
    EXPECT_EQ(at("ngoc-hoi").sum, 12);
    EXPECT_EQ(at("kon-tum").sum, 12);
}

} // namespace
} // namespace tiendo
