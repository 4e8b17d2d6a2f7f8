#pragma once

#include "app/work.hpp"
#include "domain/report/form_cells.hpp"

#include <map>
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

/// Something that a row or column may be about.
struct FormThing {
    std::string id{};
    std::string name{};
};

struct SuperiorForm {
    SuperiorFormLine line{};
    FormTables tables{};
    Fillings fillings{};
    FilledCells cells{};           ///< what stands in the filled cells in this period
    std::vector<FormGrid> grids{}; ///< what is chosen, or proposed, for each table
    bool is_proposed = false;      ///< by the words of the form; nothing was chosen yet
    std::vector<MeasureFigure> rows{};
    std::vector<FormThing> units{};
    std::vector<FormThing> tasks{};
    std::int64_t revision = 0;
};

/// The newest first. Needs Right::see_plan.
Result<std::vector<SuperiorFormLine>> superior_forms(Work& work, const PlanId& plan);

/// Answers its id, for an upload that was read outside of any transaction (Office::read_form). A
/// form that was uploaded before comes back with its fillings; a new one begins with those of
/// earlier forms whose cells have the same words beside and above them. Needs Right::write_report.
Result<std::string> add_superior_form(Work& work, const PlanId& plan, const FormUpload& form);

/// Needs Right::see_plan.
Result<SuperiorForm>
superior_form(Work& work, const PlanId& plan, const PeriodId& period, const std::string& id);

/// All fillings anew. Needs Right::write_report.
Result<Done> put_fillings(
    Work& work,
    const PlanId& plan,
    const std::string& id,
    const Fillings& fillings,
    std::int64_t revision
);

/// One cell of a workbook by its address, "C5": before what its row and column say. A printed text
/// is written over; refused are cells with a formula, and addresses that the sheet does not have.
struct SingleCell {
    int sheet = 0;
    std::string address{};
    Filling filling{};
};
/// Needs Right::write_report.
Result<Done> put_single_cell(
    Work& work,
    const PlanId& plan,
    const std::string& id,
    const SingleCell& cell,
    std::int64_t revision
);
Result<Done> remove_single_cell(
    Work& work,
    const PlanId& plan,
    const std::string& id,
    const FormPlace& place,
    std::int64_t revision
);

/// The file as it is kept, and what goes into its cells: to be filled by Office::fill_form.
struct FormToFill {
    FormUpload form{};
    FilledCells cells{};
};
/// Needs Right::see_plan.
Result<FormToFill>
form_to_fill(Work& work, const PlanId& plan, const PeriodId& period, const std::string& id);

} // namespace tiendo::app
