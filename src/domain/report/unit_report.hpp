#pragma once

#include "domain/form/form.hpp"
#include "domain/report/consolidated_report.hpp"

#include <functional>
#include <optional>
#include <string>

namespace tiendo {

/// How the tables of activities are called where people read them: their titles, heads and cells.
struct ActivityNames {
    std::function<std::string(const ActivityTable&)> table{};
    std::function<std::string(const ActivityTable&, const ActivityColumn&)> column{};
    /// What a row keeps in that column, as it is shown.
    std::function<std::string(const ActivityTable&, const ActivityColumn&, const std::string& kept)>
        cell{};
};

/// All that one unit's own report is made from.
struct UnitReportMaterial {
    Plan plan{};
    Period period{};
    Unit unit{};
    Form form{};
    Answers answers{};
    std::optional<Answers> last_year{};
    ReportSetup setup{};
    ActivityNames names{};
    std::string mark{}; ///< "SỐ LIỆU MINH HOẠ"
};

/// The unit's report as the paper that its head signs: figures, tasks and duties, activities,
/// closing words, in the order of its form. A part without an answer is left out, except figures:
/// what is missing there says so.
OfficialDocument write_unit_report(const UnitReportMaterial& material, const OfficialWords& say);

/// Head, addressee, signing block and recipients by the unit's rank: a People's Committee signs as
/// a body, an agency by its head, the Front by its standing committee (Decree 30/2020, Article 13).
/// The addressee is the office that the plan has others report to.
ReportSetup propose_unit_setup(const Plan& plan, const Unit& unit, const OfficialWords& say);

/// What a unit set up once, for another period: number and day are new each time.
ReportSetup setup_for_next_period(ReportSetup earlier);

} // namespace tiendo
