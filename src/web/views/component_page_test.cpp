#include "web/context.hpp"
#include "web/views/charts.hpp"
#include "web/views/status_tag.hpp"
#include "web/views/templates.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace tiendo::web::view {
namespace {

std::string file_text(const std::filesystem::path& path)
{
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// The product's layout and parts, with tests/data/component_page.html as one more page.
Templates templates_with_component_page()
{
    const std::filesystem::path root = TIENDO_SOURCE_DIR;
    std::map<std::string, std::string, std::less<>> sources;
    sources["component_page"] = file_text(root / "tests/data/component_page.html");
    sources["layout"] = file_text(root / "ui/templates/layout.html");
    for (const auto& part : std::filesystem::directory_iterator(root / "ui/templates/parts"))
        sources["parts/" + part.path().stem().string()] = file_text(part.path());
    return Templates(sources);
}

Object
row(const char* code, const char* name, const char* target, std::optional<Decimal> actual, Look look
)
{
    const Wording words(Messages::embedded(), Language::vietnamese);
    const std::string shown = actual ? words.quantity(*actual, "percent") : "–";
    return {
        {"code", code},
        {"name", name},
        {"target", target},
        {"actual", shown},
        {"coverage", "đã có số liệu 6/8 xã"},
        {"bar_markup", bullet_bar({actual, Decimal{50}, {}, shown})},
        {"spark_markup", sparkline({Decimal{449, 1}, Decimal{467, 1}, actual}, shown)},
        {"tag_markup",
         result_tag(look, words.text(look == Look::met ? "verdict.met" : "verdict.not_met"))},
    };
}

List all_states(const Wording& words)
{
    List states;
    const auto add = [&](Stage stage, Timing timing, UnitKind kind) {
        states.emplace_back(Object{
            {"state_markup", report_tag({.stage = stage, .version = 1}, timing, kind, words)}
        });
    };
    add(Stage::drafting, {Timeliness::not_due, 2}, UnitKind::commune);
    add(Stage::drafting, {Timeliness::overdue, 3}, UnitKind::commune);
    add(Stage::submitted, {Timeliness::on_time, 0}, UnitKind::commune);
    add(Stage::submitted, {Timeliness::late, 1}, UnitKind::commune);
    add(Stage::accepted, {Timeliness::on_time, 0}, UnitKind::agency);
    add(Stage::returned, {Timeliness::not_due, 1}, UnitKind::commune);
    add(Stage::returned, {Timeliness::overdue, 3}, UnitKind::agency);
    add(Stage::drafting, {Timeliness::overdue, 3}, UnitKind::front);
    return states;
}

Object component_page_data(const Wording& words)
{
    List looks;
    for (const auto look :
         {Look::met, Look::on_track, Look::at_risk, Look::not_met, Look::no_data, Look::none})
        looks.emplace_back(Object{{"look_markup", result_tag(look, "Đúng tiến độ")}});
    List cells;
    const auto cell = [&](Look look, const char* shown) {
        cells.emplace_back(
            Object{{"cell_markup", result_cell({look, shown, "/o/x", "Xã Đắk Dục, 3.2a"})}}
        );
    };
    cell(Look::met, "83,33");
    cell(Look::on_track, "85,71");
    cell(Look::none, "không phát sinh");
    cell(Look::not_met, "66,67");
    cell(Look::none, "không áp dụng");
    cell(Look::at_risk, "80,00");
    cell(Look::no_data, "…");
    List problems{Object{
        {"text", "Chỉ tiêu 3.2a: tử số 4 lớn hơn mẫu số 3."},
        {"has_place", true},
        {"address", "#num"}
    }};
    return {
        {"title", "Tổng quan <năm> 2023"},
        {"has_problems", true},
        {"problems", problems},
        {"csrf", "x"},
        {"reports_markup",
         stacked_bar(
             {{12, "accepted", "12 đã tiếp nhận"},
              {3, "submitted", "3 đã nộp"},
              {1, "returned", "1 trả lại"},
              {4, "owed", "4 chưa nộp"}},
             "20 đơn vị: 12 đã tiếp nhận, 3 đã nộp, 1 trả lại, 4 chưa nộp"
         )},
        {"rows",
         List{
             row("2.1",
                 "Tỷ lệ lao động nữ làm công hưởng lương",
                 "từ 50% trở lên",
                 Decimal{4848, 2},
                 Look::not_met),
             row("2.3",
                 "Tỷ lệ nữ giám đốc/chủ doanh nghiệp, hợp tác xã",
                 "từ 26,05% trở lên",
                 Decimal{271, 1},
                 Look::met),
             row("2.4",
                 "Tỷ trọng lao động nữ làm việc trong khu vực nông nghiệp",
                 "dưới 30%",
                 std::nullopt,
                 Look::no_data),
         }},
        {"states", all_states(words)},
        {"looks", looks},
        {"cells", cells},
        {"units_markup",
         bars_by_unit(
             {{"Xã Bờ Y", Decimal{857, 1}, "85,71%"},
              {"Xã Đắk Dục", Decimal{667, 1}, "66,67%"},
              {"Xã Sa Loong", std::nullopt, "chưa có số liệu"}},
             Decimal{80}
         )},
    };
}

std::string component_page()
{
    const Wording words(Messages::embedded(), Language::vietnamese);
    Context context{.words = words, .form_token = "x", .path = "/"};
    context.frame = {
        .unit = "Phòng Lao động - Thương binh và Xã hội",
        .person = "Nguyễn Thị Hạnh",
        .plan = "Bình đẳng giới 2023",
        .plan_path = "/ke-hoach/1",
        .period = words.period(PeriodId("2023")),
        .menu =
            {{"Tổng quan", "/1", true},
             {"Chỉ tiêu", "/2"},
             {"Nhiệm vụ", "/3"},
             {"Bảng đơn vị × chỉ tiêu", "/4"},
             {"Báo cáo", "/5"},
             {"Đôn đốc", "/6"},
             {"Tổng hợp", "/7"}},
        .breadcrumb = {{"Kế hoạch", "/ke-hoach"}},
        .notice = "Đã tiếp nhận báo cáo của xã Đắk Xú.",
        .sample_world = "Thế giới mẫu – số liệu minh hoạ. Hôm nay là 11/12/2023.",
        .sample_acts =
            {{"Tới 15/12/2023", "/the-gioi-mau/toi"}, {"Làm lại từ đầu", "/the-gioi-mau/lai"}},
    };
    return templates_with_component_page().page(
        "component_page", component_page_data(words), context.layout(), words
    );
}

TEST(ComponentPage, EscapesWhatWasTypedAndKeepsWhatWasBuilt)
{
    const auto page = component_page();
    EXPECT_NE(std::string::npos, page.find("<h1>Tổng quan &lt;năm&gt; 2023</h1>"));
    EXPECT_NE(std::string::npos, page.find("<use href=\"#shape-at-risk\"/>"));
    EXPECT_EQ(std::string::npos, page.find("{{"));
    // For the eye: TIENDO_LOOK=folder keeps the page to be opened in a browser.
    if (const char* folder = std::getenv("TIENDO_LOOK"))
        std::ofstream(std::filesystem::path(folder) / "component_page.html") << page;
}

TEST(ComponentPage, HasNoInlineStyleOrHandler)
{
    const auto page = component_page();
    EXPECT_EQ(std::string::npos, page.find(" style="));
    EXPECT_EQ(std::string::npos, page.find(" onclick"));
}

TEST(ReportTag, NeverCallsTheFrontOverdue)
{
    const Wording words(Messages::embedded(), Language::vietnamese);
    const Timing three_days_late{Timeliness::overdue, 3};
    EXPECT_EQ("Quá hạn 3 ngày", report_words({}, three_days_late, UnitKind::commune, words));
    EXPECT_EQ("Chưa có báo cáo", report_words({}, three_days_late, UnitKind::front, words));
}

TEST(ReportTag, AsksAgenciesToCompleteWhatCommunesGetBack)
{
    const Wording words(Messages::embedded(), Language::vietnamese);
    const ReportState returned{.stage = Stage::returned, .version = 1};
    const Timing in_time{Timeliness::not_due, 2};
    EXPECT_EQ("Trả lại", report_words(returned, in_time, UnitKind::commune, words));
    EXPECT_EQ("Đề nghị bổ sung", report_words(returned, in_time, UnitKind::agency, words));
}

} // namespace
} // namespace tiendo::web::view
