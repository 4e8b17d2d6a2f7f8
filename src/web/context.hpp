#pragma once

#include "domain/access/access.hpp"
#include "web/messages.hpp"
#include "web/views/view.hpp"

#include <string>
#include <vector>

namespace tiendo::web {

/// One entry of the navigation bar.
struct MenuEntry {
    std::string label;
    std::string path;
    bool is_current = false;
};

/// One position of the person, in the switch at the name of the unit.
struct PositionEntry {
    Position position{};
    std::string unit_name{};
    std::string roles{}; ///< in words
    bool is_current = false;
};

/// What the layout shows around a page; empty parts are left out.
struct Frame {
    std::string unit{};                     ///< the unit that the person works for
    std::vector<PositionEntry> positions{}; ///< to change between; empty where there is one alone
    std::string person{};                   ///< shown with the link to sign out
    std::string login{};                    ///< of that person: whose is what a browser keeps
    std::string plan{};                     ///< short title of the plan
    std::string plan_path{};
    std::string period{}; ///< "Năm 2023"
    std::vector<MenuEntry> menu{};
    std::vector<MenuEntry> breadcrumb{}; ///< without the page itself
    std::string notice{};       ///< one sentence after an action: "Đã tiếp nhận báo cáo của …"
    std::string sample_world{}; ///< the strip of the sample world: its pinned date; empty elsewhere
    std::vector<MenuEntry> sample_acts{}; ///< its buttons: "Tới 15/12/2023"; each posts to its path
    bool is_wide = false;                 ///< the page takes the whole width: the matrix
};

/// What belongs to one request beside the request itself.
struct Context {
    Wording words;
    std::string form_token{}; ///< goes into every form: {{> form_token}}
    std::string path{};       ///< of the request, for the language switch
    Frame frame{};

    /// The page inside the layout: ui/templates/<name>.html filled from the data. `data` must hold
    /// "title".
    std::string page(std::string_view name, view::Object data) const;

    /// The names that ui/templates/layout.html uses, without title and content.
    view::Object layout() const;
};

} // namespace tiendo::web
