#include "domain/report/issuing.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace tiendo {
namespace {

using enum IssuingAct;

template <class Value, std::size_t count>
using NameTable = std::array<std::pair<Value, const char*>, count>;

constexpr NameTable<IssuingStage, 5> stage_names{{
    {IssuingStage::draft, "draft"},
    {IssuingStage::with_head, "with_head"},
    {IssuingStage::with_signer, "with_signer"},
    {IssuingStage::numbered, "numbered"},
    {IssuingStage::issued, "issued"},
}};

constexpr NameTable<IssuingAct, 8> act_names{{
    {present_to_head, "present_to_head"},
    {present_for_signature, "present_for_signature"},
    {give_back, "give_back"},
    {take_number, "take_number"},
    {issue, "issue"},
    {correct, "correct"},
    {allow_submitted, "allow_submitted"},
    {record_sending, "record_sending"},
}};

constexpr NameTable<CorrectionKind, 2> correction_names{{
    {CorrectionKind::content, "content"},
    {CorrectionKind::form, "form"},
}};

template <class Value, std::size_t count>
const char* name_in(const NameTable<Value, count>& names, Value value)
{
    return std::ranges::find(names, value, &std::pair<Value, const char*>::first)->second;
}

template <class Value, std::size_t count>
std::optional<Value> named_in(const NameTable<Value, count>& names, std::string_view name)
{
    const auto found =
        std::ranges::find_if(names, [&](const auto& entry) { return name == entry.second; });
    if (found == names.end()) return std::nullopt;
    return found->first;
}

/// From which stages each act leads on.
bool leads_on(IssuingStage stage, IssuingAct act)
{
    using enum IssuingStage;
    switch (act) {
    case present_to_head:
    case allow_submitted:
        return stage == draft;
    case present_for_signature:
        return stage == with_head;
    case give_back:
        return stage == with_head || stage == with_signer || stage == numbered;
    case take_number:
        return stage == with_signer || stage == numbered;
    case issue:
        return stage == numbered;
    case correct:
    case record_sending:
        return stage == issued;
    }
    return false;
}

/// How far on the way an act is; what holds one up holds up all after it.
int place_of(IssuingAct act)
{
    switch (act) {
    case present_to_head:
        return 1;
    case present_for_signature:
        return 2;
    case take_number:
        return 3;
    case issue:
        return 4;
    case give_back:
    case correct:
    case allow_submitted:
    case record_sending:
        return 0; // held up by nothing
    }
    return 0;
}

Problem missing(const char* key, const char* place)
{
    return {key, {}, place};
}

std::vector<Problem> missing_in(const IssuingStep& step)
{
    std::vector<Problem> problems;
    const bool owes_a_reason =
        step.act == give_back || step.act == correct || step.act == allow_submitted;
    if (owes_a_reason && squeeze(step.reason).empty())
        problems.push_back(missing("issuing.reason_missing", "reason"));
    if (step.act == take_number && squeeze(step.number).empty())
        problems.push_back(missing("issuing.number_missing", "number"));
    if (step.act == take_number && !step.date)
        problems.push_back(missing("issuing.date_missing", "date"));
    if (step.act == record_sending && squeeze(step.sending.to).empty())
        problems.push_back(missing("issuing.to_missing", "to"));
    if (step.act == record_sending && squeeze(step.sending.how).empty())
        problems.push_back(missing("issuing.how_missing", "how"));
    if (step.act == record_sending && !step.sending.on)
        problems.push_back(missing("issuing.day_missing", "on"));
    return problems;
}

IssuingState after(IssuingState state, const IssuingStep& step)
{
    switch (step.act) {
    case present_to_head:
        state.stage = IssuingStage::with_head;
        state.returned_for.clear();
        break;
    case present_for_signature:
        state.stage = IssuingStage::with_signer;
        break;
    case give_back:
        state.stage = IssuingStage::draft;
        state.returned_for = squeeze(step.reason);
        state.number.clear();
        state.date.reset();
        break;
    case take_number:
        state.stage = IssuingStage::numbered;
        state.number = squeeze(step.number);
        state.date = step.date;
        break;
    case issue:
        state.stage = IssuingStage::issued;
        ++state.versions;
        state.correction.reset();
        state.submitted_allowed.reset();
        break;
    case correct:
        state.stage = IssuingStage::draft;
        state.correction = step;
        state.number.clear();
        state.date.reset();
        break;
    case allow_submitted:
        state.submitted_allowed = step;
        break;
    case record_sending:
        break;
    }
    return state;
}

} // namespace

Result<IssuingState>
take_step(const IssuingState& state, const IssuingStep& step, const std::vector<CheckPoint>& open)
{
    if (!leads_on(state.stage, step.act)) {
        return refuse(
            Refusal::conflict,
            "issuing.does_not_lead_on",
            {{"stage", name_of(state.stage)}, {"act", name_of(step.act)}}
        );
    }
    Error error{Refusal::invalid, missing_in(step)};
    for (const auto& point : open) {
        const bool holds_up =
            point.is_open && point.blocks && place_of(step.act) >= place_of(point.before);
        if (holds_up) {
            error.problems.push_back(
                {"issuing.open_" + point.key,
                 {{"details", join(point.details, "; ")}},
                 "point-" + point.key}
            );
        }
    }
    if (!error.problems.empty()) return error;
    return after(state, step);
}

IssuingState state_after(const std::vector<IssuingStep>& steps)
{
    IssuingState state;
    for (const auto& step : steps)
        state = after(std::move(state), step);
    return state;
}

const char* name_of(IssuingStage stage)
{
    return name_in(stage_names, stage);
}
const char* name_of(IssuingAct act)
{
    return name_in(act_names, act);
}
std::optional<IssuingAct> issuing_act_named(std::string_view name)
{
    return named_in(act_names, name);
}
const char* name_of(CorrectionKind kind)
{
    return name_in(correction_names, kind);
}
std::optional<CorrectionKind> correction_named(std::string_view name)
{
    return named_in(correction_names, name);
}

} // namespace tiendo
