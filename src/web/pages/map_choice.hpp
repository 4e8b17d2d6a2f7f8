#pragma once

#include "domain/org/unit.hpp"
#include "web/messages.hpp"
#include "web/request.hpp"
#include "web/views/view.hpp"

#include <string>
#include <utility>
#include <vector>

namespace tiendo::web {

/// The day whose map is asked for: "?ngay=", as an address holds it or a person types it; `today`
/// without one. Refused where it is no day.
Result<Date> map_day_in(const Request& request, Date today);

/// On which maps units can be seen.
struct MapChoice {
    std::vector<UnitId> units{}; ///< who reported
    Date day{};                  ///< the map that is looked at
    Date today{};
    std::string page{};                                        ///< without what is asked
    std::vector<std::pair<std::string, std::string>> fields{}; ///< what the page is asked besides
};

/// "Theo địa giới: trước 01/07/2025 | hiện nay | ngày …"; false, as has_map_choice is, where the
/// units never changed.
bool set_map_choice(
    view::Object& data,
    const MapChoice& choice,
    const UnitDirectory& directory,
    const Wording& words
);

} // namespace tiendo::web
