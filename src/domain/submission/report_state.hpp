#pragma once

#include "base/date.hpp"
#include "base/result.hpp"

#include <optional>
#include <string>

namespace tiendo {

/// Where a unit's report stands in one period.
enum class Stage {
    drafting,  ///< đang nhập
    submitted, ///< đã nộp
    accepted,  ///< đã tiếp nhận
    returned,  ///< trả lại (đề nghị bổ sung, hoàn thiện)
    withdrawn, ///< thu hồi
    excluded,  ///< loại trừ
    separate,  ///< báo cáo riêng: counted as reported, without figures here
    locked,    ///< đã chốt
};

struct ReportState {
    Stage stage = Stage::drafting;
    int version = 0; ///< of the newest submission; 0: none yet
    std::optional<Instant> submitted_at{};
    std::string reason{};                  ///< of the last return, reopening or exclusion
    std::optional<Instant> own_deadline{}; ///< gia hạn

    friend bool operator==(const ReportState&, const ReportState&) = default;
};

/// The only transitions that exist; each refuses the states from which it does not lead on. Reasons
/// are required where the office owes the unit one.
Result<ReportState> submit(const ReportState& state, Instant now);
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
