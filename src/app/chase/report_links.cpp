#include "app/chase/report_links.hpp"

#include "app/admin/account_records.hpp"
#include "app/admin/sign_in.hpp"
#include "app/chase/notices.hpp"
#include "app/org/directory.hpp"
#include "app/period/periods.hpp"
#include "app/report/report_records.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace tiendo::app {
namespace {

constexpr std::int64_t day_seconds = 24 * 3600;
constexpr std::string_view account_prefix = "lien-ket-";

ReportOf report_of(const store::ReportLink& link)
{
    return {PlanId(std::to_string(link.plan)), PeriodId(link.period), UnitId(link.unit)};
}

Error link_unknown()
{
    return refuse(Refusal::not_found, "link.not_open");
}

/// Whoever holds the link is not proven to be a person of the unit: what is done through it bears
/// an account of its own, without a password.
Result<std::string> account_for(Work& work, const UnitId& unit)
{
    const auto login = std::string(account_prefix) + unit.str();
    const auto known = work.kept.accounts().get(login);
    if (known) {
        if (known->disabled) return link_unknown();
        return login;
    }
    const auto units = directory(work);
    const auto* found = units.find(unit);
    store::AccountRecord account;
    account.login = login;
    account.name = found == nullptr ? unit.str() : found->short_name;
    account.unit = unit.str();
    account.roles = roles_text({Role::entry});
    account.created = work.now;
    (void)TRY(work.kept.accounts().put(account));
    record(work, "account.added", {.unit = unit, .thing = login});
    return login;
}

/// There is at most one open link to a report: an old mail that went astray opens nothing.
void revoke_open_links(Work& work, const ReportOf& of, const store::ReportLink& next)
{
    for (const auto& link : work.kept.report_links().of_period(next.plan, next.period)) {
        if (link.unit != next.unit || link.used || link.revoked || link.expires <= work.now)
            continue;
        work.kept.report_links().revoke(link.token_hash, work.now);
        record(work, "link.revoked", {of.plan, of.period, of.unit, {}});
    }
}

} // namespace

Result<IssuedLink> issue_link(Work& work, const ReportOf& of)
{
    TRY(require(work, Right::review_reports));
    const auto period = TRY(period_of(work, of.plan, of.period));
    if (!period.units.contains(of.unit)) return refuse(Refusal::not_found, "report.not_asked");
    const auto state = TRY(kept_state(work, of)).state;
    const auto days = TRY(ladder_of(work, of.plan)).ladder.link_days;
    const auto deadline = state.own_deadline.value_or(period.deadline);
    IssuedLink issued{random_token(), {deadline.seconds + days * day_seconds}};
    if (issued.expires <= work.now) return refuse(Refusal::conflict, "link.too_late");
    store::ReportLink link;
    link.token_hash = sha256_hex(issued.token);
    link.plan = TRY(number_of(of.plan));
    link.period = of.period.str();
    link.unit = of.unit.str();
    link.at = work.now;
    link.by = work.actor.login;
    link.expires = issued.expires;
    revoke_open_links(work, of, link);
    work.kept.report_links().add(link);
    record(work, "link.issued", {of.plan, of.period, of.unit, {}});
    return issued;
}

Result<std::vector<LinkState>>
links_of_period(Work& work, const PlanId& plan, const PeriodId& period)
{
    TRY(require(work, Right::review_reports));
    std::vector<LinkState> links;
    for (const auto& link : work.kept.report_links().of_period(TRY(number_of(plan)), period.str()))
        links.push_back(
            {link.token_hash, UnitId(link.unit), link.at, link.expires, link.used, link.revoked}
        );
    return links;
}

Result<Done> revoke_link(Work& work, const std::string& digest)
{
    TRY(require(work, Right::review_reports));
    const auto link = work.kept.report_links().find(digest);
    if (!link || !work.kept.report_links().revoke(digest, work.now)) return link_unknown();
    const auto of = report_of(*link);
    record(work, "link.revoked", {of.plan, of.period, of.unit, {}});
    return done;
}

Result<ReportOf> link_opens(Work& work, const std::string& token)
{
    const auto link = work.kept.report_links().find(sha256_hex(token));
    if (!link || link->used || link->revoked || link->expires <= work.now) return link_unknown();
    return report_of(*link);
}

Result<OpenedLink> use_link(Office& office, const std::string& token)
{
    const auto computer_time = office.computer_time();
    return office.write({}, [&](Work& work) -> Result<OpenedLink> {
        const auto link = work.kept.report_links().use(sha256_hex(token), work.now);
        if (!link) return link_unknown();
        OpenedLink opened;
        opened.of = report_of(*link);
        const auto login = TRY(account_for(work, opened.of.unit));
        opened.session_token = open_session(work, login, computer_time, scope_text(opened.of));
        work.actor.login = login;
        record(work, "link.used", {opened.of.plan, opened.of.period, opened.of.unit, {}});
        return opened;
    });
}

std::string scope_text(const ReportOf& of)
{
    return of.plan.str() + "/" + of.period.str() + "/" + of.unit.str();
}

bool came_by_link(const Actor& actor)
{
    return actor.login.starts_with(account_prefix);
}

std::optional<ReportOf> scope_in(const std::string& text)
{
    const auto parts = split(text, '/');
    if (parts.size() != 3) return std::nullopt;
    return ReportOf{PlanId(parts[0]), PeriodId(parts[1]), UnitId(parts[2])};
}

} // namespace tiendo::app
