#include "app/figure/counted_cells.hpp"

#include "app/report/report_records.hpp"

#include <memory>

namespace tiendo::app {

UnitCells counted_cells(const store::SubmissionRecord& record, Stage stage)
{
    auto submission = submission_from(record);
    UnitCells cells;
    for (auto& [measure, cell] : submission.answers.cells) {
        Contribution contribution;
        contribution.unit = UnitId(record.report.unit);
        contribution.cell = std::move(cell);
        contribution.submission = submission.id;
        contribution.version = submission.version;
        contribution.accepted = stage == Stage::accepted || stage == Stage::locked;
        contribution.author = submission.author;
        contribution.at = submission.at;
        contribution.channel = submission.channel;
        cells.emplace(measure, std::make_shared<const Contribution>(std::move(contribution)));
    }
    return cells;
}

UnitCells cells_taken_over(const store::SubmissionRecord& record)
{
    return counted_cells(record, Stage::accepted);
}

} // namespace tiendo::app
