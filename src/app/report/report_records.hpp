#pragma once

#include "app/report/reports.hpp"

namespace tiendo::app {

/// Between the domain's values and what the store keeps of a report; for this folder and app/chase.
Result<store::ReportKey> key_of(const ReportOf& of);

struct KeptState {
    ReportState state{};
    std::int64_t revision = 0;
};
Result<KeptState> kept_state(Work& work, const ReportOf& of);
KeptState state_from(const store::ReportRecord& record);
Result<Done>
keep_state(Work& work, const ReportOf& of, const KeptState& before, const ReportState& after);

Submission submission_from(const store::SubmissionRecord& record);
Result<Draft> draft_of(Work& work, const ReportOf& of, const Form& form);

/// The completion of what is shown: the draft while the unit types, else what it submitted.
Completion completion_shown(
    const Form& form,
    const ReportState& state,
    const Draft& draft,
    const std::optional<Submission>& newest
);

const char* name_of(Channel channel);

} // namespace tiendo::app
