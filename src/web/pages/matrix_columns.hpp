#pragma once

#include "domain/org/unit_map.hpp"
#include "web/messages.hpp"
#include "web/request.hpp"
#include "web/views/view.hpp"

#include <cstddef>

namespace tiendo::web {

/// Which units a table shows side by side, so that it is a page for a nation as for a district: all
/// of them where they are few, else those above them, and then those below one or a part of them.
class MatrixColumns {
public:
    static constexpr std::size_t units_max = 100; ///< side by side; docs/limits.md

    /// `duoi`, the unit whose parts are asked for, and `phan`, from 1 on, are taken from the
    /// address.
    MatrixColumns(
        const std::vector<UnitId>& reporters,
        const UnitDirectory& directory,
        Date day,
        const Request& request
    );

    /// Who reported what the columns hold.
    const std::vector<UnitId>& reporters() const { return reporters_; }
    const UnitMap& map() const { return map_; }
    /// The columns of some of the reporters.
    UnitMap map_of(const std::vector<UnitId>& reporters, const UnitDirectory& directory) const;
    /// Each column holds the units below it.
    bool is_higher() const { return is_higher_; }
    const UnitId& below() const { return below_; }
    std::size_t part() const { return part_; }
    std::size_t parts() const { return parts_; }

private:
    UnitMap map_below(const std::vector<UnitId>& reporters, const UnitDirectory& directory) const;
    void keep_part(const UnitDirectory& directory);

    Date day_;
    std::vector<UnitId> reporters_;
    UnitId below_;
    std::size_t part_ = 1;
    std::size_t parts_ = 1;
    UnitMap map_;
    bool is_higher_ = false;
};

/// Fills "columns_of", the words that say which units these are, "has_wider" and "wider_path", and
/// "parts" with "number", "path" and "is_here"; `path` is the page without them.
void set_columns(
    view::Object& data,
    const MatrixColumns& columns,
    const std::string& path,
    const UnitDirectory& directory,
    const Wording& words
);

} // namespace tiendo::web
