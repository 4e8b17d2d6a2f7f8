#include "app/admin/password_choice.hpp"

#include "app/admin/account_records.hpp"
#include "app/admin/accounts.hpp"
#include "app/admin/passwords.hpp"
#include "app/admin/sign_in.hpp"
#include "app/org/directory.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"

namespace tiendo::app {
namespace {

/// Sixteen letters and digits that are not taken for one another: 79 bits.
std::string new_code()
{
    constexpr std::string_view alphabet = "23456789abcdefghjkmnpqrstvwxyz";
    constexpr std::size_t length = 16;
    constexpr std::size_t group = 4;
    constexpr unsigned char fair_below = 240; // 8 × 30: above it some letters would come more often
    std::string code;
    std::size_t count = 0;
    while (count < length) {
        const auto byte = static_cast<unsigned char>(random_bytes(1).front());
        if (byte >= fair_below) continue;
        if (count > 0 && count % group == 0) code += '-';
        code += alphabet[byte % alphabet.size()];
        ++count;
    }
    return code;
}

/// However it was typed: capitals, spaces and dashes do not matter.
std::string digest_of_code(std::string_view code)
{
    return sha256_hex(replace_all(replace_all(to_lower(squeeze(code)), " ", ""), "-", ""));
}

Result<Done> check_repeated(const NewPassword& chosen)
{
    if (chosen.password == chosen.repeated) return done;
    return refuse(Refusal::invalid, "password.not_repeated", {}, "repeated");
}

Result<Done>
check_against_names(Work& work, const store::AccountRecord& account, const std::string& password)
{
    std::vector<std::string> words{account.login, account.name};
    const auto units = directory(work);
    if (const auto* unit = units.find(UnitId(account.unit))) {
        words.push_back(unit->name);
        words.push_back(unit->short_name);
    }
    return check_new_password(password, words);
}

Result<std::string>
keep_password(Work& work, store::AccountRecord account, const std::string& hash, Instant now)
{
    account.password_hash = hash;
    account.must_change = false;
    (void)TRY(work.kept.accounts().put(account));
    work.kept.sessions().close_all_of(account.login);
    record_beside_story(work, account.login, "account.password_chosen", {.thing = account.login});
    return open_session(work, account.login, now);
}

} // namespace

Result<std::string> issue_code(Work& work, const std::string& login, Instant now)
{
    const auto account = TRY(work.kept.accounts().get(login));
    if (!leads_all_of(work.actor, account_from(work, account)))
        TRY(require(work, Right::manage_accounts));
    if (account.disabled) return refuse(Refusal::conflict, "account.is_disabled");
    const auto code = new_code();
    work.kept.accounts().add(
        {.code_hash = digest_of_code(code), .login = login, .expires = {now.seconds + code_seconds}}
    );
    record(work, "account.code_issued", {.unit = UnitId(account.unit), .thing = login});
    return code;
}

Result<std::string>
choose_with_code(Office& office, const std::string& code, const NewPassword& chosen)
{
    TRY(check_repeated(chosen));
    TRY(check_new_password(chosen.password, {}));
    const auto hash = hash_password(chosen.password);
    const auto now = office.computer_time();
    return office.write({}, [&](Work& work) -> Result<std::string> {
        const auto login = work.kept.accounts().use_code(digest_of_code(code), now);
        if (!login) return refuse(Refusal::invalid, "password.code_unknown", {}, "code");
        auto account = TRY(work.kept.accounts().get(*login));
        if (account.disabled) return refuse(Refusal::invalid, "password.code_unknown", {}, "code");
        TRY(check_against_names(work, account, chosen.password));
        return keep_password(work, std::move(account), hash, now);
    });
}

Result<std::string> change_password(
    Office& office, const Actor& actor, const std::string& present, const NewPassword& chosen
)
{
    TRY(check_repeated(chosen));
    const auto found = office.read(actor, [&](Work& work) -> Result<store::AccountRecord> {
        auto kept = TRY(work.kept.accounts().get(actor.login));
        TRY(check_against_names(work, kept, chosen.password));
        return kept;
    });
    if (!found) return found.error();
    const auto& account = *found;
    if (!is_password(account.password_hash, present))
        return refuse(Refusal::invalid, "password.present_wrong", {}, "present");
    const auto hash = hash_password(chosen.password);
    const auto now = office.computer_time();
    return office.write(actor, [&](Work& work) { return keep_password(work, account, hash, now); });
}

} // namespace tiendo::app
