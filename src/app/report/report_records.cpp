#include "app/report/report_records.hpp"

#include "documents/exchange/answers_json.hpp"
#include "documents/exchange/period_json.hpp"
#include "domain/form/activity_remarks.hpp"

#include <algorithm>

namespace tiendo::app {
namespace {

/// "cell/3.2a" is {"cell", "3.2a"}.
std::pair<std::string, std::string> item_parts(const std::string& item)
{
    const auto slash = item.find('/');
    if (slash == std::string::npos) return {item, {}};
    return {item.substr(0, slash), item.substr(slash + 1)};
}

Result<Done> take_item(Draft& draft, const Form& form, const store::DraftItem& kept)
{
    const auto [kind, id] = item_parts(kept.item);
    draft.revisions[kept.item] = kept.revision;
    if (!draft.saved_at || *draft.saved_at < kept.at) draft.saved_at = kept.at;
    if (kind == "cell") {
        // A measure that is no longer asked of the unit keeps its draft, unshown.
        const auto* row = form.row(MeasureId(id));
        if (row == nullptr) return done;
        auto typed = TRY(documents::parse_typed_cell(kept.body));
        auto read = read_cell(*row, typed);
        draft.cells[MeasureId(id)] = {
            std::move(typed), std::move(read), kept.revision, kept.by, kept.at
        };
    } else if (kind == "task") {
        draft.tasks[id] = {TRY(documents::parse_task_answer(kept.body)), kept.revision};
    } else if (kind == "duty") {
        draft.duties[id] = {TRY(documents::parse_task_answer(kept.body)), kept.revision};
    } else if (kind == "activity") {
        draft.activities[id] = TRY(documents::parse_activity_rows(kept.body));
    } else if (kind == "narrative") {
        draft.narrative[id] = TRY(documents::parse_narrative(kept.body));
    }
    return done;
}

} // namespace

Answers Draft::answers() const
{
    Answers answers;
    for (const auto& [id, cell] : cells)
        answers.cells[id] = cell.read.cell;
    for (const auto& [id, task] : tasks)
        answers.tasks[id] = task.answer;
    for (const auto& [id, duty] : duties)
        answers.duties[id] = duty.answer;
    answers.activities = activities;
    answers.narrative = narrative;
    return answers;
}

std::vector<Remark> Draft::remarks() const
{
    std::vector<Remark> all;
    for (const auto& [id, cell] : cells) {
        all.insert(all.end(), cell.read.remarks.begin(), cell.read.remarks.end());
    }
    all.insert(all.end(), activity_remarks.begin(), activity_remarks.end());
    return all;
}

Result<store::ReportKey> key_of(const ReportOf& of)
{
    return store::ReportKey{TRY(number_of(of.plan)), of.period.str(), of.unit.str()};
}

KeptState state_from(const store::ReportRecord& record)
{
    const auto stage = stage_named(record.state);
    ensure(stage.has_value(), "a report's stage is known");
    KeptState kept;
    kept.state.stage = *stage;
    kept.state.version = static_cast<int>(record.version);
    auto read = documents::parse_report_state(kept.state, record.body);
    ensure(read.has_value(), "a report's state can be read");
    kept.state = std::move(read).value();
    kept.revision = record.revision;
    return kept;
}

Result<KeptState> kept_state(Work& work, const ReportOf& of)
{
    const auto record = work.kept.reports().find(TRY(key_of(of)));
    return record ? state_from(*record) : KeptState{};
}

Result<Done>
keep_state(Work& work, const ReportOf& of, const KeptState& before, const ReportState& after)
{
    store::ReportRecord record;
    record.report = TRY(key_of(of));
    record.state = name_of(after.stage);
    record.version = after.version;
    record.body = documents::to_json(after);
    record.revision = before.revision;
    record.updated_at = work.now;
    TRY(work.kept.reports().put(record));
    return done;
}

Submission submission_from(const store::SubmissionRecord& record)
{
    auto answers = documents::parse_answers(record.body);
    ensure(answers.has_value(), "a submission that was kept can be read");
    return {
        record.id,
        static_cast<int>(record.version),
        std::move(answers).value(),
        record.author,
        record.at,
        record.channel,
        record.sha256
    };
}

Result<Draft> draft_of(Work& work, const ReportOf& of, const Form& form)
{
    Draft draft;
    for (const auto& item : work.kept.drafts().items(TRY(key_of(of))))
        TRY(take_item(draft, form, item));
    for (const auto& table : form.activities) {
        const auto found = draft.activities.find(table.key);
        if (found == draft.activities.end()) continue;
        const auto remarks = remarks_on(table, found->second);
        draft.activity_remarks.insert(draft.activity_remarks.end(), remarks.begin(), remarks.end());
    }
    return draft;
}

Completion completion_shown(
    const Form& form,
    const ReportState& state,
    const Draft& draft,
    const std::optional<Submission>& newest
)
{
    if (is_unsent(state.stage) || !newest) return completion_of(form, draft.answers());
    return completion_of(form, newest->answers);
}

const char* name_of(Channel channel)
{
    switch (channel) {
    case Channel::web:
        return "web";
    case Channel::excel:
        return "excel";
    case Channel::paper:
        return "paper";
    case Channel::history:
        return "history";
    case Channel::file:
        return "file";
    case Channel::program:
        return "program";
    }
    return "web";
}

} // namespace tiendo::app
