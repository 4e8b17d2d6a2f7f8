#pragma once

#include "app/work.hpp"

#include <optional>
#include <string>

namespace tiendo::app {

/// There is no default account anywhere. Where there is none, the console prints a token, which
/// lets whoever holds it make the first two accounts, once, within an hour.
inline constexpr std::int64_t first_run_seconds = 3600;

bool has_accounts(Office& office);

/// Answers a fresh token, which takes the place of an earlier one; none where there are accounts.
std::optional<std::string> issue_first_run_token(Office& office);

struct FirstAccount {
    std::string login{};
    std::string name{};
    std::string password{};
};
struct FirstRun {
    std::string token{};
    std::string office_name{}; ///< of the agency that follows the plans: the monitor's unit
    FirstAccount admin{};
    FirstAccount monitor{};
};

/// Each problem's place names the field: "admin_login", "monitor_password" …
Result<Done> make_first_accounts(Office& office, const FirstRun& first);

} // namespace tiendo::app
