#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "domain/report/consolidated_report.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The way of a consolidated report from draft to issued, as steps that are only added to. What it
/// stands at follows from them.
namespace tiendo {

enum class IssuingStage {
    draft,       ///< bản nháp
    with_head,   ///< đã trình lãnh đạo phòng
    with_signer, ///< đã trình ký
    numbered,    ///< văn thư đã cấp số, ngày
    issued,      ///< đã ban hành
};

enum class IssuingAct {
    present_to_head,       ///< trình lãnh đạo phòng
    present_for_signature, ///< lãnh đạo phòng đồng ý, trình ký
    give_back,             ///< trả lại, with a reason
    take_number,           ///< ghi số, ngày do văn thư cấp
    issue,                 ///< ban hành: freezes
    correct,               ///< đính chính, thay thế: begins a new version, with a reason
    allow_submitted,       ///< the office takes versions that are not accepted yet, with a reason
    record_sending,        ///< to whom, when, how it was sent
};

/// Decree 30/2020/NĐ-CP, Article 18.3: what is wrong in content is replaced by a document of the
/// same form, what is wrong in form or procedure is corrected by a công văn.
enum class CorrectionKind { content, form };

struct Sending {
    std::string to{};
    std::string how{};
    std::optional<Date> on{};

    friend bool operator==(const Sending&, const Sending&) = default;
};

/// One step, with what that act needs; the rest is empty.
struct IssuingStep {
    IssuingAct act = IssuingAct::present_to_head;
    std::string reason{};
    std::string number{};
    std::optional<Date> date{};
    CorrectionKind correction = CorrectionKind::content;
    Sending sending{};
    std::string by{}; ///< login
    Instant at{};

    friend bool operator==(const IssuingStep&, const IssuingStep&) = default;
};

struct IssuingState {
    IssuingStage stage = IssuingStage::draft;
    int versions = 0;           ///< that were issued
    std::string returned_for{}; ///< the reason, while it is a draft again
    std::string number{};
    std::optional<Date> date{};
    std::optional<IssuingStep> correction{};        ///< begun and not issued yet
    std::optional<IssuingStep> submitted_allowed{}; ///< for the version that is on its way

    friend bool operator==(const IssuingState&, const IssuingState&) = default;
};

/// Something that has to be settled before a report goes on.
struct CheckPoint {
    std::string key{}; ///< "sources", "findings", "accepted", "head", "number" …
    bool is_open = false;
    bool blocks = true;                 ///< else it is only shown
    std::vector<std::string> details{}; ///< what is open: measures, findings, units, fields
    /// The first act that it holds up, with all after it.
    IssuingAct before = IssuingAct::present_to_head;

    friend bool operator==(const CheckPoint&, const CheckPoint&) = default;
};

/// The list that the office sees at every step. `material` holds the words of the office too.
std::vector<CheckPoint> check_points(const ReportMaterial& material, const IssuingState& state);

/// The state after one more step; refuses an act that does not lead on from here, a reason that is
/// missing where somebody is owed one, and what is still open.
Result<IssuingState>
take_step(const IssuingState& state, const IssuingStep& step, const std::vector<CheckPoint>& open);

/// Where steps that were taken have led.
IssuingState state_after(const std::vector<IssuingStep>& steps);

const char* name_of(IssuingStage stage);
const char* name_of(IssuingAct act);
std::optional<IssuingAct> issuing_act_named(std::string_view name);
const char* name_of(CorrectionKind kind);
std::optional<CorrectionKind> correction_named(std::string_view name);

} // namespace tiendo
