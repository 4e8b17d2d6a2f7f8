#include "cube/former_map.hpp"
#include "cube/questions.hpp"
#include "domain/cube/column_sums.hpp"

#include <benchmark/benchmark.h>
#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <memory>
#include <string>

namespace tiendo::bench {
namespace {

struct Worlds {
    std::vector<std::int32_t> log;
    std::unique_ptr<Cube> nation;
    std::unique_ptr<Cube> former;
    std::unique_ptr<Cube> regrouped;
    std::unique_ptr<Cube> native;
    std::vector<SumQuestion> questions = sum_questions(nation_tree(), Nation::periods);
    /// The same ones about the last year that the former communes reported.
    std::vector<SumQuestion> questions_before = sum_questions(new_map(), FormerMap::periods);
};

Worlds& worlds()
{
    static Worlds all;
    return all;
}

void start(benchmark::State& state)
{
    for (auto _ : state) {
        auto cube = empty_nation();
        fill_nation(cube, worlds().log);
        benchmark::DoNotOptimize(cube);
    }
}

void sums(benchmark::State& state, const Cube* cube, const SumQuestion* question)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(ask(*cube, question->slices, question->units));
}

void ratios(benchmark::State& state, const Cube* cube, const SumQuestion* question)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(ratios_of(ask(*cube, question->slices, question->units).value()));
}

void far(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(ask_far(*worlds().nation));
}

void completeness(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(ask_completeness(*worlds().nation));
}

void month(benchmark::State& state, DenseIndex top)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(check_month(*worlds().nation, top));
}

/// Two values set for each time.
void save_one(benchmark::State& state)
{
    std::int64_t number = 0;
    DenseIndex commune = 0;
    for (auto _ : state) {
        commune = (commune + 997) % Nation::communes;
        const auto unit = Nation::commune_unit(commune);
        const CubeKey key{.element = 7, .period = Nation::periods - 1, .option = 0, .unit = unit};
        const auto before = worlds().nation->at(key);
        benchmark::DoNotOptimize(worlds().nation->set(key, CubeValue::of(++number)));
        benchmark::DoNotOptimize(worlds().nation->set(key, before));
    }
}

/// All numbers of the nation without any total that is kept.
void scan(benchmark::State& state)
{
    const auto elements = counted_from(0, Nation::elements);
    const auto periods = counted_from(0, Nation::periods);
    const auto options = counted_from(0, Nation::options);
    for (auto _ : state)
        benchmark::DoNotOptimize(sum_again(*worlds().nation, {elements, periods, options}, 0));
}

/// What one core reads: the plain sum of as many bytes in one piece.
void bandwidth(benchmark::State& state)
{
    const std::vector<std::uint64_t> numbers(Nation::places * sizeof(std::int32_t) / 8, 3);
    for (auto _ : state) {
        std::uint64_t sum = 0;
        for (const auto number : numbers)
            sum += number;
        benchmark::DoNotOptimize(sum);
    }
}

void regroup(benchmark::State& state)
{
    for (auto _ : state) {
        auto cube = on_new_map();
        for (DenseIndex period = 0; period < FormerMap::periods; ++period)
            ensure(cube.take_over(*worlds().former, period).has_value(), "the nation fits");
        benchmark::DoNotOptimize(cube);
    }
}

/// By engines and by name, what a question answers.
void print_answers()
{
    const auto print = [](const std::string& name, const Rows& rows) {
        fmt::print("answer {} {} {}\n", name, rows.size(), checksum(rows));
    };
    const auto& nation = *worlds().nation;
    for (const auto& question : worlds().questions)
        print(
            question.name, rows_of(question, ask(nation, question.slices, question.units).value())
        );
    print("D6", rows_of(ask_far(nation)));
    print("D7", rows_of(ask_completeness(nation)));
    print("W5", rows_of(check_month(nation, 0)));
    print("W4", placed_sums(*worlds().regrouped));
}

/// The nation's totals are the same to the last unit on the former map and on the new one.
void compare_maps()
{
    const auto options = counted_from(0, Nation::options);
    std::size_t different = 0;
    for (DenseIndex element = 0; element < Nation::elements; ++element)
        for (DenseIndex period = 0; period < FormerMap::periods; ++period) {
            const auto one = counted_from(element, 1), when = counted_from(period, 1);
            const Slice slice{one, when, options};
            const auto before = ask_one(*worlds().former, slice, 0).value();
            const auto after = ask_one(*worlds().regrouped, slice, 0).value();
            if (before.sum != after.sum || before.counts.reported != after.counts.reported)
                ++different;
        }
    fmt::print(
        "national totals of {} elements × months, different on the new map: {}\n",
        Nation::elements * FormerMap::periods,
        different
    );
}

void print_memory(const std::string& name, const Cube& cube, std::size_t values)
{
    fmt::print("memory {} {} bytes, {} values of 8 bytes\n", name, cube.bytes(), values);
}

void make_worlds()
{
    auto& all = worlds();
    all.log = nation_log();
    all.nation = std::make_unique<Cube>(empty_nation());
    fill_nation(*all.nation, all.log);
    all.former = std::make_unique<Cube>(former_nation());
    all.native = std::make_unique<Cube>(native_nation());
    all.regrouped = std::make_unique<Cube>(on_new_map());
    for (DenseIndex period = 0; period < FormerMap::periods; ++period)
        ensure(all.regrouped->take_over(*all.former, period).has_value(), "the nation fits");
    print_memory("nation", *all.nation, Nation::places);
    const auto former =
        std::size_t{FormerMap::communes} * Nation::elements * Nation::options * FormerMap::periods;
    print_memory("former", *all.former, former);
    print_memory("regrouped", *all.regrouped, former);
}

/// As the other engines are measured: by the clock, the least of as many short runs.
void measure(const std::string& name, auto&& function, auto... arguments)
{
    const auto takes_long = name == "start" || name == "W4";
    benchmark::RegisterBenchmark(name.c_str(), function, arguments...)
        ->Unit(benchmark::kMillisecond)
        ->UseRealTime()
        ->MinTime(0.002)
        ->Repetitions(takes_long ? 5 : 40)
        ->ComputeStatistics(
            "min", [](const std::vector<double>& times) { return *std::ranges::min_element(times); }
        )
        ->ReportAggregatesOnly();
}

void measure_all()
{
    auto& all = worlds();
    measure("start", start);
    for (const auto& question : all.questions)
        measure(question.name, question.ratio ? ratios : sums, all.nation.get(), &question);
    measure("D6", far);
    measure("D7", completeness);
    measure("save", save_one);
    measure("scan", scan);
    measure("bandwidth", bandwidth);
    measure("W4", regroup);
    for (std::size_t k = 0; k < 4; ++k) {
        const auto& question = all.questions_before[k];
        measure(question.name + "_on_its_map", sums, all.native.get(), &question);
        measure(question.name + "_on_another", sums, all.regrouped.get(), &question);
    }
    measure("W5", month, 0U);
    measure("W5_one_form", month, Nation::commune_unit(7));
}

} // namespace
} // namespace tiendo::bench

/// bench_cube --values FOLDER writes the values for the other engines; else it measures.
int main(int count, char** arguments)
{
    namespace bench = tiendo::bench;
    if (count == 3 && std::string_view(arguments[1]) == "--values") {
        const std::filesystem::path folder = arguments[2];
        bench::write_former_nation(folder / "former.csv", folder / "places.csv");
        fmt::print(
            "{}\n",
            bench::write_values(
                folder / "values.csv", bench::Nation::communes, bench::Nation::periods
            )
        );
        return 0;
    }
    benchmark::Initialize(&count, arguments);
    bench::make_worlds();
    bench::print_answers();
    bench::compare_maps();
    bench::measure_all();
    benchmark::RunSpecifiedBenchmarks();
}
