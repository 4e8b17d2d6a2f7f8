#include "domain/org/unit.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace tiendo {
namespace {

/// A name as it is compared: tone marks in one place, commas and the "và" of lists left out, since
/// one body is written "Thể thao Du lịch và", "Thể thao, Du lịch, và" and "Thể thao, Du lịch và".
std::string key_of(std::string_view name)
{
    auto key = name_key(name);
    for (const auto* separator : {",", " và "})
        key = replace_all(std::move(key), separator, " ");
    key = squeeze(key);
    for (const auto* courtesy : {"đề nghị "}) {
        if (key.starts_with(courtesy)) key.erase(0, std::string_view(courtesy).size());
    }
    return key;
}

struct GroupWords {
    std::string_view words; ///< as key_of() leaves them
    UnitKind kind;
};

/// How documents name all units of a kind at once.
constexpr GroupWords group_words[] = {
    {"các xã", UnitKind::commune},
    {"các phường", UnitKind::commune},
    {"các đoàn thể", UnitKind::mass_organisation},
    {"các tổ chức chính trị-xã hội", UnitKind::mass_organisation},
};

} // namespace

bool Unit::is_valid_on(Date day) const
{
    return (!valid_from || *valid_from <= day) && (!valid_to || day <= *valid_to);
}

bool Unit::is_subordinate() const
{
    return kind != UnitKind::front && kind != UnitKind::mass_organisation;
}

Contact contact_from(const Contact& before, Contact after, Date today)
{
    after.since = before.since;
    if (after == before) return after;
    after.since = today;
    return after;
}

UnitDirectory::UnitDirectory(std::vector<Unit> units, std::vector<Succession> successions)
    : units_(std::move(units)), successions_(std::move(successions))
{
}

const Unit* UnitDirectory::find(const UnitId& id) const
{
    const auto found = std::ranges::find(units_, id, &Unit::id);
    return found == units_.end() ? nullptr : &*found;
}

std::vector<const Unit*> UnitDirectory::of_kind_on(UnitKind kind, Date day) const
{
    std::vector<const Unit*> result;
    for (const auto& unit : units_) {
        if (unit.kind == kind && unit.is_valid_on(day)) result.push_back(&unit);
    }
    std::ranges::sort(result, [](const Unit* a, const Unit* b) {
        return collates_before(a->short_name, b->short_name);
    });
    return result;
}

std::vector<UnitId> UnitDirectory::named(std::string_view name, Date day) const
{
    const auto key = key_of(name);
    for (const auto& unit : units_) {
        if (!unit.is_valid_on(day)) continue;
        const auto is_this = [&](const std::string& alias) { return key_of(alias) == key; };
        if (is_this(unit.name) || std::ranges::any_of(unit.aliases, is_this)) return {unit.id};
    }
    for (const auto& group : group_words) {
        if (key.find(group.words) == std::string::npos) continue;
        std::vector<UnitId> members;
        for (const auto* unit : of_kind_on(group.kind, day))
            members.push_back(unit->id);
        return members;
    }
    return {};
}

UnitId UnitDirectory::standing_for(const UnitId& id, Date day) const
{
    // A chain of reorganisations is followed link by link; it cannot be longer than the list.
    auto current = id;
    for (std::size_t step = 0; step <= successions_.size(); ++step) {
        const auto next = std::ranges::find_if(successions_, [&](const Succession& link) {
            return link.from == current && link.on <= day;
        });
        if (next == successions_.end()) return current;
        current = next->to;
    }
    return current;
}

} // namespace tiendo
