#pragma once

#include "app/work.hpp"
#include "domain/report/superior_form.hpp"

#include <string>
#include <vector>

/// A superior's own form, filled cell by cell from the figures of a plan.
namespace tiendo::app {

struct SuperiorFormLine {
    std::string id{}; ///< SHA-256 of the file
    std::string name{};
    int filled = 0;
    std::string by{};
    Instant at{};
};

struct SuperiorForm {
    SuperiorFormLine line{};
    FormTables tables{};
    Fillings fillings{};
    std::map<FormPlace, std::string> texts{}; ///< what stands in the filled cells in this period
    std::vector<MeasureFigure> rows{};
    std::int64_t revision = 0;
};

/// An upload, read outside of any transaction (Office::read_form).
struct NewSuperiorForm {
    std::string name{};
    std::string bytes{};
    FormTables tables{};
};

/// The newest first. Needs Right::see_plan.
Result<std::vector<SuperiorFormLine>> superior_forms(Work& work, const PlanId& plan);

/// Answers its id. A form that was uploaded before comes back with its fillings; a new one begins
/// with those of earlier forms whose cells have the same words beside and above them. Needs
/// Right::write_report.
Result<std::string> add_superior_form(Work& work, const PlanId& plan, const NewSuperiorForm& form);

/// Needs Right::see_plan.
Result<SuperiorForm>
superior_form(Work& work, const PlanId& plan, const PeriodId& period, const std::string& id);

/// Needs Right::write_report.
Result<Done> put_fillings(
    Work& work,
    const PlanId& plan,
    const std::string& id,
    const Fillings& fillings,
    std::int64_t revision
);

/// The file as it was uploaded, and what goes into its cells: to be filled by Office::fill_form.
struct FormToFill {
    std::string name{};
    std::string bytes{};
    std::map<FormPlace, std::string> texts{};
};
/// Needs Right::see_plan.
Result<FormToFill>
form_to_fill(Work& work, const PlanId& plan, const PeriodId& period, const std::string& id);

} // namespace tiendo::app
