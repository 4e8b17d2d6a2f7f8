#pragma once

#include "domain/form/form.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tiendo {

/// One cell as it was typed, right or wrong: nothing that a person typed is lost. Drafts keep this.
struct TypedCell {
    ValueState state = ValueState::value; ///< value also while nothing is typed yet
    ValueKind kind = ValueKind::official;
    std::map<std::string, std::string> typed{}; ///< by element, as typed
    std::string reason{};
    std::string note{};
    std::string origin{};

    friend bool operator==(const TypedCell&, const TypedCell&) = default;
};

/// How bad a remark is: an error stops the submission of the report, a warning is shown and may
/// stay.
enum class Weight { error, warning };

/// A remark on one field of a form. Its problem's place is "<measure>.<element>", "task/3.4" …
struct Remark {
    Weight weight = Weight::error;
    Problem problem{};

    friend bool operator==(const Remark&, const Remark&) = default;
};

/// A typed cell read: the checked value, if it is one, and the remarks.
struct ReadCell {
    Cell cell{}; ///< state missing where nothing, or nothing right, was typed
    std::vector<Remark> remarks{};

    friend bool operator==(const ReadCell&, const ReadCell&) = default;
};

/// Understands "12 vụ", "26,05", "không phát sinh", "KPS", "KAD", "không áp dụng"; checks each
/// number and the numbers against one another: no negative or broken counts, no numerator above its
/// denominator where that cannot be, 0/0 asked for "không phát sinh", a reason with "không áp
/// dụng".
ReadCell read_cell(const FormRow& row, const TypedCell& typed);

/// How much of a form is answered: its measures, the tasks that the unit leads and its duties, each
/// one row; a duty is answered when each of its clauses is, and a table of the office when it has a
/// row. Supported tasks and the plan's activities are offered, not owed.
struct Completion {
    int filled = 0;
    int total = 0;
    std::vector<std::string> missing{}; ///< "3.2a", "task/3.4", "duty/7", "activity/office_1"

    friend bool operator==(const Completion&, const Completion&) = default;
};

Completion completion_of(const Form& form, const Answers& answers);

/// The state that words alone name: "KPS", "không ps", "không phát sinh" …; none if they are no
/// such words. A dash or an empty field is never taken for one: it is asked.
std::optional<ValueState> state_named(std::string_view typed);

} // namespace tiendo
