#include "domain/cube/cube.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace tiendo {
namespace {

/// Counts a unit once wherever several of its places are below.
void mark(MarkedUnits& units, const UnitMapping& mapping, DenseIndex reporting_unit)
{
    for (const auto& place : mapping.places_of(reporting_unit))
        units.set(mapping.tree(), place.position, true);
    for (const auto joint : mapping.joints_of(reporting_unit))
        units.add(mapping.tree(), joint, -1);
}

} // namespace

Cube::Reporting Cube::reporting_by(UnitMapping mapping)
{
    MarkedUnits leaves(mapping.tree());
    const auto& reporting = mapping.reporting_tree();
    for (DenseIndex unit = 0; unit < reporting.size(); ++unit)
        if (!reporting.is_inner(unit)) mark(leaves, mapping, unit);
    return {std::move(mapping), std::move(leaves), {}};
}

Result<Cube> Cube::on(UnitTree map, CubeShape shape)
{
    if (shape.options < 1 || shape.options > options_max)
        return refuse(
            Refusal::too_large, "cube.too_many_options", {{"limit", std::to_string(options_max)}}
        );
    Cube cube;
    cube.bytes_max_ = shape.bytes_max;
    cube.options_ = shape.options;
    cube.scales_ = std::move(shape.scales);
    TRY(cube.add_mapping(UnitMapping::same(map)));
    cube.make_room(shape.periods);
    cube.period_mappings_.assign(shape.periods, 0);
    return cube;
}

Result<Done> Cube::need(std::size_t bytes) const
{
    if (bytes > bytes_max_ - std::min(this->bytes(), bytes_max_))
        return refuse(
            Refusal::too_large, "cube.full", {{"limit", std::to_string(bytes_max_ >> 20U)}}
        );
    return done;
}

Result<Done> Cube::take(std::size_t bytes)
{
    TRY(need(bytes));
    bytes_ += bytes;
    return done;
}

void Cube::make_room(DenseIndex periods)
{
    if (periods <= period_room_) return;
    const auto room = std::max(periods, period_room_ + period_room_ / 2);
    std::vector<std::unique_ptr<CubeColumn>> columns(std::size_t{elements()} * room * options_);
    const auto before = std::size_t{period_room_} * options_;
    for (std::size_t k = 0; k < columns_.size(); ++k)
        columns[k / before * room * options_ + k % before] = std::move(columns_[k]);
    columns_ = std::move(columns);
    period_room_ = room;
}

DenseIndex Cube::add_element(int scale)
{
    scales_.push_back(scale);
    columns_.resize(std::size_t{elements()} * period_room_ * options_);
    return elements() - 1;
}

DenseIndex Cube::add_period(DenseIndex mapping)
{
    ensure(mapping < mappings(), "a period is reported on a map that the cube knows");
    make_room(periods() + 1);
    period_mappings_.push_back(mapping);
    return periods() - 1;
}

Result<DenseIndex> Cube::add_mapping(UnitMapping mapping)
{
    if (!mappings_.empty()) {
        const auto& own = map().parents();
        const auto& all = mapping.tree().parents();
        if (all.size() < own.size() || !std::equal(own.begin(), own.end(), all.begin()))
            return refuse(Refusal::invalid, "cube.other_map");
    }
    auto reporting = reporting_by(std::move(mapping));
    TRY(take(reporting.mapping.bytes() + reporting.all_leaves.bytes()));
    mappings_.push_back(std::move(reporting));
    return mappings() - 1;
}

bool Cube::has_column(DenseIndex element, DenseIndex period, DenseIndex option) const
{
    return element < elements() && period < periods() && option < options_ &&
           column(element, period, option) != nullptr;
}

bool Cube::has_values(DenseIndex period) const
{
    for (DenseIndex element = 0; element < elements(); ++element)
        for (DenseIndex option = 0; option < options_; ++option)
            if (has_column(element, period, option)) return true;
    return false;
}

Result<Done> Cube::report_on(DenseIndex period, DenseIndex mapping)
{
    if (period >= periods() || mapping >= mappings())
        return refuse(Refusal::invalid, "cube.place_unknown");
    if (has_values(period)) return refuse(Refusal::conflict, "cube.period_has_values");
    period_mappings_[period] = mapping;
    return done;
}

CubeValue Cube::kept(const UnitMapping& mapping, const CubeColumn& column, DenseIndex unit)
{
    const auto places = mapping.places_of(unit);
    auto value = column.at(places.front().position);
    for (const auto& place : places.subspan(1))
        value.number += column.at(place.position).number;
    return value;
}

void Cube::keep(const UnitMapping& mapping, CubeColumn& column, DenseIndex unit, CubeValue value)
{
    const auto places = mapping.places_of(unit);
    const auto joints = mapping.joints_of(unit);
    if (!joints.empty()) {
        const auto before = column.at(places.front().position);
        for (const auto joint : joints)
            column.count_once(mapping.tree(), joint, before, value);
    }
    for (const auto& place : places) {
        auto part = value;
        part.number = UnitMapping::part_of(value.number, place);
        column.set(mapping.tree(), place.position, part);
    }
}

Result<Done> Cube::set(const CubeKey& key, const CubeValue& value)
{
    if (key.element >= elements() || key.period >= periods() || key.option >= options_)
        return refuse(Refusal::invalid, "cube.place_unknown");
    const auto& mapping = mappings_[period_mappings_[key.period]].mapping;
    if (key.unit >= mapping.reporting()) return refuse(Refusal::invalid, "cube.unit_unknown");
    auto& column = columns_[column_index(key.element, key.period, key.option)];
    if (!column && value.state == ValueState::missing) return done;
    auto made = column ? nullptr : std::make_unique<CubeColumn>(mapping.tree());
    auto& target = column ? *column : *made;
    const auto growth = target.growth(value);
    const auto before = growth == 0 || made ? 0 : target.bytes();
    if (const auto more = growth + (made ? target.bytes() : 0); more > 0) TRY(need(more));
    keep(mapping, target, key.unit, value);
    // Of a value that was wide its parts need not be.
    if (growth > 0 || made) bytes_ += target.bytes() - before;
    if (made) column = std::move(made);
    return done;
}

Result<Done> Cube::withdraw(const CubeKey& key)
{
    return set(key, {});
}

CubeValue Cube::at(const CubeKey& key) const
{
    if (!has_column(key.element, key.period, key.option)) return {};
    const auto& mapping = mappings_[period_mappings_[key.period]].mapping;
    if (key.unit >= mapping.reporting()) return {};
    return kept(mapping, *column(key.element, key.period, key.option), key.unit);
}

Result<Done> Cube::take_over(const Cube& source, DenseIndex period)
{
    if (period >= periods() || period >= source.periods() || source.elements() != elements() ||
        source.options() != options_)
        return refuse(Refusal::invalid, "cube.place_unknown");
    const auto& mapping = mappings_[period_mappings_[period]].mapping;
    const auto& theirs = source.mapping(source.mapping_of(period));
    if (!theirs.is_same() || theirs.tree().parents() != mapping.reporting_tree().parents())
        return refuse(Refusal::invalid, "cube.other_map");
    if (has_values(period)) return refuse(Refusal::conflict, "cube.period_has_values");

    std::vector<DenseIndex> positions(mapping.reporting(), no_index);
    std::vector<DenseIndex> divided;
    for (DenseIndex unit = 0; unit < mapping.reporting(); ++unit) {
        const auto places = mapping.places_of(unit);
        if (places.size() > 1)
            divided.push_back(unit);
        else
            positions[theirs.tree().position_of(unit)] = places.front().position;
    }
    std::size_t need = 0;
    const auto each = [&](auto&& visit) {
        for (DenseIndex element = 0; element < elements(); ++element)
            for (DenseIndex option = 0; option < options_; ++option)
                if (const auto* their = source.column(element, period, option))
                    visit(*their, columns_[column_index(element, period, option)]);
    };
    each([&](const CubeColumn& their, auto&) {
        need += CubeColumn::bytes_regrouped(their, mapping.tree());
    });
    TRY(take(need));
    each([&](const CubeColumn& their, std::unique_ptr<CubeColumn>& own) {
        own = std::make_unique<CubeColumn>(CubeColumn::regrouped(their, mapping.tree(), positions));
        for (const auto unit : divided)
            keep(mapping, *own, unit, their.at(theirs.tree().position_of(unit)));
    });
    return done;
}

Result<Done>
Cube::expect(DenseIndex element, DenseIndex mapping, std::span<const DenseIndex> reporting_units)
{
    if (element >= elements() || mapping >= mappings())
        return refuse(Refusal::invalid, "cube.place_unknown");
    auto& reporting = mappings_[mapping];
    auto units = std::make_unique<MarkedUnits>(reporting.mapping.tree());
    for (const auto unit : reporting_units) {
        if (unit >= reporting.mapping.reporting())
            return refuse(Refusal::invalid, "cube.unit_unknown");
        if (!units->is_set(reporting.mapping.places_of(unit).front().position))
            mark(*units, reporting.mapping, unit);
    }
    if (reporting.expected.size() <= element) reporting.expected.resize(element + 1);
    auto& kept_units = reporting.expected[element];
    if (!kept_units) TRY(take(units->bytes()));
    kept_units = std::move(units);
    return done;
}

const MarkedUnits& Cube::expected(DenseIndex element, DenseIndex mapping) const
{
    const auto& reporting = mappings_[mapping];
    if (element < reporting.expected.size() && reporting.expected[element])
        return *reporting.expected[element];
    return reporting.all_leaves;
}

std::optional<std::int64_t> scaled(const Decimal& number, int scale)
{
    if (number.scale() > scale) return std::nullopt;
    auto units = number.units();
    for (auto decimals = number.scale(); decimals < scale; ++decimals)
        if (__builtin_mul_overflow(units, std::int64_t{10}, &units)) return std::nullopt;
    return units;
}

} // namespace tiendo
