#include "domain/org/unit.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <mutex>
#include <set>
#include <unordered_map>

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

/// Ministries to hamlets are fewer; a circle of parents ends here.
constexpr int levels_max = 12;

void sort_by_name(std::vector<const Unit*>& units)
{
    std::ranges::sort(units, [](const Unit* a, const Unit* b) {
        return collates_before(a->short_name, b->short_name);
    });
}

/// What an index lists under a key, in the order of the list.
template <class Item>
std::vector<const Item*> listed(
    const std::vector<Item>& items,
    const std::unordered_multimap<std::string, std::size_t>& index,
    const std::string& key
)
{
    std::vector<const Item*> result;
    const auto [begin, end] = index.equal_range(key);
    for (auto it = begin; it != end; ++it)
        result.push_back(&items[it->second]);
    std::ranges::sort(result);
    return result;
}

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

struct UnitDirectory::Contents {
    std::vector<Unit> units{};
    std::vector<Succession> successions{};
    std::unordered_map<std::string, std::size_t> by_id{};
    std::unordered_multimap<std::string, std::size_t> by_parent{};
    std::unordered_multimap<std::string, std::size_t> by_predecessor{};
    std::unordered_multimap<std::string, std::size_t> by_successor{};

    /// Names as they are compared. Comparing takes long over thousands of units, and many pages
    /// look for no name, so this is made when it is first asked for.
    const std::unordered_multimap<std::string, std::size_t>& by_name() const
    {
        std::call_once(names_made_, [this] {
            for (std::size_t i = 0; i < units.size(); ++i) {
                names_.emplace(key_of(units[i].name), i);
                for (const auto& alias : units[i].aliases)
                    names_.emplace(key_of(alias), i);
            }
        });
        return names_;
    }

private:
    mutable std::once_flag names_made_;
    mutable std::unordered_multimap<std::string, std::size_t> names_{};
};

UnitDirectory::UnitDirectory() : UnitDirectory({}, {}) {}

UnitDirectory::UnitDirectory(std::vector<Unit> units, std::vector<Succession> successions)
{
    auto contents = std::make_shared<Contents>();
    contents->units = std::move(units);
    contents->successions = std::move(successions);
    for (std::size_t i = 0; i < contents->units.size(); ++i) {
        contents->by_id.emplace(contents->units[i].id.str(), i);
        contents->by_parent.emplace(contents->units[i].parent.str(), i);
    }
    for (std::size_t i = 0; i < contents->successions.size(); ++i) {
        contents->by_predecessor.emplace(contents->successions[i].from.str(), i);
        contents->by_successor.emplace(contents->successions[i].to.str(), i);
    }
    contents_ = std::move(contents);
}

const std::vector<Unit>& UnitDirectory::units() const
{
    return contents_->units;
}

const std::vector<Succession>& UnitDirectory::successions() const
{
    return contents_->successions;
}

const Unit* UnitDirectory::find(const UnitId& id) const
{
    const auto found = contents_->by_id.find(id.str());
    return found == contents_->by_id.end() ? nullptr : &contents_->units[found->second];
}

std::vector<const Succession*> UnitDirectory::successions_from(const UnitId& id) const
{
    return listed(contents_->successions, contents_->by_predecessor, id.str());
}

std::vector<const Succession*> UnitDirectory::successions_to(const UnitId& id) const
{
    return listed(contents_->successions, contents_->by_successor, id.str());
}

std::vector<const Unit*>
UnitDirectory::of_kind_on(UnitKind kind, Date day, const UnitId& above) const
{
    std::vector<const Unit*> result;
    for (const auto& unit : units()) {
        if (unit.kind != kind || !unit.is_valid_on(day)) continue;
        if (above.empty() || unit.parent.empty() || is_below(unit, above)) result.push_back(&unit);
    }
    sort_by_name(result);
    return result;
}

std::vector<const Unit*> UnitDirectory::children_of(const UnitId& parent) const
{
    auto result = listed(contents_->units, contents_->by_parent, parent.str());
    sort_by_name(result);
    return result;
}

bool UnitDirectory::is_below(const Unit& unit, const UnitId& above) const
{
    const auto* current = &unit;
    for (int level = 0; level < levels_max && !current->parent.empty(); ++level) {
        if (current->parent == above) return true;
        current = find(current->parent);
        if (current == nullptr) return false;
    }
    return false;
}

std::vector<UnitId> UnitDirectory::named(std::string_view name, Date day, const UnitId& above) const
{
    const auto key = key_of(name);
    std::set<std::size_t> found;
    const auto [begin, end] = contents_->by_name().equal_range(key);
    for (auto it = begin; it != end; ++it)
        if (units()[it->second].is_valid_on(day)) found.insert(it->second);
    if (found.size() > 1 && !above.empty()) {
        std::set<std::size_t> below;
        for (const auto index : found)
            if (is_below(units()[index], above)) below.insert(index);
        if (!below.empty()) found = std::move(below);
    }
    if (found.size() == 1) return {units()[*found.begin()].id};
    if (found.size() > 1) return {};
    for (const auto& group : group_words) {
        if (key.find(group.words) == std::string::npos) continue;
        std::vector<UnitId> members;
        for (const auto* unit : of_kind_on(group.kind, day, above))
            members.push_back(unit->id);
        return members;
    }
    return {};
}

UnitId UnitDirectory::standing_for(const UnitId& id, Date day) const
{
    // A chain of reorganisations is followed link by link; it cannot be longer than the list.
    auto current = id;
    for (std::size_t step = 0; step <= successions().size(); ++step) {
        auto links = successions_from(current);
        std::erase_if(links, [&](const Succession* link) { return day < link->on; });
        if (links.size() != 1) return current;
        current = links.front()->to;
    }
    return current;
}

} // namespace tiendo
