#pragma once

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "domain/org/unit_ids.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tiendo {

enum class UnitKind {
    committee,         ///< the People's Committee that issued the plan, or one above it
    agency,            ///< phòng, ban, trung tâm under it
    commune,           ///< xã, phường, thị trấn, đặc khu
    police,            ///< may report separately
    front,             ///< Ủy ban Mặt trận Tổ quốc: asked to cooperate, never ordered
    mass_organisation, ///< đoàn thể chính trị - xã hội: likewise
};

struct Contact {
    std::string name{};
    std::string phone{};
    std::string email{};
    std::optional<Date> since{}; ///< since when this person is the one to call

    friend bool operator==(const Contact&, const Contact&) = default;
};

/// The contact as it is from now on: since today where it is another one than before.
Contact contact_from(const Contact& before, Contact after, Date today);

struct Unit {
    UnitId id{};
    std::string name{};       ///< in full: "Ủy ban nhân dân xã Sa Loong"
    std::string short_name{}; ///< for tables: "Sa Loong"
    UnitKind kind = UnitKind::agency;
    std::string code{}; ///< official code, if any; not unique over time
    UnitId parent{};
    std::optional<Date> valid_from{}; ///< first day; none: always
    std::optional<Date> valid_to{};   ///< last day; none: still
    std::vector<std::string> aliases{};
    Contact contact{};

    bool is_valid_on(Date day) const;
    /// The Front and the mass organisations do not take orders from a People's Committee.
    bool is_subordinate() const;

    friend bool operator==(const Unit&, const Unit&) = default;
};

/// How one unit follows another. A unit that is renamed, or comes under another parent, is followed
/// by a new one, since documents of its time name it as it was.
enum class SuccessionKind {
    merged,  ///< nhập: all of `from` is in `to`
    divided, ///< chia, tách: a part of `from` is in `to`
    renamed, ///< đổi tên, đổi loại
    moved,   ///< chuyển về đơn vị cấp trên khác
};

/// From that day on, what was `from` is part of `to`.
struct Succession {
    UnitId from{};
    UnitId to{};
    Date on{};
    SuccessionKind kind = SuccessionKind::merged;
    std::optional<Decimal> share{}; ///< percent of `from`, where it was divided and that is known

    friend bool operator==(const Succession&, const Succession&) = default;
};

/// All units that ever were, with their names and who followed whom. A light handle: copies share
/// what they hold, which never changes, and answer for the life of any of them.
class UnitDirectory {
public:
    UnitDirectory();
    UnitDirectory(std::vector<Unit> units, std::vector<Succession> successions);

    const std::vector<Unit>& units() const;
    const std::vector<Succession>& successions() const;
    const Unit* find(const UnitId& id) const;

    std::vector<const Succession*> successions_from(const UnitId& id) const;
    std::vector<const Succession*> successions_to(const UnitId& id) const;

    /// In the order of a Vietnamese dictionary by short name. With `above` only those below it, and
    /// those that were kept without a parent.
    std::vector<const Unit*> of_kind_on(UnitKind kind, Date day, const UnitId& above = {}) const;
    /// Those directly below, past and present, in that order.
    std::vector<const Unit*> children_of(const UnitId& parent) const;
    bool is_below(const Unit& unit, const UnitId& above) const;

    /// The units that a document means by a name on that day: one unit by its name or an alias,
    /// all members for a group such as "Ủy ban nhân dân các xã, thị trấn"; none if unknown. Of
    /// several of one name the one below `above` is meant, and none where that leaves a doubt.
    std::vector<UnitId> named(std::string_view name, Date day, const UnitId& above = {}) const;

    /// The unit that stands for `id` on that day: itself while it is valid, else its successor. A
    /// divided unit has no single one, and goes on standing for itself.
    UnitId standing_for(const UnitId& id, Date day) const;

private:
    struct Contents;
    std::shared_ptr<const Contents> contents_;
};

} // namespace tiendo
