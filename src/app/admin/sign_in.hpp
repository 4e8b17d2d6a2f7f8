#pragma once

#include "app/work.hpp"

#include <optional>
#include <string>

namespace tiendo::app {

/// A session ends after so long without a request, and so long after the sign-in in any case.
inline constexpr std::int64_t session_idle_seconds = 12 * 3600;
inline constexpr std::int64_t session_seconds_max = 7 * 24 * 3600;

struct Credentials {
    std::string login{};
    std::string password{};
    std::string address{}; ///< where the request came from
};

/// Who is signed in. The token itself is only in the browser; its digest is kept.
struct Session {
    std::string digest{};
    std::string form_token{};
    Actor actor{};
    bool must_change_password = false;
    std::string report{}; ///< "plan/period/unit" where it reaches that report alone
};

/// Answers the token of a new session. One refusal for all that does not fit together; wrong
/// passwords make the next attempt wait longer, for the account at that address, for the address,
/// and (shorter, so that nobody can lock a colleague out) for the account from anywhere.
Result<std::string> sign_in(Office& office, const Credentials& credentials);

/// The session, unless it has ended or its account was disabled. The actor is read afresh, so a
/// change of roles acts on the next request, and so does the end of the position in which the
/// session worked: it goes on in the account's own.
std::optional<Session> session_of_token(Office& office, const std::string& token);

void sign_out(Office& office, const Actor& actor, const std::string& session_digest);

/// Opens a session without a password: after a code or a link was used. One that came by a link
/// reaches that report alone.
std::string
open_session(Work& work, const std::string& login, Instant now, const std::string& report = {});

} // namespace tiendo::app
