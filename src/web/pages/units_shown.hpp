#pragma once

#include "domain/org/unit_map.hpp"
#include "web/messages.hpp"
#include "web/pages/list_part.hpp"

#include <optional>
#include <vector>

namespace tiendo::web {

/// Which units a table shows, so that it is a page for a nation as for a district: all of them
/// where they are few, else those above them, and then those below one, those of a name, or a part
/// of them.
class UnitsShown {
public:
    /// On the map of a day. `duoi`, the unit whose parts are asked for, `tim`, a part of a name,
    /// and `phan` are taken from the address.
    UnitsShown(
        const std::vector<UnitId>& reporters,
        const UnitDirectory& directory,
        Date day,
        const Request& request
    );
    /// As they reported, whatever became of them.
    static UnitsShown as_they_reported(
        const std::vector<UnitId>& reporters, const UnitDirectory& directory, const Request& request
    );

    /// Who reported what is shown.
    const std::vector<UnitId>& reporters() const { return reporters_; }
    const UnitMap& map() const { return map_; }
    /// What is shown of some of the reporters.
    UnitMap map_of(const std::vector<UnitId>& reporters, const UnitDirectory& directory) const;
    /// They are too many for one page.
    bool are_many() const { return are_many_; }
    /// Each row or column holds the units below it.
    bool is_higher() const { return is_higher_; }
    /// Before they were brought together, every unit stood for itself.
    bool is_as_reported() const { return is_as_reported_; }
    const UnitId& below() const { return below_; }
    const std::string& sought() const { return sought_; }
    const ListPart& part() const { return part_; }

private:
    UnitsShown(
        const std::vector<UnitId>& reporters,
        const UnitDirectory& directory,
        std::optional<Date> day,
        const Request& request
    );
    UnitMap map_on_day(const std::vector<UnitId>& reporters, const UnitDirectory& directory) const;
    void leave_asked(UnitMap& map, const UnitDirectory& directory) const;
    void keep_part(const UnitDirectory& directory);

    std::optional<Date> day_{};
    std::vector<UnitId> reporters_{};
    UnitId below_{};
    std::string sought_{};
    ListPart part_{};
    UnitMap map_{};
    bool are_many_ = false;
    bool is_higher_ = false;
    bool is_as_reported_ = true;
};

/// Fills parts/units_shown.html: the way to a unit by its name, and the way back to all of them.
void set_units_shown(
    view::Object& data,
    const UnitsShown& shown,
    const PageAddress& page,
    const UnitDirectory& directory,
    const Wording& words
);

} // namespace tiendo::web
