#pragma once

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/id.hpp"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tiendo {

using MeasureId = Id<struct MeasureTag>; ///< "3.2a"

/// Ước thực hiện, chính thức, điều chỉnh.
enum class ValueKind { estimate, official, adjusted };

/// Zero is a value. Each of the other three is something else, everywhere.
enum class ValueState {
    value,
    not_arising,    ///< không phát sinh: adds 0/0 and counts as reported
    not_applicable, ///< không áp dụng, with a reason: leaves sums and coverage
    missing,        ///< chưa có số liệu
};

/// What one unit says of one measure in one period: đơn vị × chỉ tiêu × kỳ. Checked: each number
/// is one, and its keys are those of elements_of().
struct Cell {
    ValueState state = ValueState::missing;
    ValueKind kind = ValueKind::official;
    std::map<std::string, Decimal> numbers{};
    std::string reason{}; ///< why it does not apply, or why an odd value is right
    std::string note{};   ///< links and remarks
    std::string origin{}; ///< where in a workbook it stood, e.g. "Biểu 1!D7"; empty otherwise

    friend bool operator==(const Cell&, const Cell&) = default;
};

enum class TaskState { not_started, under_way, finished };

/// What a unit says of one task or duty.
struct TaskAnswer {
    TaskState state = TaskState::not_started;
    std::optional<Date> done_on{};
    std::string result{};
    std::string product{};
    std::string difficulty{};

    friend bool operator==(const TaskAnswer&, const TaskAnswer&) = default;
};

/// One row of an activity table, by column.
using ActivityRow = std::map<std::string, std::string>;

/// The closing words of a report, part by part in the order of the consolidated one.
inline constexpr std::array<std::string_view, 5> narrative_parts{
    "strengths", "shortcomings", "causes", "direction", "proposals"
};

/// All that a unit's report holds, in the three parts of its form, and its closing words.
struct Answers {
    std::map<MeasureId, Cell> cells{};
    std::map<std::string, TaskAnswer> tasks{};  ///< by task id, "3.4"
    std::map<std::string, TaskAnswer> duties{}; ///< by clause, "7.2" (ClauseRow::id)
    std::map<std::string, std::vector<ActivityRow>> activities{}; ///< by table, "documents"
    std::map<std::string, std::string> narrative{};               ///< by part, "strengths"

    friend bool operator==(const Answers&, const Answers&) = default;
};

} // namespace tiendo
