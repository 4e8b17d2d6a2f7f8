#pragma once

#include "app/work.hpp"

#include <set>
#include <string>
#include <string_view>

namespace tiendo::app {

/// Between the domain's values and what the store keeps of an account; for the files of this
/// folder and for the sample world.
Actor actor_of(const store::AccountRecord& account);
std::string roles_text(const std::set<Role>& roles);
std::set<Role> roles_in(std::string_view text);

/// Journals what is no act of the sample world's story: its clock does not move.
void record_beside_story(
    Work& work, std::string_view by, std::string_view verb, const std::string& subject
);

} // namespace tiendo::app
