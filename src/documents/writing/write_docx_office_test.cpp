#include "documents/writing/sample_report_fixture.hpp"
#include "documents/writing/write_docx.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <regex>
#include <string>

/// What LibreOffice makes of the file. One test, because it is started once for all of them.
namespace tiendo::documents {
namespace {

namespace fs = std::filesystem;

struct CloseStream {
    void operator()(std::FILE* stream) const { ::pclose(stream); }
};

std::string output_of(const std::string& command)
{
    const std::unique_ptr<std::FILE, CloseStream> stream{::popen(command.c_str(), "r")};
    std::string output;
    std::array<char, 4096> buffer{};
    for (std::size_t n = 1; n > 0;) {
        n = std::fread(buffer.data(), 1, buffer.size(), stream.get());
        output.append(buffer.data(), n);
    }
    return output;
}

/// A directory that is gone with the test.
class Workshop {
public:
    Workshop()
    {
        auto pattern = (fs::temp_directory_path() / "tiendo-office-XXXXXX").string();
        directory_ = ::mkdtemp(pattern.data());
    }
    ~Workshop()
    {
        std::error_code ignored;
        fs::remove_all(directory_, ignored);
    }
    Workshop(const Workshop&) = delete;
    Workshop& operator=(const Workshop&) = delete;

    fs::path convert(const std::string& docx) const
    {
        const auto source = directory_ / "report.docx";
        std::ofstream{source, std::ios::binary} << docx;
        output_of(
            "timeout 100 soffice --headless -env:UserInstallation=file://" +
            (directory_ / "profile").string() + " --convert-to pdf --outdir " +
            directory_.string() + " " + source.string() + " 2>&1"
        );
        return directory_ / "report.pdf";
    }

private:
    fs::path directory_;
};

std::vector<std::string> lines_of_page(const fs::path& pdf, int page)
{
    const auto number = std::to_string(page);
    const auto text = output_of(
        "pdftotext -layout -f " + number + " -l " + number + " " + pdf.string() + " - 2>/dev/null"
    );
    std::vector<std::string> lines;
    std::string line;
    for (const char c : text + "\n") {
        if (c != '\n') {
            line += c;
            continue;
        }
        const auto first = line.find_first_not_of(" \f");
        if (first != std::string::npos) {
            lines.push_back(line.substr(first, line.find_last_not_of(' ') + 1 - first));
        }
        line.clear();
    }
    return lines;
}

std::string squeezed(const std::string& text)
{
    return std::regex_replace(text, std::regex{"\\s+"}, " ");
}

int page_count(const fs::path& pdf)
{
    const auto info = output_of("pdfinfo " + pdf.string());
    std::smatch match;
    return std::regex_search(info, match, std::regex{"Pages:\\s+(\\d+)"}) ? std::stoi(match[1]) : 0;
}

TEST(WrittenDocx, ComesOutOfLibreOfficeAsTheDecreeWantsIt)
{
    if (output_of("command -v soffice && command -v pdftotext && command -v pdffonts")
            .find("pdffonts") == std::string::npos) {
        GTEST_SKIP() << "LibreOffice or poppler-utils is not installed";
    }
    auto report = sample_report();
    report.mark.clear();
    const Workshop workshop;

    const auto pdf = workshop.convert(write_docx(report));

    ASSERT_TRUE(fs::exists(pdf));
    EXPECT_EQ(
        output_of("pdffonts " + pdf.string() + " | tail -n +3 | grep -v LiberationSerif"), ""
    );

    // The head stands on its lines; there is no page number on the first page.
    const auto first = lines_of_page(pdf, 1);
    ASSERT_GT(first.size(), 5U);
    EXPECT_THAT(first[0], testing::HasSubstr("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
    EXPECT_THAT(first[0], testing::StartsWith("UBND HUYỆN NGỌC HỒI"));
    EXPECT_EQ(lines_of_page(pdf, 2).front(), "2");

    // Number and date share a line.
    EXPECT_THAT(
        first,
        testing::Contains(testing::AllOf(
            testing::StartsWith("Số: 09/BC-LĐTBXH"),
            testing::EndsWith("Ngọc Hồi, ngày 11 tháng 12 năm 2023")
        ))
    );

    const auto text = squeezed(output_of("pdftotext " + pdf.string() + " - 2>/dev/null"));
    EXPECT_THAT(text, testing::HasSubstr("Công tác bình đẳng giới nhận được sự quan tâm"));
    EXPECT_THAT(text, testing::HasSubstr("31,8/100.000"));
    EXPECT_THAT(text, testing::HasSubstr("Lưu: VT, LĐTBXH."));

    // Each annex counts its own pages, and its first one shows no number.
    const int pages = page_count(pdf);
    int annex_page = 1;
    while (annex_page < pages && lines_of_page(pdf, annex_page).front() != "Phụ lục I") {
        ++annex_page;
    }
    ASSERT_LT(annex_page, pages);
    EXPECT_EQ(lines_of_page(pdf, annex_page + 1).front(), "2");
    EXPECT_THAT(lines_of_page(pdf, annex_page + 1)[1], testing::HasSubstr("Ước thực"));
    EXPECT_EQ(lines_of_page(pdf, pages).front(), "Phụ lục II");

    // The signature is not alone on its page.
    const auto last = lines_of_page(pdf, annex_page - 1);
    EXPECT_THAT(last, testing::Contains(testing::HasSubstr("Trên đây là báo cáo")));
    EXPECT_THAT(
        last,
        testing::Contains(
            testing::AllOf(testing::StartsWith("Nơi nhận:"), testing::EndsWith("KT. TRƯỞNG PHÒNG"))
        )
    );
}

} // namespace
} // namespace tiendo::documents
