#include "app/figure/counted_cells.hpp"

#include "app/report/report_records.hpp"

#include <memory>

namespace tiendo::app {

UnitCells cells_of(const store::SubmissionRecord& record, Stage stage)
{
    auto submission = submission_from(record);
    UnitCells cells;
    for (auto& [measure, cell] : submission.answers.cells) {
        Contribution contribution;
        contribution.unit = UnitId(record.report.unit);
        contribution.period = PeriodId(record.report.period);
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

UnitCells counted_cells(const store::SubmissionRecord& record, Stage stage)
{
    if (record.channel == name_of(Channel::history)) return cells_of(record, Stage::accepted);
    return counts(stage) ? cells_of(record, stage) : UnitCells{};
}

} // namespace tiendo::app
