#pragma once

#include "app/report/reports.hpp"

namespace tiendo::app {

/// A notice, and a mail where an address is known, to each leader of the unit that the report waits
/// for; recorded in the transaction that presents it. Nothing where it waits for nobody.
Result<Done> tell_leaders(Work& work, const ReportOf& of);
/// Likewise to the person who presented it, when the leader gave it back.
Result<Done> tell_who_presented(Work& work, const ReportOf& of, const std::string& login);

/// The logins of the unit's leaders whose accounts can be used.
std::vector<std::string> leaders_of(Work& work, const UnitId& unit);

} // namespace tiendo::app
