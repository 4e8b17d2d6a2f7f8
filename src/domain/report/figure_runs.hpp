#pragma once

#include "domain/report/consolidated_report.hpp"

/// How figures are said in the official report: words and numbers with their sources.
namespace tiendo {

/// "từ 80% trở lên", "trên 94%", "dưới 30%", "không quá 1,6 lần", "khoảng 80%".
std::string
quantity_words(const Measure& measure, const Indicator& indicator, const OfficialWords& say);

/// "85,00%", "109,96 bé trai/100 bé gái", "12/12 tháng".
std::string
rate_words(const FigurePart& part, const Indicator& indicator, const OfficialWords& say);

/// "17/20"
std::string counts_words(const FigurePart& part);

/// The value of a figure as runs: "85,00% (17/20)", by sex where it is by sex. Numbers carry the
/// measure as their source.
Runs value_runs(const MeasureFigure& row, const OfficialWords& say);

/// "- Người bị bạo lực …: ước 85,00% (17/20), vượt kế hoạch năm (từ 80% trở lên), tăng …; đã có số
/// liệu 6/8 đơn vị (chưa có: …)."
Paragraph measure_paragraph(
    const MeasureFigure& row, const ReportMaterial& material, const OfficialWords& say
);

/// The difference to the same period of last year in points or units; none where either is missing.
std::optional<Decimal> change_from_last_year(const MeasureFigure& row, const PeriodId& period);

/// The standard table (rulings): ten columns, one row a measure, a group row for each objective.
Table standard_table(const ReportMaterial& material, const OfficialWords& say);

std::string verdict_words(const Judgement& judgement, const OfficialWords& say);

/// "Đắk Dục, Sa Loong"
std::string names_of(const std::vector<UnitId>& units, const UnitDirectory& directory);

} // namespace tiendo
