#include "domain/indicator/allocation.hpp"
#include "domain/indicator/mapped_figures.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace tiendo {
namespace {

const auto on = date(2025, 7, 1);

Succession divided(const char* from, const char* to, std::optional<Decimal> share)
{
    return {UnitId(from), UnitId(to), on, SuccessionKind::divided, share};
}

Contribution counted(const char* unit, std::map<std::string, Decimal> numbers)
{
    Contribution given;
    given.unit = UnitId(unit);
    given.cell.state = ValueState::value;
    given.cell.numbers = std::move(numbers);
    return given;
}

std::vector<UnitId> units_of(const std::vector<Contribution>& contributions)
{
    std::vector<UnitId> units;
    for (const auto& each : contributions)
        units.push_back(each.unit);
    return units;
}

FiguresOnMap mapped(
    const std::vector<Contribution>& contributions,
    const UnitDirectory& directory,
    Date day,
    const Indicator& indicator = {}
)
{
    Measure measure;
    measure.suppliers = units_of(contributions);
    return figures_on_map(
        measure, indicator, contributions, unit_map(measure.suppliers, directory, day)
    );
}

/// "3/8"
std::string counts(const MappedFigure& mapped)
{
    if (mapped.figure.parts.empty()) return "";
    const auto& part = mapped.figure.parts.front();
    return part.numerator.str() + "/" + part.denominator.str();
}

TEST(Allocation, GivesEachThingToOneOfThem)
{
    const std::vector<ExactShare> thirds(3, ExactShare{1, 3});
    EXPECT_EQ(allocate(10, thirds), (std::vector<std::int64_t>{4, 3, 3}));
    EXPECT_EQ(allocate(11, thirds), (std::vector<std::int64_t>{4, 4, 3}));
    EXPECT_EQ(allocate(0, thirds), (std::vector<std::int64_t>{0, 0, 0}));
    EXPECT_EQ(allocate(41, {{3, 8}, {5, 8}}), (std::vector<std::int64_t>{15, 26}));
    EXPECT_EQ(allocate(-41, {{3, 8}, {5, 8}}), (std::vector<std::int64_t>{-15, -26}));
    constexpr auto largest = std::numeric_limits<std::int64_t>::max();
    EXPECT_EQ(allocate(largest, {{1, 2}, {1, 2}}).front(), largest / 2 + 1);
}

TEST(FiguresOnMap, AllocateThePartOfADividedUnitAndSaySo)
{
    const UnitDirectory units(
        {},
        {divided("a", "b", Decimal(375, 1)),
         divided("a", "c", Decimal(625, 1)),
         {UnitId("x"), UnitId("b"), on, SuccessionKind::merged, {}}}
    );
    const auto found = mapped(
        {counted("a", {{"num", 20}, {"den", 41}}), counted("x", {{"num", 5}, {"den", 10}})},
        units,
        on
    );
    const auto& b = *found.find(UnitId("b"));
    EXPECT_EQ(counts(b), "13/26") << "8 of 20 and 8 of 21 of a, 5 of 10 of x";
    EXPECT_EQ(b.allocated, (std::vector<AllocatedPart>{{UnitId("a"), {3, 8}}}));
    EXPECT_EQ(b.allocated.front().share.percent(), Decimal(375, 1));
    EXPECT_EQ(counts(*found.find(UnitId("c"))), "12/25");
    EXPECT_TRUE(found.together.from.empty());
}

TEST(FiguresOnMap, GiveNoNumberToThosePartsThatNobodyKnows)
{
    const UnitDirectory units(
        {},
        {divided("a", "b", {}),
         divided("a", "c", {}),
         {UnitId("x"), UnitId("b"), on, SuccessionKind::merged, {}}}
    );
    const auto found = mapped(
        {counted("a", {{"num", 20}, {"den", 41}}),
         counted("x", {{"num", 5}, {"den", 10}}),
         counted("y", {{"num", 1}, {"den", 2}})},
        units,
        on
    );
    EXPECT_FALSE(found.find(UnitId("b"))->is_known);
    EXPECT_FALSE(found.find(UnitId("c"))->is_known);
    EXPECT_EQ(counts(*found.find(UnitId("b"))), "");
    EXPECT_EQ(found.apart_in, (std::vector<UnitId>{UnitId("b"), UnitId("c")}));
    EXPECT_EQ(counts(found.together), "25/51");
    EXPECT_EQ(counts(*found.find(UnitId("y"))), "1/2");
}

TEST(FiguresOnMap, DoNotDivideAYes)
{
    const UnitDirectory units({}, {divided("a", "b", Decimal(50)), divided("a", "c", Decimal(50))});
    Indicator indicator;
    indicator.shape = Shape::yes_no;
    const auto found = mapped({counted("a", {{"yes", 1}})}, units, on, indicator);
    EXPECT_EQ(found.apart_in.size(), 2u);
    EXPECT_EQ(counts(found.together), "1/1");
}

TEST(FiguresOnMap, CountThoseWhoAreAwaitedWhereTheyBelong)
{
    const UnitDirectory units(
        {},
        {{UnitId("a"), UnitId("c"), on, SuccessionKind::merged, {}},
         {UnitId("b"), UnitId("c"), on, SuccessionKind::merged, {}}}
    );
    Measure measure;
    measure.suppliers = {UnitId("a"), UnitId("b")};
    const auto found = figures_on_map(
        measure,
        Indicator{},
        {counted("a", {{"num", 1}, {"den", 2}})},
        unit_map(measure.suppliers, units, on)
    );
    EXPECT_EQ(found.units.front().figure.coverage.reported, 1);
    EXPECT_EQ(found.units.front().figure.coverage.expected, 2);
}

/// A country that is reorganised again and again, at random.
class Country {
public:
    explicit Country(unsigned seed) : random_(seed)
    {
        for (int i = 0; i < 12; ++i)
            now_.push_back(add({}));
        for (int step = 1; step <= 6; ++step)
            reorganise(date(2020 + step, 1, 1));
    }

    UnitDirectory directory() const { return {units_, links_}; }
    std::vector<UnitId> valid_on(Date day) const
    {
        std::vector<UnitId> valid;
        for (const auto& unit : units_)
            if (unit.is_valid_on(day)) valid.push_back(unit.id);
        return valid;
    }
    Date some_day() { return date(2020 + below(8), 6, 1); }
    int below(int count) { return std::uniform_int_distribution<int>(0, count - 1)(random_); }

private:
    UnitId add(std::optional<Date> from)
    {
        Unit made;
        made.id = UnitId("u" + std::to_string(units_.size()));
        made.valid_from = from;
        units_.push_back(made);
        return made.id;
    }

    UnitId end_one(Date day)
    {
        const auto index = static_cast<std::ptrdiff_t>(below(static_cast<int>(now_.size())));
        const auto id = now_[static_cast<std::size_t>(index)];
        now_.erase(now_.begin() + index);
        std::ranges::find(units_, id, &Unit::id)->valid_to = add_days(day, -1);
        return id;
    }

    void reorganise(Date day)
    {
        for (int i = 0; i < 3 && now_.size() > 4; ++i) {
            const auto what = below(5);
            if (what == 0) {
                const auto to = add(day);
                for (int n = 2 + below(2); n > 0; --n)
                    links_.push_back({end_one(day), to, day, SuccessionKind::merged, {}});
                fresh_.push_back(to);
            } else if (what == 1 || what == 2) {
                divide(end_one(day), day, what == 1);
            } else if (what == 3) {
                const auto to = add(day);
                links_.push_back({end_one(day), to, day, SuccessionKind::renamed, {}});
                fresh_.push_back(to);
            } else {
                end_one(day);
            }
        }
        now_.insert(now_.end(), fresh_.begin(), fresh_.end());
        fresh_.clear();
    }

    void divide(const UnitId& from, Date day, bool has_shares)
    {
        const Decimal first(1 + below(998), 1);
        const std::array shares{first, subtract(Decimal(100), first).value()};
        for (const auto& share : shares) {
            const bool goes_on = below(2) == 0 && !now_.empty();
            auto to = goes_on ? now_.front() : add(day);
            if (links_.size() > 0 && links_.back().to == to) to = add(day);
            links_.push_back(
                {from,
                 to,
                 day,
                 SuccessionKind::divided,
                 has_shares ? std::optional(share) : std::nullopt}
            );
            if (std::ranges::find(now_, to) == now_.end()) fresh_.push_back(to);
        }
    }

    std::mt19937 random_;
    std::vector<Unit> units_;
    std::vector<Succession> links_;
    std::vector<UnitId> now_;
    std::vector<UnitId> fresh_;
};

TEST(FiguresOnMap, ConserveTheTotalToTheLastUnitOnAnyMap)
{
    int allocated = 0;
    int unknown = 0;
    for (unsigned seed = 0; seed < 400; ++seed) {
        Country country(seed);
        std::vector<Contribution> contributions;
        std::int64_t above = 0;
        std::int64_t below = 0;
        for (const auto& unit : country.valid_on(country.some_day())) {
            const auto denominator = country.below(200);
            const auto numerator = country.below(denominator + 1);
            above += numerator;
            below += denominator;
            contributions.push_back(
                counted(unit.str().c_str(), {{"num", numerator}, {"den", denominator}})
            );
        }
        const auto found = mapped(contributions, country.directory(), country.some_day());
        std::int64_t above_mapped = 0;
        std::int64_t below_mapped = 0;
        const auto add_figure = [&](const MappedFigure& each) {
            for (const auto& part : each.figure.parts) {
                EXPECT_LE(part.numerator, part.denominator);
                above_mapped += part.numerator.units();
                below_mapped += part.denominator.units();
            }
        };
        for (const auto& each : found.units)
            add_figure(each);
        add_figure(found.together);
        EXPECT_EQ(above_mapped, above) << "seed " << seed;
        EXPECT_EQ(below_mapped, below) << "seed " << seed;
        for (const auto& each : found.units)
            allocated += static_cast<int>(each.allocated.size());
        unknown += static_cast<int>(found.apart_in.size());
    }
    EXPECT_GT(allocated, 100);
    EXPECT_GT(unknown, 100);
}

TEST(FiguresOnMap, AreAsReportedOnTheMapOfTheDayOnWhichTheUnitsStood)
{
    for (unsigned seed = 0; seed < 50; ++seed) {
        Country country(seed);
        const auto day = country.some_day();
        const auto units = country.valid_on(day);
        EXPECT_TRUE(unit_map(units, country.directory(), day).is_as_reported());
    }
}

} // namespace
} // namespace tiendo
