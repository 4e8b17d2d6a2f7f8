#pragma once

#include "base/decimal.hpp"
#include "base/result.hpp"
#include "domain/cube/cube_column.hpp"
#include "domain/cube/unit_mapping.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace tiendo {

/// Which number: đơn vị × chỉ tiêu × kỳ, and the part of a breakdown.
struct CubeKey {
    DenseIndex element = 0;
    DenseIndex period = 0;
    DenseIndex option = 0;
    DenseIndex unit = 0; ///< who reported, on the map on which the period is reported

    friend bool operator==(const CubeKey&, const CubeKey&) = default;
};

struct CubeShape {
    std::vector<int> scales{}; ///< by element, how many decimals its numbers have
    DenseIndex periods = 0;
    DenseIndex options = 1;
    std::size_t bytes_max = std::size_t{1} << 30;
};

/// All reported numbers of a map in memory, with their totals for every unit, exact and kept in
/// step with each single change. Nothing depends on the order in which numbers of different places
/// arrive. A column is made when its first number comes; where it would pass `bytes_max` the number
/// is refused, and the cube is as before.
///
/// Many may ask at once; while one changes it nobody else may touch it.
class Cube {
public:
    static constexpr DenseIndex options_max = 1024;

    static Result<Cube> on(UnitTree map, CubeShape shape);

    /// Elements and periods may be added at any time: the index of the new one.
    DenseIndex add_element(int scale);
    /// `mapping` as add_mapping() gave it; 0 is the map itself.
    DenseIndex add_period(DenseIndex mapping = 0);
    /// For periods that are reported by the units of another map; it must lead to the map of the
    /// cube.
    Result<DenseIndex> add_mapping(UnitMapping mapping);
    /// Refused where the period holds values already.
    Result<Done> report_on(DenseIndex period, DenseIndex mapping);

    /// Keeps the value in place of what is there; a missing one takes it away.
    Result<Done> set(const CubeKey& key, const CubeValue& value);
    Result<Done> withdraw(const CubeKey& key);
    /// What was set; missing where nothing was, or there is no such place.
    CubeValue at(const CubeKey& key) const;
    /// Takes over all that `source` has in a period. Its values must stand on the map on which the
    /// period is reported here; elements and options are the same ones.
    Result<Done> take_over(const Cube& source, DenseIndex period);

    /// Who is expected to report an element, of those who report by `mapping`; until it is said,
    /// those who have nobody below them.
    Result<Done>
    expect(DenseIndex element, DenseIndex mapping, std::span<const DenseIndex> reporting_units);

    /// All changes up to this number of the caller's sequence are in.
    void advance_to(std::uint64_t sequence) { as_of_ = std::max(as_of_, sequence); }
    std::uint64_t as_of() const { return as_of_; }

    const UnitTree& map() const { return mappings_.front().mapping.reporting_tree(); }
    DenseIndex elements() const { return static_cast<DenseIndex>(scales_.size()); }
    DenseIndex periods() const { return static_cast<DenseIndex>(period_mappings_.size()); }
    DenseIndex options() const { return options_; }
    int scale_of(DenseIndex element) const { return scales_[element]; }
    DenseIndex mappings() const { return static_cast<DenseIndex>(mappings_.size()); }
    const UnitMapping& mapping(DenseIndex index) const { return mappings_[index].mapping; }
    DenseIndex mapping_of(DenseIndex period) const { return period_mappings_[period]; }
    /// null where nothing was ever reported.
    const CubeColumn* column(DenseIndex element, DenseIndex period, DenseIndex option) const
    {
        return columns_[column_index(element, period, option)].get();
    }
    const MarkedUnits& expected(DenseIndex element, DenseIndex mapping) const;

    std::size_t bytes() const { return bytes_ + columns_.capacity() * sizeof(columns_.front()); }
    std::size_t bytes_max() const { return bytes_max_; }

private:
    struct Reporting {
        UnitMapping mapping;
        MarkedUnits all_leaves;                             ///< who is expected if nobody says
        std::vector<std::unique_ptr<MarkedUnits>> expected; ///< by element, where it was said
    };

    Cube() = default;
    std::size_t column_index(DenseIndex element, DenseIndex period, DenseIndex option) const
    {
        return (std::size_t{element} * period_room_ + period) * options_ + option;
    }
    bool has_column(DenseIndex element, DenseIndex period, DenseIndex option) const;
    bool has_values(DenseIndex period) const;
    void make_room(DenseIndex periods);
    Result<Done> need(std::size_t bytes) const;
    Result<Done> take(std::size_t bytes);
    static CubeValue kept(const UnitMapping& mapping, const CubeColumn& column, DenseIndex unit);
    static void
    keep(const UnitMapping& mapping, CubeColumn& column, DenseIndex unit, CubeValue value);
    static Reporting reporting_by(UnitMapping mapping);

    std::vector<Reporting> mappings_;
    std::vector<int> scales_;
    std::vector<DenseIndex> period_mappings_;
    std::vector<std::unique_ptr<CubeColumn>> columns_;
    DenseIndex period_room_ = 0;
    DenseIndex options_ = 1;
    std::size_t bytes_ = 0;
    std::size_t bytes_max_ = 0;
    std::uint64_t as_of_ = 0;
};

/// The number in the scale of an element: 26.05 at scale 2 is 2605. None where it has more decimals
/// or does not fit.
std::optional<std::int64_t> scaled(const Decimal& number, int scale);

} // namespace tiendo
