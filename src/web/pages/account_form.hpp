#pragma once

#include "app/admin/accounts.hpp"
#include "web/routes.hpp"
#include "web/visit.hpp"

#include <set>
#include <string>
#include <string_view>

namespace tiendo::web {

/// The page of one account, as it is kept or as somebody is typing it.
struct AccountForm {
    app::Account account{};
    bool is_new = false;
    Position given{}; ///< the further position that is being given
};

/// With the refusal of what was sent, where there is one.
Response shown(Visit& visit, const AccountForm& form, const Error* refusal);

/// The unit that a form names: by its id, as lists send it, or, where there are too many for a
/// list, by its name or code of today. What was typed, where that is no one unit.
UnitId unit_named(Visit& visit, std::string_view text);
std::string login_in(const Request& request);
/// The roles whose boxes of that name are ticked.
std::set<Role> roles_in(const Request& request, std::string_view field);

} // namespace tiendo::web
