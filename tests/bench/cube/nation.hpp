#pragma once

#include "domain/cube/cube.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

namespace tiendo::bench {

/// "Q", a nation of made-up values: 3,321 communes in 34 provinces, 100 elements × 2 options × 60
/// months. Every value follows from its place and a seed; one of 256 is missing, one of 256 is odd.
struct Nation {
    static constexpr DenseIndex provinces = 34;
    static constexpr DenseIndex communes = 3321;
    static constexpr DenseIndex elements = 100;
    static constexpr DenseIndex options = 2;
    static constexpr DenseIndex periods = 60;
    static constexpr std::size_t places = std::size_t{communes} * elements * options * periods;
    /// Units of the tree: 0 the nation, then the provinces, then the communes.
    static constexpr DenseIndex first_commune = 1 + provinces;

    static DenseIndex province_unit(DenseIndex province) { return 1 + province; }
    static DenseIndex commune_unit(DenseIndex commune) { return first_commune + commune; }
    static DenseIndex province_of(DenseIndex commune) { return commune % provinces; }
};

struct Place {
    DenseIndex element = 0;
    DenseIndex period = 0;
    DenseIndex option = 0;
    DenseIndex commune = 0;
};

std::optional<std::int32_t> made_up_value(const Place& place, std::uint64_t communes);

UnitTree nation_tree();
Cube empty_nation(DenseIndex periods = Nation::periods);

/// All values as they would lie in a log, by period, commune, element and option; missing ones are
/// negative.
std::vector<std::int32_t> nation_log();
/// Fills the cube value by value, as from a log.
void fill_nation(Cube& cube, const std::vector<std::int32_t>& log);

/// "ou,de,coc,pe,v" in the order element, period, option, commune; how many.
std::size_t
write_values(const std::filesystem::path& file, DenseIndex communes, DenseIndex periods);

} // namespace tiendo::bench
