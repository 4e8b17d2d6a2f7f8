#include "cube/former_map.hpp"

#include <fstream>
#include <map>

namespace tiendo::bench {
namespace {

DenseIndex spread(DenseIndex index, DenseIndex from, DenseIndex to)
{
    return static_cast<DenseIndex>(std::uint64_t{index} * to / from);
}

CubeShape shape(DenseIndex periods)
{
    return {
        .scales = std::vector<int>(Nation::elements, 0),
        .periods = periods,
        .options = Nation::options,
        .bytes_max = std::size_t{2} << 30U,
    };
}

void fill(Cube& cube, DenseIndex periods, DenseIndex communes, DenseIndex first_unit)
{
    for (DenseIndex element = 0; element < Nation::elements; ++element)
        for (DenseIndex period = 0; period < periods; ++period)
            for (DenseIndex option = 0; option < Nation::options; ++option)
                for (DenseIndex commune = 0; commune < communes; ++commune) {
                    const auto value = made_up_value({element, period, option, commune}, communes);
                    if (!value) continue;
                    const auto kept = cube.set(
                        {element, period, option, first_unit + commune}, CubeValue::of(*value)
                    );
                    ensure(kept.has_value(), "the nation fits");
                }
}

} // namespace

UnitTree FormerMap::tree()
{
    std::vector<DenseIndex> parents{no_index};
    for (DenseIndex province = 0; province < provinces; ++province)
        parents.push_back(0);
    for (DenseIndex district = 0; district < districts; ++district)
        parents.push_back(1 + spread(district, districts, provinces));
    for (DenseIndex commune = 0; commune < communes; ++commune)
        parents.push_back(1 + provinces + spread(commune, communes, districts));
    return UnitTree::of(std::move(parents)).value();
}

UnitTree new_map()
{
    std::vector<DenseIndex> parents{no_index};
    for (DenseIndex province = 0; province < Nation::provinces; ++province)
        parents.push_back(0);
    for (DenseIndex commune = 0; commune < Nation::communes; ++commune)
        parents.push_back(Nation::province_unit(spread(commune, Nation::communes, Nation::provinces)
        ));
    return UnitTree::of(std::move(parents)).value();
}

std::vector<UnitPart> FormerMap::parts()
{
    std::vector<UnitPart> parts;
    for (DenseIndex province = 0; province < 1 + provinces; ++province)
        parts.push_back({province, 0});
    for (DenseIndex district = 0; district < districts; ++district)
        parts.push_back({1 + provinces + district, 0});
    for (DenseIndex commune = 0; commune < communes; ++commune) {
        const auto from = commune_unit(commune);
        const auto target = spread(commune, communes, Nation::communes);
        const auto to = Nation::commune_unit(target);
        const auto next = Nation::commune_unit((target + 1) % Nation::communes);
        if (commune % 20 == 0) {
            parts.push_back({from, to, UnitShare{37, 100}});
            parts.push_back({from, next, UnitShare{63, 100}});
        } else if (commune % 100 == 1) {
            parts.push_back({from, to, std::nullopt});
            parts.push_back({from, next, std::nullopt});
        } else {
            parts.push_back({from, to});
        }
    }
    return parts;
}

Cube former_nation()
{
    auto cube = Cube::on(FormerMap::tree(), shape(FormerMap::periods)).value();
    fill(cube, FormerMap::periods, FormerMap::communes, FormerMap::commune_unit(0));
    return cube;
}

Cube on_new_map()
{
    auto cube = Cube::on(new_map(), shape(Nation::periods)).value();
    const auto mapping = UnitMapping::of(FormerMap::tree(), new_map(), FormerMap::parts());
    const auto index = cube.add_mapping(mapping.value()).value();
    for (DenseIndex period = 0; period < FormerMap::periods; ++period)
        ensure(cube.report_on(period, index).has_value(), "the period has no values yet");
    return cube;
}

void write_former_nation(const std::filesystem::path& values, const std::filesystem::path& places)
{
    write_values(values, FormerMap::communes, FormerMap::periods);
    const auto mapping = UnitMapping::of(FormerMap::tree(), new_map(), FormerMap::parts()).value();
    std::ofstream out(places);
    for (DenseIndex commune = 0; commune < FormerMap::communes; ++commune)
        for (const auto& place : mapping.places_of(FormerMap::commune_unit(commune)))
            out << commune << ','
                << mapping.tree().parent_of(mapping.tree().unit_at(place.position)) << ','
                << place.share_before << ',' << place.share_until << ',' << place.share_whole
                << '\n';
    ensure(out.good(), "the file of places is written");
}

Rows placed_sums(const Cube& regrouped)
{
    const auto& mapping = regrouped.mapping(1);
    std::map<DenseIndex, std::int64_t> sums;
    for (DenseIndex commune = 0; commune < FormerMap::communes; ++commune)
        for (const auto& place : mapping.places_of(FormerMap::commune_unit(commune))) {
            auto& sum = sums[mapping.tree().parent_of(mapping.tree().unit_at(place.position))];
            for (DenseIndex element = 0; element < Nation::elements; ++element)
                for (DenseIndex period = 0; period < FormerMap::periods; ++period)
                    for (DenseIndex option = 0; option < Nation::options; ++option)
                        sum += regrouped.column(element, period, option)->numbers()[place.position];
        }
    Rows rows;
    for (const auto& [unit, sum] : sums)
        rows.push_back({unit, sum});
    return rows;
}

Cube native_nation()
{
    auto cube = Cube::on(new_map(), shape(Nation::periods)).value();
    fill(cube, Nation::periods, Nation::communes, Nation::commune_unit(0));
    return cube;
}

} // namespace tiendo::bench
