#include "domain/report/report_difference.hpp"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

Run number(const char* text, const char* source)
{
    Run run;
    run.text = text;
    run.source = source;
    return run;
}

Run words(const char* text)
{
    Run run;
    run.text = text;
    return run;
}

OfficialDocument report(const char* value)
{
    OfficialDocument document;
    document.body.emplace_back(Heading{1, "II.", "KẾT QUẢ"});
    document.body.emplace_back(
        Paragraph{{words("Đến "), number("08:00", "clock"), words(".")}, false, "coverage"}
    );
    document.body.emplace_back(Paragraph{
        {words("Tỷ lệ đạt "), number(value, "3.2a#value"), words(".")}, true, "result/3.2a"
    });
    Table table;
    table.columns = {{"TT", 1, {}}, {"Chỉ tiêu", 1, {}}, {"Thực hiện", 1, {}}};
    table.rows.push_back({{{words("1")}, {words("Tỷ lệ")}, {number(value, "3.2a#value")}}, false});
    document.annexes.push_back({"Phụ lục I", "Biểu", false, {table}});
    return document;
}

TEST(ReportDifference, TellsANumberOnceAndNotTheHour)
{
    auto now = report("78,26%");
    std::get<Paragraph>(now.body[1]).runs[1].text = "09:30";
    const auto changes = differences(report("85,00%"), now);
    ASSERT_EQ(changes.size(), 1u); // the annex says the same number
    EXPECT_EQ(changes[0].heading, "II. KẾT QUẢ");
    EXPECT_EQ(changes[0].numbers, (std::vector<NumberChange>{{"3.2a#value", "85,00%", "78,26%"}}));
    EXPECT_TRUE(differences(now, now).empty());
}

TEST(ReportDifference, TellsWhatWasAddedAndWhatWasRemoved)
{
    auto now = report("85,00%");
    now.body.emplace_back(Paragraph{{words("Thêm.")}, true, "assessment/strengths"});
    auto changes = differences(report("85,00%"), now);
    ASSERT_EQ(changes.size(), 1u);
    EXPECT_EQ(changes[0].kind, SentenceChange::added);
    EXPECT_EQ(changes[0].now, "Thêm.");
    changes = differences(now, report("85,00%"));
    ASSERT_EQ(changes.size(), 1u);
    EXPECT_EQ(changes[0].kind, SentenceChange::removed);
}

TEST(ReportDifference, ComparesWordByWord)
{
    using enum WordStretch::Kind;
    EXPECT_EQ(
        compare_words("ước đạt 85,00% kế hoạch", "ước thực hiện 78,26% kế hoạch"),
        (std::vector<WordStretch>{
            {same, "ước"}, {removed, "đạt 85,00%"}, {added, "thực hiện 78,26%"}, {same, "kế hoạch"}
        })
    );
}

} // namespace
} // namespace tiendo
