#include "cube/nation.hpp"

#include <charconv>
#include <fstream>
#include <string>

namespace tiendo::bench {
namespace {

constexpr std::uint64_t seed = 20250701;

/// SplitMix64 at one point.
std::uint64_t mixed(std::uint64_t number)
{
    number = (number + seed) * 0x9e3779b97f4a7c15U;
    number = (number ^ (number >> 30U)) * 0xbf58476d1ce4e5b9U;
    number = (number ^ (number >> 27U)) * 0x94d049bb133111ebU;
    return number ^ (number >> 31U);
}

void append(std::string& text, std::int64_t number, char after)
{
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    text.append(digits, end);
    text.push_back(after);
}

} // namespace

std::optional<std::int32_t> made_up_value(const Place& place, std::uint64_t communes)
{
    const auto index =
        ((std::uint64_t{place.element} * 1000 + place.period) * Nation::options + place.option) *
            communes +
        place.commune;
    const auto random = mixed(index);
    if (random >> 56U == 0) return std::nullopt;
    const auto value = static_cast<std::int32_t>(random % 1000);
    return (random >> 48U & 0xffU) == 0 ? value * 50 : value;
}

UnitTree nation_tree()
{
    std::vector<DenseIndex> parents(1 + Nation::provinces, 0);
    parents[0] = no_index;
    for (DenseIndex commune = 0; commune < Nation::communes; ++commune)
        parents.push_back(Nation::province_unit(Nation::province_of(commune)));
    return UnitTree::of(std::move(parents)).value();
}

Cube empty_nation(DenseIndex periods)
{
    return Cube::on(
               nation_tree(),
               {.scales = std::vector<int>(Nation::elements, 0),
                .periods = periods,
                .options = Nation::options}
    )
        .value();
}

std::vector<std::int32_t> nation_log()
{
    std::vector<std::int32_t> log;
    log.reserve(Nation::places);
    for (DenseIndex period = 0; period < Nation::periods; ++period)
        for (DenseIndex commune = 0; commune < Nation::communes; ++commune)
            for (DenseIndex element = 0; element < Nation::elements; ++element)
                for (DenseIndex option = 0; option < Nation::options; ++option)
                    log.push_back(
                        made_up_value({element, period, option, commune}, Nation::communes)
                            .value_or(-1)
                    );
    return log;
}

void fill_nation(Cube& cube, const std::vector<std::int32_t>& log)
{
    auto entry = log.begin();
    for (DenseIndex period = 0; period < Nation::periods; ++period)
        for (DenseIndex commune = 0; commune < Nation::communes; ++commune)
            for (DenseIndex element = 0; element < Nation::elements; ++element)
                for (DenseIndex option = 0; option < Nation::options; ++option, ++entry) {
                    if (*entry < 0) continue;
                    const auto kept = cube.set(
                        {element, period, option, Nation::commune_unit(commune)},
                        CubeValue::of(*entry)
                    );
                    ensure(kept.has_value(), "the nation fits");
                }
}

std::size_t write_values(const std::filesystem::path& file, DenseIndex communes, DenseIndex periods)
{
    std::ofstream out(file, std::ios::binary);
    std::string text;
    std::size_t count = 0;
    for (DenseIndex element = 0; element < Nation::elements; ++element)
        for (DenseIndex period = 0; period < periods; ++period) {
            text.clear();
            for (DenseIndex option = 0; option < Nation::options; ++option)
                for (DenseIndex commune = 0; commune < communes; ++commune) {
                    const auto value = made_up_value({element, period, option, commune}, communes);
                    if (!value) continue;
                    ++count;
                    append(text, commune, ',');
                    append(text, element, ',');
                    append(text, option, ',');
                    append(text, period, ',');
                    append(text, *value, '\n');
                }
            out.write(text.data(), static_cast<std::streamsize>(text.size()));
        }
    ensure(out.good(), "the file of values is written");
    return count;
}

} // namespace tiendo::bench
