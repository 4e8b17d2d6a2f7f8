#include "app/admin/sign_in.hpp"

#include "app/admin/account_records.hpp"
#include "app/admin/passwords.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace tiendo::app {
namespace {

/// Whose wrong passwords are counted together, and how they slow the next one down: `free` of them
/// cost nothing, each one after that doubles the wait up to the longest.
struct Brake {
    std::string subject;
    std::int64_t free;
    std::int64_t longest_seconds;
};

std::array<Brake, 3> brakes_of(const Credentials& credentials)
{
    return {
        Brake{"account " + credentials.login + " at " + credentials.address, 3, 60},
        Brake{"address " + credentials.address, 20, 60},
        Brake{"account " + credentials.login, 20, 10},
    };
}

std::int64_t delay_after(const Brake& brake, std::int64_t failures)
{
    constexpr std::int64_t doublings_max = 10;
    if (failures < brake.free) return 0;
    const auto doublings = std::min(failures - brake.free, doublings_max);
    return std::min(std::int64_t{1} << doublings, brake.longest_seconds);
}

/// Failures are forgotten a day after the last one.
constexpr std::int64_t failures_kept_seconds = 24 * 3600;

std::int64_t seconds_to_wait(Work& work, const Credentials& credentials, Instant now)
{
    std::int64_t wait = 0;
    for (const auto& brake : brakes_of(credentials)) {
        const auto attempts = work.kept.sessions().attempts(brake.subject);
        if (now.seconds - attempts.last_at.seconds > failures_kept_seconds) continue;
        const auto until = attempts.last_at.seconds + delay_after(brake, attempts.failures);
        wait = std::max(wait, until - now.seconds);
    }
    return wait;
}

void count_failure(Work& work, const Credentials& credentials, Instant now)
{
    for (const auto& brake : brakes_of(credentials)) {
        const auto attempts = work.kept.sessions().attempts(brake.subject);
        if (now.seconds - attempts.last_at.seconds > failures_kept_seconds)
            work.kept.sessions().forget_failures(brake.subject);
        work.kept.sessions().count_failure(brake.subject, now);
    }
}

bool is_over(const store::SessionRecord& session, Instant now)
{
    return now.seconds - session.last_seen.seconds > session_idle_seconds ||
           now.seconds - session.created.seconds > session_seconds_max;
}

/// Every request is a sign of life, but not every one is worth a write.
constexpr std::int64_t seconds_between_touches = 60;

} // namespace

std::string
open_session(Work& work, const std::string& login, Instant now, const std::string& report)
{
    const auto token = random_token();
    work.kept.sessions().close_unseen_since({now.seconds - session_idle_seconds});
    work.kept.sessions().open({
        .token_hash = sha256_hex(token),
        .login = login,
        .created = now,
        .last_seen = now,
        .csrf_secret = random_token(),
        .report = report,
    });
    record_beside_story(work, login, "session.opened", {.thing = login});
    return token;
}

Result<std::string> sign_in(Office& office, const Credentials& credentials)
{
    const auto now = office.computer_time();
    const auto [account, wait] = office.read({}, [&](Work& work) {
        auto found = work.kept.accounts().get(credentials.login);
        return std::pair{
            found && !found->disabled ? std::optional(*found) : std::nullopt,
            seconds_to_wait(work, credentials, now)
        };
    });
    if (wait > 0)
        return refuse(
            Refusal::invalid, "sign_in.wait", {{"seconds", fmt::format("{}", wait)}}, "password"
        );

    const bool fits = is_password(account ? account->password_hash : "", credentials.password);
    if (!fits) {
        office.write({}, [&](Work& work) {
            count_failure(work, credentials, now);
            return done;
        });
        return refuse(Refusal::invalid, "sign_in.wrong", {}, "login");
    }
    return office.write({}, [&](Work& work) -> Result<std::string> {
        // The account may have been disabled, or the password changed, while we were hashing.
        const auto again = TRY(work.kept.accounts().get(credentials.login));
        if (again.disabled || again.password_hash != account->password_hash)
            return refuse(Refusal::invalid, "sign_in.wrong", {}, "login");
        work.kept.sessions().forget_failures(brakes_of(credentials).front().subject);
        return open_session(work, credentials.login, now);
    });
}

std::optional<Session> session_of_token(Office& office, const std::string& token)
{
    const auto now = office.computer_time();
    const auto digest = sha256_hex(token);
    bool to_touch = false;
    auto session = office.read({}, [&](Work& work) -> std::optional<Session> {
        const auto kept = work.kept.sessions().find(digest);
        if (!kept || is_over(*kept, now)) return std::nullopt;
        const auto account = work.kept.accounts().get(kept->login);
        if (!account || account->disabled) return std::nullopt;
        to_touch = now.seconds - kept->last_seen.seconds >= seconds_between_touches;
        return Session{
            digest,
            kept->csrf_secret,
            actor_in(work, *account, kept->unit).value_or(actor_of(*account)),
            account->must_change,
            kept->report
        };
    });
    if (session && to_touch)
        office.write({}, [&](Work& work) {
            work.kept.sessions().touch(digest, now);
            return done;
        });
    return session;
}

void sign_out(Office& office, const Actor& actor, const std::string& session_digest)
{
    office.write(actor, [&](Work& work) {
        work.kept.sessions().close(session_digest);
        record_beside_story(work, actor.login, "session.closed", {.thing = actor.login});
        return done;
    });
}

} // namespace tiendo::app
