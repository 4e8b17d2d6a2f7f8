#include "domain/form/activity_table.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace tiendo {
namespace {

using enum ColumnKind;

std::vector<ActivityTable> tables_of_leadership()
{
    return {
        {"own_plan",
         {{"issued", choice, {"yes", "not_yet"}}, {"number"}, {"date", date}, {"title"}},
         {"xây dựng kế hoạch", "kế hoạch cụ thể", "có kế hoạch"}},
        {"documents",
         {{"number"}, {"date", date}, {"title"}},
         {"đôn đốc", "hướng dẫn", "chỉ đạo", "triển khai thực hiện các nhiệm vụ"}},
        {"integration",
         {{"title"}, {"number"}, {"date", date}, {"content"}},
         {"lồng ghép", "hoạch định chính sách"}},
        {"legal_drafts",
         {{"title"}, {"date", date}, {"opinion"}},
         {"thẩm định dự thảo", "dự thảo văn bản"}},
        {"proposals",
         {{"title"}, {"addressee"}},
         {"kiến nghị cơ quan", "đề xuất tổ chức", "rà soát các chính sách"}},
        {"officer",
         {{"form", choice, {"full_time", "part_time"}}, {"name"}, {"position"}, {"phone"}},
         {"bố trí cán bộ", "bố trí công chức"}},
        {"women_cadres",
         {{"planned", number}, {"trained", number}, {"appointed", number}},
         {"cán bộ nữ", "nữ lãnh đạo"}},
        {"training",
         {{"title"},
          {"audience",
           choice,
           {"gender_officers", "legal_officers", "women_leaders", "journalists", "other"}},
          {"date", date},
          {"sessions", number},
          {"people", number},
          {"women", number},
          {"minorities", number}},
         {"tập huấn", "bồi dưỡng"}},
        {"inspections",
         {{"title"}, {"date", date}, {"places", number}, {"findings"}, {"follow_up"}},
         {"kiểm tra", "giám sát", "thanh tra"}},
        {"money",
         {{"source", choice, {"budget", "integrated", "mobilised", "other"}},
          {"title"},
          {"allotted", money},
          {"spent", money}},
         {"nguồn lực", "kinh phí", "đầu tư"}},
    };
}

std::vector<ActivityTable> tables_of_communication()
{
    return {
        {"communication",
         {{"title"},
          {"kind", choice, {"talk", "contest", "broadcast", "display", "other"}},
          {"date", date},
          {"sessions", number},
          {"people", number},
          {"women", number},
          {"minorities", number}},
         {"tuyên truyền", "truyền thông", "phổ biến", "vận động"}},
        {"action_month",
         {{"title"}, {"date", date}, {"people", number}, {"women", number}},
         {"tháng hành động", "hưởng ứng"}},
        {"news",
         {{"title"}, {"date", date}, {"outlet"}, {"link", link}},
         {"tin, bài", "thông tin đại chúng"}},
        {"columns",
         {{"month",
           choice,
           {"m01", "m02", "m03", "m04", "m05", "m06", "m07", "m08", "m09", "m10", "m11", "m12"}},
          {"title"},
          {"link", link}},
         {"chuyên trang", "chuyên mục"}},
        {"examples",
         {{"kind", choice, {"collective", "person"}}, {"name"}, {"achievement"}},
         {"nêu gương", "điển hình"}},
    };
}

std::vector<ActivityTable> tables_of_services()
{
    return {
        {"models",
         {{"title"},
          {"kind",
           choice,
           {"club", "trusted_address", "shelter", "counselling", "health", "production", "other"}},
          {"count", number},
          {"people", number}},
         {"mô hình", "cơ sở cung cấp dịch vụ"}},
        {"support",
         {{"title"},
          {"kind",
           choice,
           {"vocational", "jobs", "insurance", "credit", "health_care", "schooling", "other"}},
          {"people", number},
          {"women", number},
          {"minorities", number}},
         {"đào tạo nghề",
          "việc làm",
          "bảo hiểm",
          "vốn tín dụng",
          "chăm sóc sức khỏe",
          "đến cơ sở y tế",
          "duy trì sĩ số"}},
        {"minority_programmes",
         {{"title"},
          {"kind", choice, {"child_marriage", "customs", "other"}},
          {"sessions", number},
          {"people", number},
          {"result"}},
         {"tảo hôn", "phong tục"}},
        {"prevention",
         {{"kind", choice, {"violence", "abuse", "trafficking", "other"}},
          {"found", number},
          {"handled", number},
          {"supported", number}},
         {"xử lý tội phạm", "mua bán người"}},
    };
}

std::vector<ActivityTable> all_tables()
{
    auto tables = tables_of_leadership();
    for (auto& group : {tables_of_communication(), tables_of_services()})
        tables.insert(tables.end(), group.begin(), group.end());
    return tables;
}

} // namespace

const ActivityColumn* ActivityTable::column(std::string_view column_key) const
{
    const auto found = std::ranges::find(columns, column_key, &ActivityColumn::key);
    return found == columns.end() ? nullptr : &*found;
}

bool is_office_table(const ActivityTable& table)
{
    return !table.title.empty();
}

bool says_yes_or_no(const ActivityColumn& column)
{
    return column.choices == std::vector<std::string>{"yes", "no"};
}

const std::vector<ActivityTable>& activity_tables()
{
    static const auto tables = all_tables();
    return tables;
}

std::vector<std::string> tables_asked_for(std::string_view text)
{
    const auto words = to_lower(text);
    std::vector<std::string> asked;
    for (const auto& table : activity_tables()) {
        const bool is_asked = std::ranges::any_of(table.phrases, [&](const std::string& phrase) {
            return words.find(phrase) != std::string::npos;
        });
        if (is_asked) asked.push_back(table.key);
    }
    return asked;
}

} // namespace tiendo
