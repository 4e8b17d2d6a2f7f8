#include "domain/report/public_document.hpp"
#include "domain/report/public_table.hpp"
#include "domain/report/report_writer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tiendo {
namespace {

using testing::HasSubstr;
using testing::Not;

FigureCell share(int numerator, int denominator, Decimal rounded)
{
    FigureCell cell;
    cell.share = Share{numerator, denominator, 100, rounded};
    return cell;
}

std::string say(std::string_view key, const WordArguments& arguments)
{
    if (key == "sheet.hidden") return "…";
    std::string words = "[" + std::string(key);
    for (const auto& [name, value] : arguments)
        words += " " + value;
    return words + "]";
}

OfficialDocument made(WhyHidden why)
{
    FigureTableRow sensitive;
    sensitive.number = "3.2a";
    sensitive.measure = "Người bị bạo lực được giúp đỡ";
    sensitive.value = share(17, 20, 85);
    sensitive.last_year = share(3, 4, 75);
    sensitive.verdict = "đạt";
    sensitive.units = {share(5, 6, Decimal(8333, 2))};
    FigureTableRow open;
    open.number = "6.1";
    open.value = share(32812, 51500, Decimal(6371, 2));
    FigureTable table;
    table.title = "Kế hoạch năm";
    table.period = "năm 2023";
    table.groups = {{"Mục tiêu 3", {sensitive, open}}};
    ReportMaterial material;
    material.setup.issuer = "Phòng Nội vụ";
    material.setup.symbol = "BC-NV";
    return public_document(
        material, public_table(table, {{MeasureId("3.2a"), why, 1, {}}}, say), say
    );
}

/// Everything that is in the document, one piece after the other.
std::string all_text(const OfficialDocument& document)
{
    std::string text = document.type_name + document.symbol + document.subject;
    for (const auto& block : document.body) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block))
            text += " | " + text_of(paragraph->runs);
        if (const auto* table = std::get_if<Table>(&block))
            for (const auto& row : table->rows)
                for (const auto& cell : row.cells)
                    text += " | " + text_of(cell);
    }
    return text;
}

TEST(PublicDocument, IsANoticeWithTheFiguresThatMayGoOut)
{
    const auto text = all_text(made(WhyHidden::below_province));
    EXPECT_THAT(text, HasSubstr("[public.type_name][public.symbol NV]"));
    EXPECT_THAT(text, HasSubstr("63,71"));
    EXPECT_THAT(text, HasSubstr("[public.opening Phòng Nội vụ kế hoạch năm năm 2023]"));
}

TEST(PublicDocument, HoldsNoHiddenNumberAndSaysWhatTheSignMeans)
{
    const auto text = all_text(made(WhyHidden::small_count));
    for (const auto* number : {"85", "75", "83,33", "17", "20 "})
        EXPECT_THAT(text, Not(HasSubstr(number)));
    EXPECT_THAT(text, HasSubstr(" | 3.2a | Người bị bạo lực được giúp đỡ |  | … |  | … | …"));
    EXPECT_THAT(text, HasSubstr("[public.hidden]"));
}

TEST(PublicDocument, ShowsATotalThatIsPublished)
{
    const auto text = all_text(made(WhyHidden::shown));
    EXPECT_THAT(text, HasSubstr("85,00"));
    EXPECT_THAT(text, Not(HasSubstr("83,33")));
    EXPECT_THAT(text, HasSubstr("[public.hidden]")) << "last year's was never asked";
}

} // namespace
} // namespace tiendo
