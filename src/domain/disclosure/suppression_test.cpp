#include "domain/disclosure/suppression.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace tiendo {
namespace {

constexpr std::int64_t threshold = 5;

/// A table of units and parts with all of its totals. Cells: row by row, each row's total last, and
/// the row of totals last.
Release table(const std::vector<std::vector<std::int64_t>>& counts)
{
    Release release;
    const auto columns = counts.front().size();
    std::vector<std::int64_t> totals(columns + 1, 0);
    const auto add_row = [&](const std::vector<std::int64_t>& row, int owner) {
        const auto first = release.cells.size();
        std::int64_t total = 0;
        ReleaseSum sum;
        for (std::size_t j = 0; j < columns; ++j) {
            release.cells.push_back({.count = row[j], .owner = owner});
            sum.parts.push_back(first + j);
            total += row[j];
        }
        sum.whole = first + columns;
        release.cells.push_back({.count = total, .owner = owner});
        release.sums.push_back(sum);
        return total;
    };
    for (std::size_t i = 0; i < counts.size(); ++i) {
        totals[columns] += add_row(counts[i], static_cast<int>(i));
        for (std::size_t j = 0; j < columns; ++j)
            totals[j] += counts[i][j];
    }
    totals.pop_back();
    add_row(totals, -1);
    for (std::size_t j = 0; j <= columns; ++j) {
        ReleaseSum sum;
        for (std::size_t i = 0; i < counts.size(); ++i)
            sum.parts.push_back(i * (columns + 1) + j);
        sum.whole = counts.size() * (columns + 1) + j;
        release.sums.push_back(sum);
    }
    return release;
}

/// Tries every number from 0 to `most` for every hidden cell: shares no idea with the product.
class Enumeration {
public:
    Enumeration(const Release& release, const std::vector<bool>& hidden, std::int64_t most)
        : release_(release), hidden_(hidden), most_(most)
    {
        for (const auto& cell : release.cells)
            counts_.push_back(cell.count);
        for (std::size_t i = 0; i < counts_.size(); ++i)
            if (hidden_[i]) counts_[i] = -1;
        found_.assign(counts_.size(), {});
        search(0);
    }

    const std::set<std::int64_t>& values_of(std::size_t cell) const { return found_[cell]; }

private:
    bool may_hold(const ReleaseSum& sum) const
    {
        std::int64_t parts = 0;
        bool is_open = counts_[sum.whole] < 0;
        for (const auto part : sum.parts) {
            if (counts_[part] < 0)
                is_open = true;
            else
                parts += counts_[part];
        }
        if (!is_open) return parts == counts_[sum.whole];
        return counts_[sum.whole] < 0 || parts <= counts_[sum.whole];
    }

    void search(std::size_t cell)
    {
        while (cell < counts_.size() && !hidden_[cell])
            ++cell;
        if (cell == counts_.size()) {
            for (std::size_t i = 0; i < counts_.size(); ++i)
                found_[i].insert(counts_[i]);
            return;
        }
        for (counts_[cell] = 0; counts_[cell] <= most_; ++counts_[cell])
            if (std::ranges::all_of(release_.sums, [&](const auto& sum) { return may_hold(sum); }))
                search(cell + 1);
        counts_[cell] = -1;
    }

    const Release& release_;
    const std::vector<bool>& hidden_;
    std::int64_t most_;
    std::vector<std::int64_t> counts_{};
    std::vector<std::set<std::int64_t>> found_{};
};

/// A little more than any count that there is.
std::int64_t enough_for(const Release& release)
{
    return std::ranges::max(release.cells, {}, &ReleaseCell::count).count + 3;
}

std::vector<bool> hidden_in(const Suppression& suppression)
{
    std::vector<bool> hidden;
    for (const auto why : suppression.cells)
        hidden.push_back(why != Hidden::no);
    return hidden;
}

TEST(Suppression, HidesSmallCountsAndShowsZeroAndLargeOnes)
{
    const auto suppression = suppress(table({{0}, {12}, {30}}), threshold);
    for (const auto why : suppression.cells)
        EXPECT_EQ(why, Hidden::no);
    EXPECT_TRUE(suppression.audit.empty());
}

TEST(Suppression, HidesPartnersSoThatATotalGivesNothingAway)
{
    // 2 could be computed from 49 - 17 - 30.
    const auto release = table({{2}, {17}, {30}});
    const auto suppression = suppress(release, threshold);
    EXPECT_EQ(suppression.cells[0], Hidden::small);
    EXPECT_EQ(suppression.cells[2], Hidden::partner) << "the smallest loses least";
    EXPECT_TRUE(suppression.is_safe());
    for (const auto& line : suppression.audit) {
        EXPECT_LE(line.outside.least, 1);
        EXPECT_GE(line.outside.most.value_or(threshold), threshold - 1);
        EXPECT_NE(line.inside.most, line.inside.least) << "nor can the unit that is the partner";
    }
}

TEST(Suppression, WithholdsATotalThatIsOneUnitsAlone)
{
    auto release = table({{7}, {0}, {0}});
    for (std::size_t i = 0; i < 6; ++i)
        release.cells[i].is_withheld = true;
    const auto suppression = suppress(release, threshold);
    EXPECT_TRUE(suppression.is_safe());
    EXPECT_EQ(suppression.cells[6], Hidden::no) << "nobody knows which of the three it is";
    auto alone = table({{7}});
    alone.cells[0].is_withheld = alone.cells[1].is_withheld = true;
    EXPECT_EQ(suppress(alone, threshold).cells[2], Hidden::partner);
}

TEST(Suppression, HidesALaterTotalWhoseDifferenceIsOneSmallCount)
{
    // Published: 18 of A, B and C. Now 20 of all four would say that D has 2.
    Release release;
    release.cells = {
        {.count = 5, .owner = 0, .is_withheld = true},
        {.count = 7, .owner = 1, .is_withheld = true},
        {.count = 6, .owner = 2, .is_withheld = true},
        {.count = 2, .owner = 3, .is_withheld = true},
        {.count = 18, .is_published = true},
        {.count = 20},
    };
    release.sums = {{4, {0, 1, 2}}, {5, {0, 1, 2, 3}}};
    const auto suppression = suppress(release, threshold);
    EXPECT_EQ(suppression.cells[5], Hidden::partner);
    EXPECT_TRUE(suppression.is_safe());
}

TEST(Suppression, SaysWhenWhatWasPublishedBeforeGivesSomethingAway)
{
    Release release;
    release.cells = {
        {.count = 2, .owner = 0, .is_withheld = true},
        {.count = 2, .is_published = true},
    };
    release.sums = {{1, {0}}};
    EXPECT_FALSE(suppress(release, threshold).is_safe());
}

TEST(Suppression, RecoversNoHiddenCountByTryingEveryTable)
{
    std::mt19937 random(20231210);
    std::poisson_distribution<std::int64_t> few(2);
    int guarded = 0;
    for (int round = 0; round < 25; ++round) {
        const std::size_t rows = 2 + random() % 2;
        const std::size_t columns = 1 + random() % 2;
        std::vector<std::vector<std::int64_t>> counts(rows, std::vector<std::int64_t>(columns));
        for (auto& row : counts)
            for (auto& count : row)
                count = random() % 4 == 0 ? 0 : std::min<std::int64_t>(few(random), 5);
        const auto release = table(counts);
        const auto suppression = suppress(release, 4);
        ASSERT_TRUE(suppression.is_safe());
        const auto hidden = hidden_in(suppression);
        const Enumeration tried(release, hidden, enough_for(release));
        for (std::size_t i = 0; i < hidden.size(); ++i) {
            if (suppression.cells[i] != Hidden::small) continue;
            ++guarded;
            for (std::int64_t possible = 1; possible < 4; ++possible)
                EXPECT_TRUE(tried.values_of(i).contains(possible))
                    << "round " << round << ", cell " << i << " is not " << possible;
        }
    }
    EXPECT_GT(guarded, 40);
}

TEST(Suppression, LeavesTheOtherUnitsInDoubtForTheOneThatKnowsItsOwn)
{
    std::mt19937 random(7);
    std::poisson_distribution<std::int64_t> few(2);
    for (int round = 0; round < 40; ++round) {
        std::vector<std::vector<std::int64_t>> counts(
            3 + random() % 2, std::vector<std::int64_t>(1)
        );
        for (auto& row : counts)
            row[0] = few(random);
        const auto release = table(counts);
        const auto suppression = suppress(release, 4);
        for (std::size_t owner = 0; owner < counts.size(); ++owner) {
            auto hidden = hidden_in(suppression);
            for (std::size_t i = 0; i < hidden.size(); ++i)
                if (release.cells[i].owner == static_cast<int>(owner)) hidden[i] = false;
            const Enumeration tried(release, hidden, enough_for(release));
            for (std::size_t i = 0; i < hidden.size(); ++i)
                if (hidden[i] && suppression.cells[i] == Hidden::small)
                    EXPECT_GT(tried.values_of(i).size(), 1U) << "round " << round << ", cell " << i;
        }
    }
}

TEST(Suppression, AgreesWithEveryTableTriedOnWhatCanBeMadeOut)
{
    std::mt19937 random(11);
    for (int round = 0; round < 12; ++round) {
        std::vector<std::vector<std::int64_t>> counts(3, std::vector<std::int64_t>(2));
        for (auto& row : counts)
            for (auto& count : row)
                count = static_cast<std::int64_t>(random() % 4);
        auto release = table(counts);
        // The inner cells are withheld, the totals published: nothing can be mended.
        for (std::size_t i = 0; i < 9; ++i)
            release.cells[i].is_withheld = true;
        for (std::size_t i = 9; i < 12; ++i)
            release.cells[i].is_published = true;
        const auto suppression = suppress(release, 3);
        const auto hidden = hidden_in(suppression);
        const Enumeration tried(release, hidden, 18);
        for (const auto& line : suppression.audit) {
            EXPECT_EQ(line.outside.least, *tried.values_of(line.cell).begin());
            EXPECT_EQ(line.outside.most, *tried.values_of(line.cell).rbegin());
        }
    }
}

TEST(Suppression, TakesATableOfADistrict)
{
    std::mt19937 random(1);
    std::poisson_distribution<std::int64_t> few(3);
    std::vector<std::vector<std::int64_t>> counts(12, std::vector<std::int64_t>(2));
    for (auto& row : counts)
        for (auto& count : row)
            count = few(random);
    const auto suppression = suppress(table(counts), threshold);
    EXPECT_TRUE(suppression.is_safe());
    EXPECT_EQ(suppression.cells[38], Hidden::no) << "the whole is shown";
}

} // namespace
} // namespace tiendo
