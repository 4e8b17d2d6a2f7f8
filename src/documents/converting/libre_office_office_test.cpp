#include "documents/converting/libre_office.hpp"
#include "documents/writing/sample_report_fixture.hpp"
#include "documents/writing/write_docx.hpp"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>

namespace tiendo::documents {
namespace {

namespace fs = std::filesystem;

/// Where the program under test puts what passes; nobody else does.
class OwnTemporaryFolder {
public:
    OwnTemporaryFolder()
    {
        auto pattern = (fs::temp_directory_path() / "tiendo-test-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) throw Fault("no folder for the test");
        path_ = pattern;
        ::setenv("TMPDIR", pattern.c_str(), 1);
    }
    ~OwnTemporaryFolder()
    {
        ::unsetenv("TMPDIR");
        std::error_code trouble;
        fs::remove_all(path_, trouble);
    }
    OwnTemporaryFolder(const OwnTemporaryFolder&) = delete;
    OwnTemporaryFolder& operator=(const OwnTemporaryFolder&) = delete;

    bool is_empty() const { return fs::is_empty(path_); }

private:
    fs::path path_;
};

TEST(LibreOffice, MakesAPdfAndLeavesNothingBehind)
{
    const auto office = LibreOffice::installed();
    if (!office) GTEST_SKIP() << "LibreOffice is not installed";
    const OwnTemporaryFolder folder;
    const auto pdf = office->pdf_of(write_docx(sample_report()));
    ASSERT_TRUE(pdf) << pdf.error().problems.front().key;
    EXPECT_TRUE(pdf->starts_with("%PDF-1."));
    EXPECT_GT(pdf->size(), 20'000U);
    EXPECT_TRUE(folder.is_empty());
}

} // namespace
} // namespace tiendo::documents
