#include "app/admin/first_run.hpp"

#include "app/admin/account_records.hpp"
#include "app/admin/passwords.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "documents/exchange/unit_json.hpp"

#include <fmt/format.h>

namespace tiendo::app {
namespace {

constexpr const char* digest_setting = "first_run_digest";
constexpr const char* expiry_setting = "first_run_until";

bool is_token(Work& work, const std::string& token, Instant now)
{
    const auto digest = work.kept.settings().find(digest_setting);
    const auto until = work.kept.settings().find(expiry_setting);
    return digest && until && fmt::format("{:020}", now.seconds) < *until &&
           equal_in_constant_time(*digest, sha256_hex(token));
}

void check_person(Error& error, const FirstAccount& account, const std::string& prefix)
{
    const auto say = [&](std::string key, const std::string& field) {
        error.problems.push_back({std::move(key), {{"login", account.login}}, prefix + field});
    };
    if (account.login.empty() || slug(account.login) != account.login)
        say("account.login_not_understood", "login");
    if (squeeze(account.name).empty()) say("account.name_missing", "name");
    const auto password = check_new_password(account.password, {account.login, account.name});
    if (!password) say(password.error().problems.front().key, "password");
}

Result<Done> check(const FirstRun& first)
{
    Error error;
    if (squeeze(first.office_name).empty())
        error.problems.push_back({"first_run.office_missing", {}, "office_name"});
    check_person(error, first.admin, "admin_");
    check_person(error, first.monitor, "monitor_");
    if (first.admin.login == first.monitor.login)
        error.problems.push_back({"account.exists", {{"login", first.admin.login}}, "monitor_login"}
        );
    if (!error.problems.empty()) return error;
    return done;
}

Result<UnitId> keep_office(Work& work, const std::string& name)
{
    Unit unit;
    unit.id = UnitId(slug(name));
    unit.name = squeeze(name);
    unit.short_name = unit.name;
    unit.kind = UnitKind::agency;
    store::UnitRecord record;
    record.id = unit.id.str();
    record.body = documents::to_json(unit);
    (void)TRY(work.kept.units().put(record));
    return unit.id;
}

struct Keeping {
    const FirstAccount& account;
    const std::string& hash;
    UnitId unit;
    Role role;
};

Result<Done> keep(Work& work, const Keeping& keeping)
{
    store::AccountRecord record;
    record.login = keeping.account.login;
    record.name = squeeze(keeping.account.name);
    record.unit = keeping.unit.str();
    record.roles = roles_text({keeping.role});
    record.password_hash = keeping.hash;
    record.created = work.now;
    (void)TRY(work.kept.accounts().put(record));
    record_beside_story(work, "console", "account.added", {.thing = keeping.account.login});
    return done;
}

} // namespace

bool has_accounts(Office& office)
{
    return office.read({}, [](Work& work) { return !work.kept.accounts().all().empty(); });
}

std::optional<std::string> issue_first_run_token(Office& office)
{
    if (has_accounts(office)) return std::nullopt;
    const auto token = random_token();
    const auto until = office.computer_time().seconds + first_run_seconds;
    office.write({}, [&](Work& work) {
        work.kept.settings().put(digest_setting, sha256_hex(token));
        work.kept.settings().put(expiry_setting, fmt::format("{:020}", until));
        return done;
    });
    return token;
}

Result<Done> make_first_accounts(Office& office, const FirstRun& first)
{
    const auto now = office.computer_time();
    const bool is_right =
        office.read({}, [&](Work& work) { return is_token(work, first.token, now); });
    if (!is_right) return refuse(Refusal::forbidden, "first_run.token_unknown");
    TRY(check(first));
    const auto admin_hash = hash_password(first.admin.password);
    const auto monitor_hash = hash_password(first.monitor.password);
    return office.write({}, [&](Work& work) -> Result<Done> {
        // Somebody else may have been faster with the same token.
        if (!work.kept.accounts().all().empty() || !is_token(work, first.token, now))
            return refuse(Refusal::forbidden, "first_run.token_unknown");
        const auto unit = TRY(keep_office(work, first.office_name));
        TRY(keep(work, {first.admin, admin_hash, unit, Role::admin}));
        TRY(keep(work, {first.monitor, monitor_hash, unit, Role::monitor}));
        work.kept.settings().remove(digest_setting);
        work.kept.settings().remove(expiry_setting);
        return done;
    });
}

} // namespace tiendo::app
