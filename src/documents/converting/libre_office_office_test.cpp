#include "documents/converting/libre_office.hpp"
#include "documents/writing/sample_report_fixture.hpp"
#include "documents/writing/write_docx.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

namespace tiendo::documents {
namespace {

namespace fs = std::filesystem;

std::ptrdiff_t folders_of_conversions()
{
    return std::count_if(
        fs::directory_iterator(fs::temp_directory_path()),
        fs::directory_iterator(),
        [](const fs::directory_entry& entry) {
            return entry.path().filename().string().starts_with("tiendo-office-");
        }
    );
}

TEST(LibreOffice, MakesAPdfAndLeavesNothingBehind)
{
    const auto office = LibreOffice::installed();
    if (!office) GTEST_SKIP() << "LibreOffice is not installed";
    const auto before = folders_of_conversions();
    const auto pdf = office->pdf_of(write_docx(sample_report()));
    ASSERT_TRUE(pdf) << pdf.error().problems.front().key;
    EXPECT_TRUE(pdf->starts_with("%PDF-1."));
    EXPECT_GT(pdf->size(), 20'000U);
    EXPECT_EQ(folders_of_conversions(), before);
}

} // namespace
} // namespace tiendo::documents
