#pragma once

#include "app/work.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace tiendo::app {

/// Between the domain's values and what the store keeps of an account; for the files of this
/// folder and for the sample world.
Actor actor_of(const store::AccountRecord& account);
/// The person at work in the position of that unit; the account's own where it is empty. None where
/// the person holds none there.
std::optional<Actor>
actor_in(Work& work, const store::AccountRecord& account, const std::string& unit);
/// Where mails to a person go; empty where nobody said.
std::string email_of(Work& work, const std::string& login);
void put_email(Work& work, const std::string& login, const std::string& email);

std::string roles_text(const std::set<Role>& roles);
std::set<Role> roles_in(std::string_view text);

/// How many persons who are not disabled are administrators, in their own or a further position.
int administrators(Work& work);
/// Refuses what has just left the office without an administrator, where there was one before.
Result<Done> keep_an_administrator(Work& work, int administrators_before);

/// Journals what is no act of the sample world's story: its clock does not move.
void record_beside_story(
    Work& work, std::string_view by, std::string_view verb, const Subject& subject
);

} // namespace tiendo::app
