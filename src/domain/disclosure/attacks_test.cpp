#include "domain/disclosure/figure_disclosure.hpp"
#include "domain/disclosure/linear_bounds.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <random>

namespace tiendo {
namespace {

constexpr std::int64_t threshold = smallest_published;

/// What an attacker knows: sums of counts that are not negative.
class Attacker {
public:
    std::size_t count_of(const std::string& name)
    {
        return unknowns_.try_emplace(name, unknowns_.size()).first->second;
    }
    void learn(const std::vector<std::size_t>& counts, std::int64_t sum)
    {
        Known known{{}, static_cast<double>(sum)};
        for (const auto count : counts)
            known.coefficients[count] += 1;
        known_.push_back(std::move(known));
    }
    /// That one count is the sum of others, none of which it need be told.
    void learn_sum(std::size_t whole, const std::vector<std::size_t>& parts)
    {
        learn(parts, 0);
        known_.back().coefficients[whole] -= 1;
    }
    /// The number, if nothing else is possible.
    std::optional<std::int64_t> recovered(std::size_t unknown) const
    {
        std::vector<std::vector<double>> rows;
        for (const auto& [coefficients, sum] : known_) {
            std::vector<double> row(unknowns_.size() + 1);
            for (const auto& [unknown_count, coefficient] : coefficients)
                row[unknown_count] = coefficient;
            row.back() = sum;
            rows.push_back(std::move(row));
        }
        LinearBounds bounds(std::move(rows), unknowns_.size());
        const auto least = bounds.least(unknown);
        const auto most = bounds.most(unknown);
        if (!most || *most - least > 0.5) return std::nullopt;
        return static_cast<std::int64_t>(least + 0.5);
    }

private:
    struct Known {
        std::map<std::size_t, double> coefficients{};
        double sum = 0;
    };

    std::map<std::string, std::size_t> unknowns_;
    std::vector<Known> known_;
};

/// A release in which the attacker is told what is shown; answers how many hidden small counts
/// are recovered from it.
int recovered_from(const Release& release)
{
    const auto suppression = suppress(release, threshold);
    EXPECT_TRUE(suppression.is_safe());
    Attacker attacker;
    for (std::size_t i = 0; i < release.cells.size(); ++i) {
        const auto count = attacker.count_of(std::to_string(i));
        const bool is_seen = suppression.cells[i] == Hidden::no && release.cells[i].is_offered;
        if (is_seen) attacker.learn({count}, release.cells[i].count);
    }
    for (const auto& sum : release.sums)
        attacker.learn_sum(sum.whole, sum.parts);
    int recovered = 0;
    for (std::size_t i = 0; i < release.cells.size(); ++i)
        if (suppression.cells[i] == Hidden::small && attacker.recovered(i)) ++recovered;
    return recovered;
}

std::int64_t few(std::mt19937& random)
{
    return std::poisson_distribution<std::int64_t>(3)(random);
}

TEST(Attack, BySubtractionInATableRecoversNothing)
{
    std::mt19937 random(1);
    for (int round = 0; round < 60; ++round) {
        const std::size_t rows = 3 + random() % 4;
        Release release;
        ReleaseSum men;
        ReleaseSum women;
        ReleaseSum both;
        for (std::size_t i = 0; i < rows; ++i) {
            const auto man = few(random);
            const auto woman = few(random);
            const auto at = release.cells.size();
            release.cells.push_back({.count = man});
            release.cells.push_back({.count = woman});
            release.cells.push_back({.count = man + woman});
            release.sums.push_back({at + 2, {at, at + 1}});
            men.parts.push_back(at);
            women.parts.push_back(at + 1);
            both.parts.push_back(at + 2);
        }
        for (auto* sum : {&men, &women, &both}) {
            std::int64_t total = 0;
            for (const auto part : sum->parts)
                total += release.cells[part].count;
            sum->whole = release.cells.size();
            release.cells.push_back({.count = total});
            release.sums.push_back(*sum);
        }
        EXPECT_EQ(recovered_from(release), 0) << "round " << round;
    }
}

TEST(Attack, ByTheOldMapAgainstTheNewOneRecoversNothing)
{
    // Eight old communes, one of them divided, in three new ones: the counts are those of the parts
    // that lie in one old and one new unit.
    std::mt19937 random(2);
    for (int round = 0; round < 60; ++round) {
        Release release;
        std::map<int, ReleaseSum> by_old;
        std::map<int, ReleaseSum> by_new;
        for (int old = 0; old < 8; ++old) {
            for (int part = 0; part < (old == 3 ? 2 : 1); ++part) {
                const auto at = release.cells.size();
                release.cells.push_back({.count = few(random), .is_offered = false});
                by_old[old].parts.push_back(at);
                by_new[(old + part) % 3].parts.push_back(at);
            }
        }
        ReleaseSum whole;
        const auto add = [&](std::map<int, ReleaseSum>& sums, bool is_whole) {
            for (auto& [unit, sum] : sums) {
                std::int64_t total = 0;
                for (const auto part : sum.parts)
                    total += release.cells[part].count;
                sum.whole = release.cells.size();
                release.cells.push_back({.count = total});
                release.sums.push_back(sum);
                if (is_whole) whole.parts.push_back(sum.whole);
            }
        };
        add(by_old, true);
        add(by_new, false);
        std::int64_t total = 0;
        for (const auto part : whole.parts)
            total += release.cells[part].count;
        whole.whole = release.cells.size();
        release.cells.push_back({.count = total});
        release.sums.push_back(whole);
        EXPECT_EQ(recovered_from(release), 0) << "round " << round;
    }
}

struct Reported {
    std::string unit{};
    std::string version{};
    std::int64_t numerator = 0;
    std::int64_t denominator = 0;
};

MeasureFigure figure_of(const std::vector<Reported>& reported)
{
    MeasureFigure row;
    row.measure.id = MeasureId("3.2a");
    row.indicator.sensitive = true;
    row.indicator.unit = "%";
    std::vector<Contribution> contributions;
    for (const auto& each : reported) {
        row.measure.suppliers.emplace_back(each.unit);
        Contribution given;
        given.unit = UnitId(each.unit);
        given.submission = each.version;
        given.cell.state = ValueState::value;
        given.cell.numbers = {{"num", each.numerator}, {"den", each.denominator}};
        contributions.push_back(given);
    }
    row.figure = compute(row.measure, row.indicator, contributions);
    return row;
}

TEST(Attack, ByReleaseAgainstReleaseRecoversNoUnit)
{
    std::mt19937 random(3);
    int published = 0;
    int refused = 0;
    for (int round = 0; round < 150; ++round) {
        std::vector<Reported> reported;
        EarlierReleases earlier;
        Attacker attacker;
        std::vector<std::size_t> targets;
        for (int release = 0; release < 6; ++release) {
            // Some report for the first time, some correct what they reported.
            for (auto more = 1 + random() % 3; more > 0; --more) {
                const auto denominator = static_cast<std::int64_t>(10 + random() % 20);
                const auto unit = "u" + std::to_string(reported.size());
                reported.push_back(
                    {unit,
                     unit + "/1",
                     static_cast<std::int64_t>(random() % static_cast<unsigned>(denominator)),
                     denominator}
                );
            }
            if (random() % 3 == 0) {
                auto& corrected = reported[random() % reported.size()];
                corrected.version += "+";
                corrected.numerator = std::max<std::int64_t>(corrected.numerator - 1, 0);
            }
            for (const auto& each : reported)
                targets.push_back(attacker.count_of(each.version));
            const auto line =
                disclose({figure_of(reported)}, PeriodId("2023"), earlier, SensitiveUse::totals)
                    .front();
            if (line.why != WhyHidden::shown) {
                ++refused;
                continue;
            }
            ++published;
            std::vector<std::size_t> parts;
            std::int64_t total = 0;
            for (const auto& part : line.totals.front().parts) {
                parts.push_back(attacker.count_of(part.submission));
                total += part.numerator;
            }
            attacker.learn(parts, total);
            earlier.same.push_back(line.totals.front());
        }
        for (const auto target : targets)
            EXPECT_FALSE(attacker.recovered(target)) << "round " << round;
    }
    EXPECT_GT(published, 100);
    EXPECT_GT(refused, 50);
}

TEST(Attack, ByCumulativeDifferencesRecoversNoPeriodOfFew)
{
    const std::array quarters{
        PeriodId("2023Q1"), PeriodId("2023Q2"), PeriodId("2023Q3"), PeriodId("2023Q4")
    };
    struct Cumulative {
        PeriodId period;
        std::vector<std::size_t> quarters;
    };
    const std::vector<Cumulative> all{
        {PeriodId("2023Q1"), {0}},
        {PeriodId("2023Q2"), {1}},
        {PeriodId("2023Q3"), {2}},
        {PeriodId("2023Q4"), {3}},
        {PeriodId("2023S1"), {0, 1}},
        {PeriodId("2023S2"), {2, 3}},
        {PeriodId("2023N9"), {0, 1, 2}},
        {PeriodId("2023"), {0, 1, 2, 3}},
    };
    std::mt19937 random(4);
    int published = 0;
    int refused = 0;
    for (int round = 0; round < 200; ++round) {
        std::array<std::vector<Reported>, 4> said;
        for (std::size_t quarter = 0; quarter < 4; ++quarter)
            for (int unit = 0; unit < 5; ++unit) {
                const auto denominator = static_cast<std::int64_t>(random() % 12);
                said[quarter].push_back(
                    {"u" + std::to_string(unit),
                     "",
                     static_cast<std::int64_t>(random() % 12) % (denominator + 1),
                     denominator}
                );
            }
        auto order = all;
        std::shuffle(order.begin(), order.end(), random);
        EarlierReleases earlier;
        Attacker attacker;
        for (const auto& quarter : quarters)
            attacker.count_of(quarter.str());
        for (const auto& [period, parts] : order) {
            std::vector<Reported> sums = said[parts.front()];
            for (std::size_t unit = 0; unit < sums.size(); ++unit) {
                sums[unit].version = period.str() + sums[unit].unit;
                for (std::size_t i = 1; i < parts.size(); ++i) {
                    sums[unit].numerator += said[parts[i]][unit].numerator;
                    sums[unit].denominator += said[parts[i]][unit].denominator;
                }
            }
            const auto line =
                disclose({figure_of(sums)}, period, earlier, SensitiveUse::totals).front();
            if (line.why != WhyHidden::shown) {
                ++refused;
                continue;
            }
            ++published;
            std::int64_t total = 0;
            for (const auto& part : line.totals.front().parts)
                total += part.numerator;
            attacker.learn(parts, total);
            earlier.others.emplace_back(period, line.totals);
        }
        for (std::size_t quarter = 0; quarter < 4; ++quarter) {
            const auto found = attacker.recovered(quarter);
            EXPECT_FALSE(found && *found > 0 && *found < threshold)
                << "round " << round << ", quarter " << quarter + 1;
        }
    }
    EXPECT_GT(published, 200);
    EXPECT_GT(refused, 100);
}

} // namespace
} // namespace tiendo
