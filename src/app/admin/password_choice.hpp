#pragma once

#include "app/work.hpp"

#include <string>

namespace tiendo::app {

/// A code is good for one choice of a password, within a day: a commune's officer may be in the
/// field when it is issued.
inline constexpr std::int64_t code_seconds = 24 * 3600;

/// Answers the code, "k7pm-2xrt-…", which is shown once and kept as a digest. Issued by an
/// administrator, or by the leader of the person's only unit. `now` is by the computer's own clock.
Result<std::string> issue_code(Work& work, const std::string& login, Instant now);

struct NewPassword {
    std::string password{};
    std::string repeated{};
};

/// All sessions of the account end; answers the token of a new one.
Result<std::string>
choose_with_code(Office& office, const std::string& code, const NewPassword& chosen);
Result<std::string> change_password(
    Office& office, const Actor& actor, const std::string& present, const NewPassword& chosen
);

} // namespace tiendo::app
