#pragma once

#include "app/work.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tiendo::app {

/// What a person lets a program do under its own name: never more than the person itself may.
enum class TokenScope {
    read,   ///< reads alone
    submit, ///< reads, types drafts and hands reports in
};
const char* name_of(TokenScope scope);
std::optional<TokenScope> token_scope_named(std::string_view name);

inline constexpr std::size_t open_tokens_max = 10; ///< of one account (docs/limits.md)
inline constexpr int token_days_max = 366;

/// A token as its owner sees it: the token itself is told once, when it is made.
struct AccessToken {
    std::string digest{}; ///< names it where it is revoked
    std::string login{};
    std::string name{};
    UnitId unit{}; ///< of the position in which it works
    TokenScope scope = TokenScope::read;
    Instant created{};
    Instant expires{};
    std::optional<Instant> last_used{};
    std::optional<Instant> revoked{};

    bool is_open(Instant now) const { return !revoked && now < expires; }
};

struct NewToken {
    std::string name{};
    TokenScope scope = TokenScope::read;
    int days = 0;
    std::string password{}; ///< the person's: an unattended page shall not hand out a year's access
};
/// Answers the token, "tdo_…", 256 bits, of which a digest is kept. It works in the position in
/// which the person is at work.
Result<std::string> issue_token(Office& office, const Actor& actor, const NewToken& wanted);

/// The newest first. The own ones, or anybody's for an administrator.
Result<std::vector<AccessToken>> tokens_of(Work& work, const std::string& login);
/// Acts on the next request. `now` is by the computer's own clock.
Result<Done> revoke_token(Work& work, const std::string& digest, Instant now);

/// A program that has shown its token.
struct Program {
    std::string digest{};
    std::string name{};
    TokenScope scope = TokenScope::read;
    Actor actor{}; ///< its owner in the token's position, as of this moment
};
/// Refuses a token that is unknown, revoked or expired, whose account is disabled or whose position
/// has ended.
Result<Program> program_of(Office& office, const std::string& token);

} // namespace tiendo::app
