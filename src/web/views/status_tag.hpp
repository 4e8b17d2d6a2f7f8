#pragma once

#include "domain/indicator/judge.hpp"
#include "domain/org/unit.hpp"
#include "domain/submission/report_state.hpp"
#include "web/messages.hpp"
#include "web/views/view.hpp"

#include <string>
#include <string_view>

namespace tiendo::web::view {

/// How a result looks: a shape and a colour, and always words beside them. Before the end date a
/// result may be on track or at risk; at year end it is met or not.
enum class Look { met, on_track, at_risk, not_met, no_data, none };

Look look_of(Verdict verdict);
/// What is not met before its day is no failure yet.
Look look_of(const Judgement& judgement);
/// "met", "on-track" …: the ending of the style class and of the shape's name.
std::string_view look_name(Look look);

/// "Vượt", "Đạt", "Chưa đạt", "Chưa có số liệu", "Không phát sinh" …
std::string verdict_words(const Judgement& judgement, const Wording& words);

/// The small drawing alone, hidden from screen readers.
Markup shape(Look look);
/// The result, filled, with its shape (axis B: is the target met?).
Markup result_tag(Look look, std::string_view words);
Markup result_tag(const Judgement& judgement, const Wording& words);

/// One cell of the table of units and targets. The link says the whole sentence: "Xã Đắk Dục, 3.2a:
/// 66,67%, kế hoạch năm từ 80% trở lên, chưa đạt".
struct ResultCell {
    Look look = Look::no_data;
    std::string shown{}; ///< "66,67" or "không phát sinh"
    std::string path{};  ///< none: a cell without a link
    std::string sentence{};
};
/// The <td> with its content.
Markup result_cell(const ResultCell& cell);

/// "Đã tiếp nhận", "Quá hạn 2 ngày", "Đã nộp, muộn 1 ngày" … The Front and the mass organisations
/// are asked to cooperate: nothing of theirs is overdue or returned.
std::string
report_words(const ReportState& state, const Timing& timing, UnitKind kind, const Wording& words);
/// The state of a report, outlined (axis A: has the unit reported?).
Markup
report_tag(const ReportState& state, const Timing& timing, UnitKind kind, const Wording& words);

} // namespace tiendo::web::view
