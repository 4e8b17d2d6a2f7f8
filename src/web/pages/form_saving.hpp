#pragma once

#include "web/pages/form_items.hpp"

#include <map>
#include <string>
#include <vector>

namespace tiendo::web {

/// Two people changed one item: what was typed here, and what is kept already.
struct Conflict {
    PostedItem mine{};
    app::Saved theirs{};
    std::string person{}; ///< who saved theirs
};

/// What became of a posted form beyond the items that were simply saved. Nothing typed is lost:
/// these items are shown again as they were typed.
struct SavingOutcome {
    std::map<std::string, PostedItem> unsaved{};
    std::map<std::string, Conflict> conflicts{};
    std::vector<Problem> problems{};
    std::string opened_table{}; ///< the table of activities that a row was just added to

    bool is_clean() const { return unsaved.empty() && conflicts.empty() && problems.empty(); }
};

/// Saves each item that differs from what its page showed. Refused as a whole where the report is
/// not open or the person may not type in it.
Result<SavingOutcome>
save_items(app::Work& work, const app::UnitReport& report, const std::vector<PostedItem>& items);

/// Remarks that a person should hear at once. A half-filled row is none: the other half follows.
std::vector<Problem> faults_of(const app::UnitReport& report);

} // namespace tiendo::web
