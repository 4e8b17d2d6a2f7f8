#pragma once

#include "domain/report/consolidated_report.hpp"

/// How figures are said in the official report: words and numbers with their sources. The source of
/// a measure's number is its id with the part that is said: "3.2a#value", "3.2a#verdict".
namespace tiendo {

/// "Tỷ lệ người bị bạo lực …", "Tỷ số giới tính khi sinh": the subject of a sentence.
std::string subject_of(const MeasureFigure& row, const OfficialWords& say);

/// "trẻ em trai", "nữ": children are boys and girls, others men and women; the measure's name
/// tells.
std::string
sex_words(const MeasureFigure& row, const std::string& breakdown, const OfficialWords& say);

/// "từ 80% trở lên", "100%", "trên 94%", "dưới 30%", "không quá 1,6 lần", "khoảng 80% (từ 79%)".
std::string
quantity_words(const Measure& measure, const Indicator& indicator, const OfficialWords& say);

/// "85,00%", "109,96 bé trai/100 bé gái", "đã thực hiện"
std::string
rate_words(const FigurePart& part, const Indicator& indicator, const OfficialWords& say);

/// "17/20"
std::string counts_words(const FigurePart& part);

/// The value of a figure as runs: "85,00% (17/20 người)", by sex where it is by sex.
Runs value_runs(const MeasureFigure& row, const OfficialWords& say);
/// The counts alone: "17/20 người".
Runs counts_runs(const MeasureFigure& row, const OfficialWords& say);

/// Whether more is better; none where nearness counts or the plan fixes no quantity.
std::optional<bool> wants_more(const Measure& measure);

/// The word of the table: "vượt" only where more was asked for and there is more; before the
/// target's day "đã đạt mức kế hoạch", "đúng tiến độ", "chậm tiến độ" or "đang thực hiện".
std::string verdict_words(const MeasureFigure& row, const OfficialWords& say);

/// "Tỷ lệ người bị bạo lực … ước đạt 85,00% (17/20 người), vượt kế hoạch năm (từ 80% trở lên), tăng
/// 2,10 điểm phần trăm so với cùng kỳ năm trước; đã có số liệu 6/8 xã, thị trấn (chưa có: …)."
Paragraph measure_paragraph(
    const MeasureFigure& row, const ReportMaterial& material, const OfficialWords& say
);

/// The difference to the same period of last year in points or units; none where either is missing.
std::optional<Decimal> change_from_last_year(const MeasureFigure& row, const PeriodId& period);

/// The standard table (rulings): ten columns, one row a measure, a group row for each objective.
Table standard_table(const ReportMaterial& material, const OfficialWords& say);

} // namespace tiendo
