#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tiendo::app {

/// Argon2id. Takes a noticeable time and 19 MiB, so no transaction is held meanwhile, and only a
/// few run at once: whoever comes later waits for a turn.
std::string hash_password(std::string_view password);

/// With an empty hash it takes as long and answers no: whether an account exists cannot be told
/// from the time.
bool is_password(std::string_view hash, std::string_view password);

/// Refuses a password under eight characters, a common one, and one made of the words given (login,
/// name, unit) or of the product's and the district's.
Result<Done> check_new_password(std::string_view password, const std::vector<std::string>& words);

} // namespace tiendo::app
