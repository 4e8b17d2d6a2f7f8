#include "domain/org/unit_list.hpp"

#include "base/text.hpp"
#include "domain/org/unit_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace tiendo {
namespace {

bool overlap(const auto& a, const auto& b)
{
    const bool begins_before_end = !a.valid_from || !b.valid_to || *a.valid_from <= *b.valid_to;
    const bool ends_after_begin = !a.valid_to || !b.valid_from || *b.valid_from <= *a.valid_to;
    return begins_before_end && ends_after_begin;
}

/// Ministries to hamlets are fewer; a circle of superiors ends here.
constexpr int levels_max = 12;

/// Whether the one began on the day after the other's last.
bool is_next(const auto& from, const auto& to)
{
    return from.valid_to && to.valid_from && add_days(*from.valid_to, 1) == *to.valid_from;
}

/// By code; several units may have had it one after the other.
using ByCode = std::unordered_multimap<std::string, std::size_t>;

template <class Item> ByCode by_code(const std::vector<Item>& items)
{
    ByCode index;
    for (std::size_t i = 0; i < items.size(); ++i)
        if (!items[i].code.empty()) index.emplace(items[i].code, i);
    return index;
}

std::vector<std::size_t> of_code(const ByCode& index, const std::string& code)
{
    std::vector<std::size_t> found;
    const auto [begin, end] = index.equal_range(code);
    for (auto it = begin; it != end; ++it)
        found.push_back(it->second);
    std::ranges::sort(found);
    return found;
}

std::string text_of(const ListedUnit& unit)
{
    return unit.code + " " + unit.name;
}

std::string text_of(const ListedSuccession& link)
{
    return link.from_code + " → " + link.to_code;
}

/// Which rows are wanted: all, or those that have to do with the units below one.
class Selection {
public:
    explicit Selection(const UnitList& list) : list_(list), codes_(by_code(list.units)) {}

    std::vector<bool> all() const { return std::vector<bool>(list_.units.size(), true); }

    std::vector<bool> below(const std::string& code) const
    {
        std::vector<bool> chosen(list_.units.size(), false);
        for (std::size_t i = 0; i < list_.units.size(); ++i)
            chosen[i] = list_.units[i].code == code || is_below(i, code);
        const auto links = linked_rows();
        auto wider = chosen;
        for (const auto& [from, to] : links) {
            if (!chosen[from] && !chosen[to]) continue;
            choose_with_superiors(wider, from);
            choose_with_superiors(wider, to);
        }
        // A unit that was divided among the units below and others needs the others too: with one
        // part alone it would seem to have gone over whole.
        for (bool is_wider = true; is_wider;) {
            is_wider = false;
            for (const auto& [from, to] : links) {
                if (!wider[from] || wider[to]) continue;
                choose_with_superiors(wider, to);
                is_wider = true;
            }
        }
        return wider;
    }

    bool knows(const std::string& code) const { return codes_.contains(code); }

    /// The row of the superior in the same days.
    std::optional<std::size_t> superior(std::size_t row) const
    {
        const auto& unit = list_.units[row];
        if (unit.parent_code.empty()) return std::nullopt;
        for (const auto candidate : of_code(codes_, unit.parent_code))
            if (candidate != row && overlap(list_.units[candidate], unit)) return candidate;
        return std::nullopt;
    }

private:
    /// The rows that the successions mean.
    std::vector<std::pair<std::size_t, std::size_t>> linked_rows() const
    {
        std::vector<std::pair<std::size_t, std::size_t>> links;
        for (const auto& link : list_.successions)
            for (const auto from : of_code(codes_, link.from_code))
                for (const auto to : of_code(codes_, link.to_code))
                    if (is_next(list_.units[from], list_.units[to])) links.emplace_back(from, to);
        return links;
    }

    bool is_below(std::size_t row, const std::string& code) const
    {
        auto current = superior(row);
        for (int level = 0; current && level < levels_max; ++level) {
            if (list_.units[*current].code == code) return true;
            current = superior(*current);
        }
        return false;
    }

    void choose_with_superiors(std::vector<bool>& chosen, std::size_t row) const
    {
        std::optional<std::size_t> current = row;
        for (int level = 0; current && level < levels_max; ++level) {
            chosen[*current] = true;
            current = superior(*current);
        }
    }

    const UnitList& list_;
    ByCode codes_;
};

class Comparison {
public:
    Comparison(const UnitDirectory& known, const UnitList& list)
        : known_(known), list_(list), selection_(list), units_(known.units()),
          was_known_(units_.size()), codes_(by_code(units_))
    {
        for (const auto& unit : units_)
            ids_.insert(unit.id.str());
        result_.refused = list.refused;
    }

    UnitImport run(const std::vector<bool>& chosen)
    {
        std::unordered_set<std::string> chosen_codes;
        std::unordered_map<std::size_t, std::size_t> places;
        for (const auto row : oldest_first(chosen)) {
            chosen_codes.insert(list_.units[row].code);
            if (const auto index = place(list_.units[row])) places.emplace(row, *index);
        }
        for (const auto row : superiors_first(chosen))
            if (const auto found = places.find(row); found != places.end())
                set_parent(list_.units[row], found->second);
        settle_units();
        // A list of successions may come without the units, which are then those that are kept.
        for (const auto& link : list_.successions)
            if (list_.units.empty() || chosen_codes.contains(link.from_code) ||
                chosen_codes.contains(link.to_code))
                take(link);
        return std::move(result_);
    }

private:
    /// Of two with one code the older is settled first, so that a unit that is kept without days is
    /// taken for that one.
    std::vector<std::size_t> oldest_first(const std::vector<bool>& chosen) const
    {
        return in_order(chosen, [this](std::size_t row) {
            return list_.units[row].valid_from.value_or(Date{});
        });
    }

    std::vector<std::size_t> superiors_first(const std::vector<bool>& chosen) const
    {
        return in_order(chosen, [this](std::size_t row) {
            int depth = 0;
            for (auto above = selection_.superior(row); above && depth < levels_max; ++depth)
                above = selection_.superior(*above);
            return depth;
        });
    }

    template <class KeyOf>
    std::vector<std::size_t> in_order(const std::vector<bool>& chosen, KeyOf key_of) const
    {
        using Key = decltype(key_of(std::size_t{}));
        std::vector<std::pair<Key, std::size_t>> rows;
        for (std::size_t row = 0; row < list_.units.size(); ++row)
            if (chosen[row]) rows.emplace_back(key_of(row), row);
        std::ranges::sort(rows);
        std::vector<std::size_t> order;
        for (const auto& [key, row] : rows)
            order.push_back(row);
        return order;
    }

    void refuse_row(const auto& row, Problem problem)
    {
        result_.refused.push_back({row.place, text_of(row), std::move(problem)});
    }

    /// The unit that the row is about, as a number among units_; none where the row is refused.
    std::optional<std::size_t> place(const ListedUnit& row)
    {
        const auto refuse_it = [&](Problem problem) {
            refuse_row(row, std::move(problem));
            return std::nullopt;
        };
        if (row.valid_from && row.valid_to && *row.valid_to < *row.valid_from)
            return refuse_it({"unit_admin.days_reversed"});
        const auto held = holders(row.code, row);
        if (held.empty()) return add(row);
        if (held.size() > 1 || taken_.contains(held.front()))
            return refuse_it({"unit_list.code_twice", {{"code", row.code}}});
        auto& unit = units_[held.front()];
        if (!is_same_name(unit, row.name))
            return refuse_it({"unit_list.code_held", {{"code", row.code}, {"unit", unit.name}}});
        taken_.insert(held.front());
        if (row.valid_from) unit.valid_from = row.valid_from;
        if (row.valid_to) unit.valid_to = row.valid_to;
        return held.front();
    }

    void set_parent(const ListedUnit& row, std::size_t index)
    {
        if (row.parent_code.empty()) return;
        for (const auto holder : holders(row.parent_code, row)) {
            if (holder == index) continue;
            units_[index].parent = units_[holder].id;
            return;
        }
        refuse_row(row, {"unit_list.parent_unknown", {{"code", row.parent_code}}});
        taken_.erase(index);
        if (index < was_known_)
            units_[index] = known_.units()[index];
        else
            dropped_.insert(index);
    }

    /// Who had a code in the days of a row.
    std::vector<std::size_t> holders(const std::string& code, const ListedUnit& row) const
    {
        auto found = of_code(codes_, code);
        std::erase_if(found, [&](std::size_t index) {
            return dropped_.contains(index) || !overlap(units_[index], row);
        });
        return found;
    }

    std::size_t add(const ListedUnit& row)
    {
        const auto index = units_.size();
        Unit unit = unit_named(row.name, row.kind);
        unit.code = row.code;
        unit.valid_from = row.valid_from;
        unit.valid_to = row.valid_to;
        unit.id = free_id(unit, row.name);
        ids_.insert(unit.id.str());
        taken_.insert(index);
        codes_.emplace(unit.code, index);
        units_.push_back(std::move(unit));
        return index;
    }

    UnitId free_id(const Unit& unit, const std::string& name) const
    {
        const auto wanted = slug(unit.kind == UnitKind::commune ? unit.short_name : name);
        auto id = wanted;
        if (ids_.contains(id)) id = wanted + "-" + unit.code;
        if (ids_.contains(id) && unit.valid_from)
            id += fmt::format("-{}", static_cast<int>(unit.valid_from->year()));
        const auto base = id;
        for (int number = 2; ids_.contains(id); ++number)
            id = fmt::format("{}-{}", base, number);
        return UnitId(id);
    }

    void settle_units()
    {
        for (std::size_t i = 0; i < units_.size(); ++i) {
            if (!taken_.contains(i)) continue;
            if (i >= was_known_)
                result_.added.push_back(units_[i]);
            else if (units_[i] == known_.units()[i])
                ++result_.same;
            else
                result_.changed.push_back({known_.units()[i], units_[i]});
        }
    }

    struct Pair {
        const Unit* from;
        const Unit* to;
    };

    std::vector<Pair> pairs(const ListedSuccession& link) const
    {
        std::vector<Pair> found;
        for (const auto f : of_code(codes_, link.from_code)) {
            for (const auto t : of_code(codes_, link.to_code)) {
                if (dropped_.contains(f) || dropped_.contains(t)) continue;
                const auto& from = units_[f];
                const auto& to = units_[t];
                if (f != t && is_next(from, to) && (!link.on || *link.on == *to.valid_from))
                    found.push_back({&from, &to});
            }
        }
        return found;
    }

    static SuccessionKind kind_of(const ListedSuccession& link, const Pair& pair)
    {
        if (link.kind) return *link.kind;
        return pair.from->parent == pair.to->parent ? SuccessionKind::renamed
                                                    : SuccessionKind::moved;
    }

    void take(const ListedSuccession& link)
    {
        const auto found = pairs(link);
        if (found.size() != 1) return refuse_row(link, {"unit_list.succession_unknown"});
        const auto& pair = found.front();
        const Succession wanted{
            pair.from->id, pair.to->id, *pair.to->valid_from, kind_of(link, pair), link.share
        };
        for (const auto* kept : known_.successions_from(wanted.from)) {
            if (kept->to != wanted.to) continue;
            if (*kept == wanted) {
                ++result_.same_successions;
                return;
            }
            if (kept->on != wanted.on)
                return refuse_row(
                    link, {"unit_list.succession_on", {{"day", vietnamese_date(kept->on)}}}
                );
        }
        result_.successions.push_back(wanted);
    }

    const UnitDirectory& known_;
    const UnitList& list_;
    Selection selection_;
    std::vector<Unit> units_;
    std::size_t was_known_;
    ByCode codes_;
    std::unordered_set<std::string> ids_;
    std::unordered_set<std::size_t> taken_;   ///< a row is about them
    std::unordered_set<std::size_t> dropped_; ///< new, and refused after all
    UnitImport result_;
};

} // namespace

Result<UnitImport>
compare_list(const UnitDirectory& known, const UnitList& list, const std::string& below)
{
    const Selection selection(list);
    if (!below.empty() && !selection.knows(below))
        return refuse(Refusal::invalid, "unit_list.below_unknown", {{"code", below}}, "below");
    Comparison comparison(known, list);
    return comparison.run(below.empty() ? selection.all() : selection.below(below));
}

} // namespace tiendo
