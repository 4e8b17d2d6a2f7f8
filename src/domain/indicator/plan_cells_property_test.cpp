#include "domain/indicator/mapped_figures.hpp"
#include "domain/indicator/plan_cells_fixture.hpp"

#include <random>

namespace tiendo {
namespace {

/// Every old unit goes to one of the new ones, or to two of them by shares.
std::vector<Succession> random_map(std::mt19937& random, int old_units, int new_units)
{
    std::vector<Succession> links;
    for (int i = 0; i < old_units; ++i) {
        const auto from = "o" + std::to_string(i);
        const auto pick = [&] { return static_cast<int>(random() % unsigned(new_units)); };
        const int first = pick();
        const int second = pick();
        if (first == second) {
            links.push_back(merged_into(from.c_str(), ("n" + std::to_string(first)).c_str()));
            continue;
        }
        const auto share = static_cast<std::int64_t>(random() % 101);
        links.push_back(divided(from.c_str(), ("n" + std::to_string(first)).c_str(), Decimal(share))
        );
        links.push_back(
            divided(from.c_str(), ("n" + std::to_string(second)).c_str(), Decimal(100 - share))
        );
    }
    return links;
}

TEST_F(PlanCellsTest, KeepEveryTotalThroughRandomMergersAndDivisions)
{
    std::mt19937 random(1234); // fixed: any failure repeats
    const auto own = entry("own");
    measure("1.1", "own", {"n0", "n1", "n2"});
    for (int round = 0; round < 300; ++round) {
        directory_ = UnitDirectory(new_units({"n0", "n1", "n2"}), random_map(random, 6, 3));
        lists_.clear();
        Decimal num(0);
        Decimal den(0);
        for (int i = 0; i < 6; ++i) {
            const auto below = static_cast<std::int64_t>(random() % 50);
            const auto above = below == 0 ? 0 : static_cast<std::int64_t>(random() % 50) % below;
            said(before, "1.1", ("o" + std::to_string(i)).c_str(), above, below);
            num = *add(num, Decimal(above));
            den = *add(den, Decimal(below));
        }
        if (den.is_zero()) continue;
        const auto wanted = num.str() + "/" + den.str();
        EXPECT_EQ(figure_then("1.1"), wanted + " of 6/6") << "round " << round;
        // And told by the new units, in whole people, it is the same total.
        with_cells([&](const PlanCells& cells) {
            const auto& asked = plan_.measures.at(0);
            const auto then = cells.answers(asked, own, before);
            std::vector<UnitId> reporters;
            for (const auto& answer : then)
                reporters.push_back(answer.unit);
            const auto mapped =
                figures_on_map(asked, own, then, unit_map(reporters, directory_, merger_day));
            Decimal above(0);
            Decimal below(0);
            for (const auto& unit : mapped.units) {
                for (const auto& part : unit.figure.parts) {
                    above = *add(above, part.numerator);
                    below = *add(below, part.denominator);
                }
            }
            EXPECT_EQ(above.str() + "/" + below.str(), wanted) << "round " << round;
        });
    }
}

/// What a formula over two entries and the periods of a year comes to, done naively.
class NaiveYear {
public:
    std::optional<std::int64_t> own[4][3]{}; ///< by quarter and unit
    std::optional<std::int64_t> other[4][3]{};

    /// cumulative(num) + [other].num − previous([other].num)
    std::optional<std::int64_t> of(int quarter, int unit) const
    {
        std::int64_t sum = 0;
        for (int i = 0; i <= quarter; ++i) {
            if (!own[i][unit]) return std::nullopt;
            sum += *own[i][unit];
        }
        if (quarter == 0 || !other[quarter][unit] || !other[quarter - 1][unit]) return std::nullopt;
        return sum + *other[quarter][unit] - *other[quarter - 1][unit];
    }
};

TEST_F(PlanCellsTest, EqualANaiveModelOverRandomYears)
{
    std::mt19937 random(77); // fixed: any failure repeats
    const std::vector units{"a", "b", "c"};
    entry("own", "cumulative(num) + [other].num − previous([other].num)", "1");
    entry("other");
    measure("1.1", "own", units);
    measure("1.2", "other", units);
    int with_value = 0;
    for (int round = 0; round < 400; ++round) {
        lists_.clear();
        NaiveYear year;
        for (int quarter = 0; quarter < 4; ++quarter) {
            const PeriodId period("2025Q" + std::to_string(quarter + 1));
            for (int unit = 0; unit < 3; ++unit) {
                const auto name = units[static_cast<std::size_t>(unit)];
                if (random() % 8 != 0) {
                    year.own[quarter][unit] = static_cast<std::int64_t>(random() % 9);
                    said(period, "1.1", name, *year.own[quarter][unit], 0);
                }
                if (random() % 8 != 0) {
                    year.other[quarter][unit] = static_cast<std::int64_t>(random() % 9);
                    said(period, "1.2", name, *year.other[quarter][unit], 0);
                }
            }
        }
        for (int quarter = 0; quarter < 4; ++quarter) {
            std::int64_t sum = 0;
            int known = 0;
            for (int unit = 0; unit < 3; ++unit) {
                const auto one = year.of(quarter, unit);
                sum += one.value_or(0);
                known += one ? 1 : 0;
            }
            const auto found = figure("1.1", PeriodId("2025Q" + std::to_string(quarter + 1)));
            const auto covered = " of " + std::to_string(known) + "/3";
            if (known > 0) {
                ++with_value;
                EXPECT_EQ(found, std::to_string(sum) + "/1" + covered);
            } else {
                EXPECT_TRUE(found.ends_with(covered)) << found;
            }
        }
    }
    EXPECT_GT(with_value, 500);
}

} // namespace
} // namespace tiendo
