#pragma once

#include "base/date.hpp"
#include "base/result.hpp"

#include <optional>
#include <string>

namespace tiendo {

/// Where a unit's report stands in one period.
enum class Stage {
    drafting,        ///< đang nhập
    awaiting_leader, ///< chờ lãnh đạo đơn vị duyệt: not handed in yet
    submitted,       ///< đã nộp
    accepted,        ///< đã tiếp nhận
    returned,        ///< trả lại (đề nghị bổ sung, hoàn thiện)
    withdrawn,       ///< thu hồi
    excluded,        ///< loại trừ
    separate,        ///< báo cáo riêng: counted as reported, without figures here
    locked,          ///< đã chốt
};

/// How a draft came before the unit's own leader.
struct Presented {
    Stage from = Stage::drafting; ///< where it goes on when it is not handed in
    std::string by{};             ///< login
    Instant at{};
    std::string incomplete_reason{}; ///< "nộp thiếu, lý do"

    friend bool operator==(const Presented&, const Presented&) = default;
};

struct ReportState {
    Stage stage = Stage::drafting;
    int version = 0; ///< of the newest submission; 0: none yet
    std::optional<Instant> submitted_at{};
    std::string reason{};                  ///< of the last return, reopening or exclusion
    std::optional<Instant> own_deadline{}; ///< gia hạn
    std::optional<Presented> presented{};  ///< while it waits for the unit's leader
    std::string leader_reason{}; ///< why the unit's leader gave it back, until it is sent on

    friend bool operator==(const ReportState&, const ReportState&) = default;
};

/// The only transitions that exist; each refuses the states from which it does not lead on. Reasons
/// are required where the office owes the unit one.
Result<ReportState> submit(const ReportState& state, Instant now);
/// Inside the unit, before anything is handed in: the draft goes to the leader, is taken back by
/// who typed it, or given back by the leader.
Result<ReportState> present_to_leader(const ReportState& state, Presented presented);
Result<ReportState> take_back(const ReportState& state);
Result<ReportState> give_back_to_entry(const ReportState& state, const std::string& reason);
Result<ReportState> withdraw(const ReportState& state);
Result<ReportState> accept(const ReportState& state);
Result<ReportState> give_back(const ReportState& state, const std::string& reason);
Result<ReportState> reopen(const ReportState& state, const std::string& reason);
Result<ReportState> exclude(const ReportState& state, const std::string& reason);
Result<ReportState> take_separately(const ReportState& state, const std::string& reason);
Result<ReportState> lock(const ReportState& state);
Result<ReportState> extend(const ReportState& state, Instant deadline, const std::string& reason);

/// Whether the unit may type.
bool is_open_for_entry(Stage stage);
/// Whether it is still in the unit's hands: open for entry, or before the unit's own leader.
bool is_unsent(Stage stage);
/// Whether its newest version counts in figures: submitted and not returned or withdrawn.
bool counts(Stage stage);
/// Whether nothing more is owed.
bool has_reported(Stage stage);

/// Time laid over the stage; computed, never kept.
enum class Timeliness { not_due, due_soon, due_today, overdue, on_time, late };
struct Timing {
    Timeliness timeliness = Timeliness::not_due;
    int days = 0; ///< left, or late by; whole days begun

    friend bool operator==(const Timing&, const Timing&) = default;
};

Timing timing_of(const ReportState& state, Instant deadline, Instant now);

const char* name_of(Stage stage);
std::optional<Stage> stage_named(const std::string& name);

} // namespace tiendo
