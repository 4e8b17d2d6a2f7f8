#pragma once

#include "app/report/reports.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tiendo::app {

/// A sign-in link for those who sign in once a year: opens one unit's report of one period, once,
/// and ends some days after the deadline (Ladder::link_days). The token is 256 bits and is told
/// once; its digest is kept.
struct IssuedLink {
    std::string token{};
    Instant expires{};
};
/// A new one revokes those of the report that are still open. Refused after its last day, and for a
/// unit that the period does not ask. Needs Right::review_reports.
Result<IssuedLink> issue_link(Work& work, const ReportOf& of);

struct LinkState {
    std::string digest{}; ///< names it where it is revoked
    UnitId unit{};
    Instant at{};
    Instant expires{};
    std::optional<Instant> used{};
    std::optional<Instant> revoked{};
};
/// The newest first. Needs Right::review_reports.
Result<std::vector<LinkState>>
links_of_period(Work& work, const PlanId& plan, const PeriodId& period);
Result<Done> revoke_link(Work& work, const std::string& digest);

/// Which report a link would open; does not use it up, so that a mail scanner may look at it.
Result<ReportOf> link_opens(Work& work, const std::string& token);

struct OpenedLink {
    std::string session_token{};
    ReportOf of{};
};
/// Uses the link up and opens a session that reaches this report alone.
Result<OpenedLink> use_link(Office& office, const std::string& token);

/// "1/2023/sa-loong", as a session keeps the report that it reaches.
std::string scope_text(const ReportOf& of);
std::optional<ReportOf> scope_in(const std::string& text);

/// Whether the actor is the account of a unit's links, and so perhaps anybody.
bool came_by_link(const Actor& actor);

} // namespace tiendo::app
