#pragma once

#include "domain/org/unit.hpp"
#include "domain/submission/report_state.hpp"

#include <array>
#include <optional>
#include <string_view>

namespace tiendo {

/// Where a unit's report stands for those who count reports: stage, time and rank in one. Each
/// unit has exactly one, so that the counts add up to all units.
enum class Standing {
    accepted,    ///< đã tiếp nhận, đã chốt
    submitted,   ///< đã nộp, chờ tiếp nhận
    returned,    ///< trả lại, đề nghị bổ sung
    overdue,     ///< quá hạn
    not_yet,     ///< chưa nộp, chưa đến hạn
    separate,    ///< báo cáo riêng
    cooperating, ///< đề nghị phối hợp: the Front and the mass organisations, never overdue
    excluded,    ///< loại trừ
};

inline constexpr std::array<Standing, 8> standings{
    Standing::accepted,
    Standing::submitted,
    Standing::returned,
    Standing::overdue,
    Standing::not_yet,
    Standing::separate,
    Standing::cooperating,
    Standing::excluded,
};

/// The Front and the mass organisations are asked to cooperate: nothing of theirs is owed.
Standing standing_of(Stage stage, const Timing& timing, UnitKind kind);

/// Whether the unit is still waited for, whatever one calls that.
bool is_awaited(Standing standing);

/// "accepted", "not_yet" …
const char* name_of(Standing standing);

} // namespace tiendo
