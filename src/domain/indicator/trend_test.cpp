#include "domain/indicator/trend.hpp"

#include <gtest/gtest.h>

#include <random>

namespace tiendo {
namespace {

constexpr unsigned seed = 20231208;
constexpr double nearly = 1e-9;

std::vector<TrendPoint> points_of(const std::vector<double>& values, double variance = 0)
{
    std::vector<TrendPoint> points;
    for (const auto value : values)
        points.push_back({static_cast<double>(points.size()), value, variance});
    return points;
}

/// Runs of four to twelve values from 0 to 100.
std::vector<std::vector<double>> many_runs()
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> value(0, 100);
    std::vector<std::vector<double>> runs;
    for (std::size_t i = 0; i < 500; ++i) {
        std::vector<double> run(4 + i % 9);
        for (auto& each : run)
            each = value(random);
        runs.push_back(std::move(run));
    }
    return runs;
}

TEST(Trend, OfWhatStaysIsWhatItWas)
{
    for (const double ahead : {4.0, 5.0, 7.5}) {
        const auto band = trend_at(points_of({42, 42, 42, 42}), ahead);
        EXPECT_NEAR(band.value, 42, nearly);
        EXPECT_NEAR(band.low, 42, nearly);
        EXPECT_NEAR(band.high, 42, nearly);
    }
}

TEST(Trend, IsByHandTheLineOfLeastSquares)
{
    // 1, 3, 2, 4 at 0 … 3: slope 0,8, mean 2,5 at 1,5; residuals −0,3 0,9 −0,9 0,3, their squares
    // 1,8, over two degrees 0,9. At 4: 4,5; 0,9 · (1 + 1/4 + 2,5²/5) = 2,25; t 1,886 · 1,5 = 2,829.
    const auto band = trend_at(points_of({1, 3, 2, 4}), 4);
    EXPECT_NEAR(band.value, 4.5, nearly);
    EXPECT_NEAR(band.low, 4.5 - 2.829, nearly);
    EXPECT_NEAR(band.high, 4.5 + 2.829, nearly);
    EXPECT_FALSE(band.is_by_chance);
}

TEST(Trend, LiesInsideItsBandAndTheBandWidensAhead)
{
    for (const auto& run : many_runs()) {
        const auto points = points_of(run);
        const auto end = static_cast<double>(run.size());
        const auto near = trend_at(points, end);
        const auto far = trend_at(points, end + 3);
        EXPECT_LE(near.low, near.value);
        EXPECT_GE(near.high, near.value);
        EXPECT_GT(far.high - far.low, near.high - near.low);
    }
}

TEST(Trend, IsTheSameUpwardsAndDownwards)
{
    for (const auto& run : many_runs()) {
        auto mirrored = run;
        for (auto& value : mirrored)
            value = 100 - value;
        const auto end = static_cast<double>(run.size()) + 1;
        const auto up = trend_at(points_of(run, 3), end);
        const auto down = trend_at(points_of(mirrored, 3), end);
        EXPECT_NEAR(down.value, 100 - up.value, 1e-6);
        EXPECT_NEAR(down.low, 100 - up.high, 1e-6);
        EXPECT_NEAR(down.high, 100 - up.low, 1e-6);
    }
}

TEST(Trend, IsNotSurerThanChanceAllows)
{
    const auto sure = trend_at(points_of({50, 50, 50, 50}, 0), 4);
    const auto chance = trend_at(points_of({50, 50, 50, 50}, 25), 4);
    EXPECT_NEAR(sure.high, 50, nearly);
    EXPECT_GT(chance.high, 55);
    EXPECT_TRUE(chance.is_by_chance);
}

TEST(Trend, HoldsTheNextValueInFourCasesOfFive)
{
    std::mt19937 random(seed);
    std::normal_distribution<double> off(0, 4);
    int inside = 0;
    constexpr int cases = 4000;
    for (int i = 0; i < cases; ++i) {
        std::vector<double> run(static_cast<std::size_t>(4 + i % 8));
        for (std::size_t t = 0; t < run.size(); ++t)
            run[t] = 30 + 2 * static_cast<double>(t) + off(random);
        const auto when = static_cast<double>(run.size()) + 1;
        const auto band = trend_at(points_of(run), when);
        const auto came = 30 + 2 * when + off(random);
        if (band.low <= came && came <= band.high) ++inside;
    }
    EXPECT_GT(inside, cases * 77 / 100);
    EXPECT_LT(inside, cases * 83 / 100);
}

} // namespace
} // namespace tiendo
