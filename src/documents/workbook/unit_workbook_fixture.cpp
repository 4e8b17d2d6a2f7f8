#include "documents/workbook/unit_workbook_fixture.hpp"

#include "base/digest.hpp"

namespace tiendo::documents {
namespace {

FormRow row(const char* id, Shape shape, Breakdown breakdown = Breakdown::none)
{
    FormRow row;
    row.measure.id = MeasureId(id);
    row.measure.title = std::string("Chỉ tiêu ") + id;
    row.indicator.id = IndicatorId(std::string("indicator-") + id);
    row.indicator.shape = shape;
    row.indicator.breakdown = breakdown;
    row.indicator.numerator = "Số người được hỗ trợ";
    row.indicator.denominator = "Tổng số người";
    row.indicator.unit = "%";
    return row;
}

TypedCell typed(std::map<std::string, std::string> numbers)
{
    TypedCell cell;
    cell.kind = ValueKind::estimate;
    cell.typed = std::move(numbers);
    return cell;
}

} // namespace

std::string said(std::string_view key, const std::map<std::string, std::string>& args)
{
    std::string text(key);
    for (const auto& [name, value] : args)
        text += " " + value;
    return text;
}

std::string sealed(std::string_view text)
{
    return sha256_hex(std::string(text) + "a key of tests");
}

UnitWorkbook empty_workbook()
{
    UnitWorkbook workbook;
    workbook.identity = {PlanId("1"), PeriodId("2023"), UnitId("sa-loong")};
    workbook.unit_name = "Ủy ban nhân dân xã Sa Loong";
    workbook.plan_title = "Kế hoạch bình đẳng giới năm 2023";
    workbook.period = "Năm 2023";
    workbook.deadline = "17:00 ngày 08/12/2023";
    workbook.deadline_at = {1702029600};
    workbook.is_estimated = true;
    auto& form = workbook.form;
    form.unit = workbook.identity.unit;
    form.rows = {
        row("3.2a", Shape::ratio),
        row("5.2a", Shape::ratio, Breakdown::sex),
        row("6.3", Shape::quarters),
        row("6.4", Shape::months),
        row("5.1", Shape::yes_no),
        row("7", Shape::count),
    };
    form.tasks = {
        {Task{"1.1", "1", "", "Tổ chức tập huấn", {}, {}, {}, date(2023, 11, 30), "", ""},
         Part::lead},
        {Task{"1.2", "1", "", "Tuyên truyền", {}, {}, {}, {}, "", ""}, Part::support},
    };
    form.clauses = {{"7", "7", "Xây dựng kế hoạch và báo cáo", {}}};
    form.activities = activity_tables();
    return workbook;
}

WorkbookAnswers full_answers()
{
    WorkbookAnswers answers;
    auto& cells = answers.cells;
    cells[MeasureId("3.2a")] = typed({{"num", "1.234"}, {"den", "2.000"}});
    cells[MeasureId("3.2a")].reason = "Số liệu của công an xã";
    cells[MeasureId("5.2a")] = typed(
        {{"num.male", "412"}, {"den.male", "431"}, {"num.female", "398"}, {"den.female", "409"}}
    );
    cells[MeasureId("6.3")] = typed({{"q1", "3"}, {"q2", "0"}, {"q3", "3 tin"}, {"q4", "1"}});
    cells[MeasureId("6.4")] = typed({});
    for (int month = 1; month <= 12; ++month)
        cells[MeasureId("6.4")].typed[(month < 10 ? "m0" : "m") + std::to_string(month)] =
            month < 12 ? "1" : "0";
    cells[MeasureId("5.1")] = typed({{"yes", "1"}});
    cells[MeasureId("7")].state = ValueState::not_applicable;
    cells[MeasureId("7")].kind = ValueKind::official;
    cells[MeasureId("7")].reason = "Xã không có cơ sở nào";
    answers.tasks["1.1"] = {
        TaskState::finished, date(2023, 11, 20), "Đã tổ chức 02 lớp", "Báo cáo số 12", ""
    };
    answers.duties["7"] = {TaskState::under_way, {}, "Đang thực hiện", "", "Thiếu kinh phí"};
    answers.activities["documents"] = {
        {{"number", "15/KH-UBND"}, {"date", "2023-02-28"}, {"title", "Kế hoạch của xã"}},
        {{"number", "16/KH-UBND"}, {"title", "=1+1"}},
    };
    answers.activities["money"] = {{{"source", "Ngân sách"}, {"allotted", "12,5"}, {"spent", "9"}}};
    answers.narrative["strengths"] = "Cấp ủy quan tâm.\nCán bộ nhiệt tình.";
    return answers;
}

} // namespace tiendo::documents
