#pragma once

#include "cube/checksum.hpp"
#include "cube/nation.hpp"
#include "domain/cube/question.hpp"

#include <vector>

namespace tiendo::bench {

/// W4: a nation of 10,035 communes in 705 districts of 63 provinces, which became 3,321 communes in
/// 34 provinces. Most were merged whole; every twentieth was divided by a known share, every
/// hundredth nobody knows how.
struct FormerMap {
    static constexpr DenseIndex communes = 10035;
    static constexpr DenseIndex districts = 705;
    static constexpr DenseIndex provinces = 63;
    static constexpr DenseIndex periods = 36; ///< reported by it, before the others

    static UnitTree tree();
    static DenseIndex commune_unit(DenseIndex commune)
    {
        return 1 + provinces + districts + commune;
    }
    static std::vector<UnitPart> parts();
};

/// The provinces of the new map without a gap, so that former neighbours come together.
UnitTree new_map();

/// Three years of values as the former communes reported them.
Cube former_nation();
/// An empty cube on the new map whose first periods the former communes report.
Cube on_new_map();
/// The same five years, all of them reported on the new map.
Cube native_nation();

/// "ou,de,coc,pe,v" of the former communes; and "ou,unit,share_before,share_until,share_whole" of
/// the units of the new map where their values go.
void write_former_nation(const std::filesystem::path& values, const std::filesystem::path& places);

/// By unit of the new map, all that the former communes reported and that has its place directly
/// below it.
Rows placed_sums(const Cube& regrouped);

} // namespace tiendo::bench
