#pragma once

#include "app/work.hpp"
#include "domain/org/reorganisation.hpp"

#include <string>
#include <vector>

namespace tiendo::app {

/// A period that asks units for reports that are to end.
struct TouchedPeriod {
    PlanId plan{};
    std::string title{}; ///< of the plan
    PeriodId period{};
    bool is_open = false;
    int units = 0;        ///< of the old ones
    int reported = 0;     ///< of these
    int rows_before = 0;  ///< on the map of the day before
    int rows_after = 0;   ///< on the map of the day
    bool is_whole = true; ///< each unit of the period counts in exactly one row of either map

    friend bool operator==(const TouchedPeriod&, const TouchedPeriod&) = default;
};

/// A person who works in one of the old units.
struct TouchedAccount {
    std::string login{};
    std::string name{};
    UnitId unit{};
    bool is_further = false; ///< by a position besides the account's own

    friend bool operator==(const TouchedAccount&, const TouchedAccount&) = default;
};

/// What a reorganisation would do, before anything is done.
struct ReorganisationPreview {
    Reorganisation wanted{};
    ReorganisationEffect effect{};
    std::vector<TouchedPeriod> periods{};
    std::vector<TouchedAccount> accounts{};
    UnitId accounts_to{}; ///< where the accounts may go along; empty where there is no one unit
};

/// All need Right::manage_units.
Result<ReorganisationPreview> preview_reorganisation(Work& work, const Reorganisation& wanted);

/// Kept until it is confirmed; answers its id.
Result<std::string> prepare_reorganisation(Work& work, const Reorganisation& wanted);
Result<Reorganisation> prepared_reorganisation(Work& work, const std::string& id);

/// Makes it: the old units end, the new ones begin and take over. With `move_accounts` the people
/// of the old units belong to the one that follows, by their accounts and their further positions.
Result<Done> reorganise(Work& work, const std::string& id, bool move_accounts);

struct MadeReorganisation {
    std::string id{};
    Reorganisation what{};
    std::string by{};
    Instant at{};
    bool is_undone = false;
    std::vector<Problem> keeps_it{}; ///< why it cannot be undone any more
};
/// The newest first.
Result<std::vector<MadeReorganisation>> reorganisations(Work& work);

/// As if it had not been made. Refused once anything was reported or built upon it.
Result<Done> undo_reorganisation(Work& work, const std::string& id);

} // namespace tiendo::app
