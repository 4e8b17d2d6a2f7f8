#include "documents/writing/sample_report_fixture.hpp"

#include <array>

namespace tiendo::documents {
namespace {

Paragraph words(std::string text)
{
    return {.runs = {{.text = std::move(text)}}};
}

Paragraph bullet(std::string text)
{
    return {.runs = {{.text = std::move(text)}}, .bulleted = true};
}

Runs cell(std::string text)
{
    return {{.text = std::move(text)}};
}

Runs figure(std::string text, std::string source)
{
    return {{.text = std::move(text), .source = std::move(source)}};
}

std::vector<Column> ten_columns()
{
    constexpr auto centre = Alignment::centre;
    constexpr auto right = Alignment::right;
    return {
        {"TT", 11, centre},
        {"Chỉ tiêu", 66, Alignment::left},
        {"Đơn vị tính", 22, centre},
        {"Thực hiện năm trước", 20, right},
        {"Kế hoạch năm", 24, right},
        {"Ước thực hiện", 20, right},
        {"So kế hoạch", 18, right},
        {"So cùng kỳ", 18, right},
        {"Đánh giá", 20, centre},
        {"Nguồn, ghi chú", 38, Alignment::left},
    };
}

TableRow group(std::string title)
{
    return {.cells = {cell(std::move(title))}, .group = true};
}

/// The ten cells of one measure.
TableRow measure(std::array<std::string, 10> texts)
{
    TableRow row;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        row.cells.push_back(i == 5 ? figure(texts[i], texts[0]) : cell(texts[i]));
    }
    return row;
}

// clang-format off
std::vector<TableRow> rows_of_objectives_1_to_3()
{
    return {
        group("Mục tiêu 1: Trong lĩnh vực chính trị"),
        measure({"1.1", "Cơ quan quản lý nhà nước, chính quyền địa phương có lãnh đạo chủ chốt là nữ", "%", "44,44", "từ 56 trở lên", "55,56", "-0,44", "+11,12", "Chưa đạt", "Phòng Nội vụ; 5/9 cơ quan"}),
        group("Mục tiêu 2: Trong lĩnh vực kinh tế, lao động"),
        measure({"2.1", "Tỷ lệ lao động nữ làm công hưởng lương", "%", "46,70", "50", "48,48", "-1,52", "+1,78", "Chưa đạt", "Ngành thống kê"}),
        measure({"2.2", "Tỷ trọng lao động nữ làm việc trong khu vực nông nghiệp trong tổng số lao động nữ có việc làm", "%", "48,30", "dưới 30", "45,00", "+15,00", "-3,30", "Chưa đạt", "Ngành thống kê"}),
        measure({"2.3", "Tỷ lệ nữ giám đốc, chủ doanh nghiệp, hợp tác xã", "%", "25,60", "từ 26,05 trở lên", "27,10", "+1,05", "+1,50", "Đạt", "Phòng Tài chính - Kế hoạch"}),
        group("Mục tiêu 3: Trong đời sống gia đình và phòng ngừa, ứng phó với bạo lực trên cơ sở giới"),
        measure({"3.1", "Số giờ trung bình làm công việc nội trợ và chăm sóc không được trả công của phụ nữ so với nam giới", "lần", "–", "không quá 1,6", "–", "–", "–", "Chưa có số liệu", "Không có nguồn số liệu cấp huyện"}),
        measure({"3.2a", "Người bị bạo lực gia đình, bạo lực trên cơ sở giới được tiếp cận ít nhất một trong các dịch vụ hỗ trợ cơ bản", "%", "76,19", "80", "85,00", "+5,00", "+8,81", "Đạt", "17/20 người; 6/8 xã, thị trấn đã báo cáo"}),
        measure({"3.2b", "Người gây bạo lực được tư vấn, tham vấn", "%", "47,37", "50", "56,25", "+6,25", "+8,88", "Đạt", "6/8 xã, thị trấn"}),
        measure({"3.3", "Nạn nhân bị mua bán trở về được hưởng dịch vụ hỗ trợ và tái hòa nhập cộng đồng", "%", "không phát sinh", "100", "không phát sinh", "–", "–", "Không phát sinh", "Phòng LĐTBXH"}),
    };
}

std::vector<TableRow> rows_of_objectives_4_to_6()
{
    return {
        group("Mục tiêu 4: Trong lĩnh vực y tế"),
        measure({"4.1", "Tỷ số giới tính khi sinh", "bé trai/100 bé gái", "110,20", "không quá 108", "109,96", "+1,96", "-0,24", "Chưa đạt", "Phòng Y tế"}),
        measure({"4.2", "Tỷ suất tử vong bà mẹ liên quan đến thai sản", "/100.000 trẻ sinh sống", "95,2/100.000", "31,8/100.000", "0/100.000", "-31,8", "-95,2", "Vượt", "0/1.075 trẻ đẻ sống"}),
        measure({"4.3", "Tỷ suất sinh ở vị thành niên", "ca/1.000 phụ nữ", "55,0", "giữ như văn bản", "53,9", "–", "-1,1", "Chưa đánh giá", "Văn bản ghi giảm từ 55 xuống 56"}),
        group("Mục tiêu 5: Trong lĩnh vực giáo dục, đào tạo"),
        measure({"5.1", "Nội dung về giới, bình đẳng giới được đưa vào chương trình giảng dạy", "có/không", "có", "có", "có", "–", "–", "Đạt", "Phòng Giáo dục và Đào tạo"}),
        measure({"5.2a", "Trẻ em trai người dân tộc thiểu số hoàn thành giáo dục tiểu học", "%", "94,80", "trên 94", "95,59", "+1,59", "+0,79", "Đạt", "412/431 em"}),
        measure({"5.2a", "Trẻ em gái người dân tộc thiểu số hoàn thành giáo dục tiểu học", "%", "96,10", "trên 94", "97,31", "+3,31", "+1,21", "Đạt", "398/409 em"}),
        measure({"5.3", "Tỷ lệ nữ học viên, học sinh được tuyển mới thuộc hệ thống giáo dục nghề nghiệp", "%", "33,10", "trên 30", "35,42", "+5,42", "+2,32", "Đạt", "96/271 người"}),
        measure({"5.4", "Tỷ lệ nữ thạc sĩ trong tổng số người có trình độ thạc sĩ", "%", "31,00", "35", "32,81", "-2,19", "+1,81", "Chưa đạt", "21/64 người, thiếu 02 người"}),
        group("Mục tiêu 6: Trong lĩnh vực thông tin, truyền thông"),
        measure({"6.1", "Người dân được tiếp cận kiến thức cơ bản về bình đẳng giới", "%", "55,20", "60", "63,71", "+3,71", "+8,51", "Đạt", "6/8 xã, thị trấn"}),
        measure({"6.2", "Tổ chức Đảng, chính quyền, đoàn thể các cấp được phổ biến, cập nhật thông tin và cam kết thực hiện bình đẳng giới", "%", "100", "100", "100", "0,00", "0,00", "Đạt", "126/126 tổ chức"}),
        measure({"6.3", "Xã, thị trấn mỗi quý có ít nhất 03 tin, bài về bình đẳng giới trên hệ thống thông tin cơ sở", "%", "87,50", "100", "83,33", "-16,67", "-4,17", "Chưa đạt", "5/6 xã, thị trấn"}),
        measure({"6.4", "Trung tâm Văn hóa, Thể thao, Du lịch và Truyền thông có chuyên mục, chuyên đề nâng cao nhận thức hằng tháng", "%", "100", "100", "100", "0,00", "0,00", "Đạt", "12/12 tháng, tháng 12 là ước"}),
    };
}
// clang-format on

Annex table_of_measures()
{
    auto rows = rows_of_objectives_1_to_3();
    for (auto& row : rows_of_objectives_4_to_6())
        rows.push_back(std::move(row));
    return {
        .label = "Phụ lục I",
        .title = "Kết quả thực hiện các chỉ tiêu về bình đẳng giới năm 2023 trên địa bàn huyện",
        .landscape = true,
        .blocks = {Table{.columns = ten_columns(), .rows = std::move(rows)}},
    };
}

Annex list_of_documents()
{
    Table table{
        .caption = "Bảng 1. Văn bản đã ban hành",
        .columns =
            {{"TT", 10, Alignment::centre},
             {"Số, ký hiệu", 35, Alignment::left},
             {"Ngày ban hành", 30, Alignment::centre},
             {"Trích yếu", 85, Alignment::left}},
    };
    table.rows.push_back(
        {{cell("1"), cell("45/KH-UBND"), cell("05/4/2023"), cell("Kế hoạch bình đẳng giới")}}
    );
    table.rows.push_back({{cell("2"), cell("210/UBND-LĐTBXH"), cell("02/11/2023")}});
    return {
        .label = "Phụ lục II",
        .title = "Danh mục văn bản đã ban hành",
        .blocks = {words("Các văn bản do huyện ban hành trong năm 2023."), std::move(table)},
    };
}

std::vector<Block> leadership()
{
    return {
        Paragraph{
            .runs =
                {{.text = "Căn cứ Kế hoạch số 45/KH-UBND ngày 05 tháng 4 năm 2023 của Ủy ban nhân "
                          "dân huyện Ngọc Hồi về thực hiện Chiến lược quốc gia về bình đẳng giới;",
                  .italic = true}}
        },
        words("Phòng Lao động - Thương binh và Xã hội báo cáo kết quả thực hiện năm 2023 như sau:"),
        Heading{1, "I.", "Công tác lãnh đạo, chỉ đạo"},
        Heading{2, "1.", "Ban hành văn bản chỉ đạo"},
        words(
            "Ủy ban nhân dân huyện đã ban hành 02 văn bản chỉ đạo; 7/8 xã, thị trấn đã ban hành kế "
            "hoạch của địa phương (còn xã Đắk Ang chưa ban hành)."
        ),
        Heading{2, "2.", "Kinh phí thực hiện"},
        words("Kinh phí được giao là 320,0 triệu đồng, đã sử dụng 287,5 triệu đồng, gồm:"),
        Heading{3, "a)", "Ngân sách cấp huyện"},
        bullet("Hội nghị, tập huấn về lồng ghép giới: 04 lớp, 186 người tham gia, 121 người là nữ;"
        ),
        bullet("Tháng hành động vì bình đẳng giới từ ngày 15 tháng 11 đến ngày 15 tháng 12;"),
        Heading{3, "b)", "Nguồn xã hội hóa"},
        bullet("Duy trì 03 địa chỉ tin cậy tại cộng đồng và 01 câu lạc bộ gia đình hạnh phúc."),
    };
}

std::vector<Block> results()
{
    return {
        Heading{1, "II.", "Kết quả thực hiện chỉ tiêu"},
        words(
            "Có 20 chỉ tiêu thành phần; chi tiết tại Phụ lục I kèm theo. Số liệu đến ngày 08 tháng "
            "12 năm 2023, một phần là ước thực hiện."
        ),
        Heading{2, "1.", "Mục tiêu 3: Trong đời sống gia đình và phòng ngừa bạo lực"},
        Paragraph{
            .runs =
                {{.text = "Người bị bạo lực gia đình được tiếp cận dịch vụ hỗ trợ cơ bản đạt "},
                 {.text = "85,00%", .bold = true, .source = "3.2a", .before = "78,26%"},
                 {.text = " ("},
                 {.text = "17/20", .source = "3.2a"},
                 {.text = " người), vượt 5,00 điểm phần trăm so với kế hoạch năm (từ 80% trở lên); "
                          "đã có số liệu 6/8 xã, thị trấn, chưa có: xã Đắk Dục, xã Sa Loong."}},
            .bulleted = true,
            .key = "result/3.2a",
        },
        Heading{2, "2.", "Mục tiêu 4: Trong lĩnh vực y tế"},
        Paragraph{
            .runs =
                {{.text = "Tỷ suất tử vong bà mẹ liên quan đến thai sản là "},
                 {.text = "0/100.000", .source = "4.2"},
                 {.text = " trẻ sinh sống, so với kế hoạch năm không quá 31,8/100.000; tỷ số giới "
                          "tính khi sinh là "},
                 {.text = "109,96", .source = "4.1"},
                 {.text = " bé trai/100 bé gái."}},
            .bulleted = true,
            .key = "result/4.1",
        },
    };
}

std::vector<Block> conclusion()
{
    return {
        Heading{1, "III.", "Đánh giá chung"},
        Heading{2, "1.", "Ưu điểm"},
        words("Công tác bình đẳng giới nhận được sự quan tâm của cấp ủy, chính quyền các cấp; nhận "
              "thức của cán bộ, công chức, viên chức và Nhân dân về bình đẳng giới được nâng lên."),
        Heading{2, "2.", "Tồn tại, nguyên nhân"},
        words(
            "Một số chỉ tiêu chưa đạt kế hoạch do nguồn số liệu chưa đồng bộ; đội ngũ làm công tác "
            "bình đẳng giới ở cơ sở còn kiêm nhiệm nhiều việc."
        ),
        Heading{1, "IV.", "Kiến nghị, đề xuất"},
        words("Đề nghị cấp trên hướng dẫn nguồn thu thập số liệu đối với chỉ tiêu 3.1."),
        words(
            "Trên đây là báo cáo kết quả thực hiện Chiến lược quốc gia về bình đẳng giới năm 2023 "
            "trên địa bàn huyện Ngọc Hồi./."
        ),
    };
}

} // namespace

OfficialDocument sample_report()
{
    OfficialDocument report{
        .superior = "UBND HUYỆN NGỌC HỒI",
        .issuer = "PHÒNG LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI",
        .issuer_name = "Phòng Lao động - Thương binh và Xã hội",
        .number = "9",
        .symbol = "BC-LĐTBXH",
        .place = "Ngọc Hồi",
        .date = date(2023, 12, 11),
        .type_name = "BÁO CÁO",
        .subject =
            "Kết quả thực hiện Chiến lược quốc gia về bình\u00a0đẳng\u00a0giới năm 2023 trên "
            "địa bàn huyện Ngọc Hồi",
        .addressees =
            {"Sở Lao động - Thương binh và Xã hội tỉnh Kon Tum", "Ủy ban nhân dân huyện Ngọc Hồi"},
        .body = leadership(),
        .recipients =
            {"Như trên",
             "Thường trực Huyện ủy (b/c)",
             "Các phòng, ban, ngành thành viên Ban vì sự tiến bộ của phụ nữ huyện (p/h)",
             "UBND các xã, thị trấn (t/h)"},
        .file_copy = "Lưu: VT, LĐTBXH",
        .signing = {"KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"},
        .signer_name = "Trần Thị Minh Hoa",
        .annexes = {table_of_measures(), list_of_documents()},
        .mark = "SỐ LIỆU MINH HOẠ",
    };
    for (auto* part : {&results, &conclusion}) {
        for (auto& block : (*part)())
            report.body.push_back(std::move(block));
    }
    return report;
}

} // namespace tiendo::documents
