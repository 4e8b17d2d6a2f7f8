#include "documents/converting/bounded_process.hpp"
#include "documents/converting/libre_office.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace tiendo::documents {
namespace {

namespace fs = std::filesystem;

/// A program that stands in LibreOffice's place; its folder is gone at the end.
class StandIn : public testing::Test {
protected:
    StandIn()
    {
        auto pattern = (fs::temp_directory_path() / "tiendo-stand-in-XXXXXX").string();
        folder_ = ::mkdtemp(pattern.data());
    }
    ~StandIn() override
    {
        std::error_code trouble;
        fs::remove_all(folder_, trouble);
    }

    /// The words of a shell script; "$out" is the folder that the PDF is wanted in.
    LibreOffice program(const std::string& words, std::chrono::seconds time_max)
    {
        const auto path = folder_ / "soffice";
        std::ofstream(path) << "#!/bin/sh\nwhile [ \"$1\" != --outdir ]; do shift; done\nout=$2\n"
                            << words << "\n";
        fs::permissions(path, fs::perms::owner_all);
        return LibreOffice(path, time_max);
    }

    fs::path folder_;
};

std::string refusal(const Result<std::string>& result)
{
    return result ? std::string() : result.error().problems.front().key;
}

TEST_F(StandIn, IsHandedTheDocumentAndGivesBackThePdf)
{
    const auto pdf =
        program(
            "{ printf '%%PDF-1.6 '; cat \"$out/given/document.docx\"; printf '%%%%EOF'; } > "
            "\"$out/document.pdf\"",
            std::chrono::seconds(20)
        )
            .pdf_of("PK-a-document");
    ASSERT_TRUE(pdf) << refusal(pdf);
    EXPECT_EQ(*pdf, "%PDF-1.6 PK-a-document%%EOF");
}

TEST_F(StandIn, LeavesNoFolderBehind)
{
    const auto mark = folder_ / "where";
    (void)program("echo \"$out\" > " + mark.string(), std::chrono::seconds(20)).pdf_of("PK");
    std::string where;
    std::getline(std::ifstream(mark), where);
    EXPECT_FALSE(where.empty());
    EXPECT_FALSE(fs::exists(where));
}

TEST_F(StandIn, IsEndedWithAllThatItStartedWhenItTakesTooLong)
{
    const auto mark = folder_ / "child";
    const auto answer =
        program("sleep 300 & echo $! > " + mark.string() + "; wait", std::chrono::seconds(1))
            .pdf_of("PK");
    EXPECT_EQ(refusal(answer), "pdf.failed");
    std::string child;
    std::getline(std::ifstream(mark), child);
    ASSERT_FALSE(child.empty());
    std::ifstream state("/proc/" + child + "/stat");
    std::string line;
    std::getline(state, line);
    EXPECT_TRUE(line.empty() || line.find(") Z ") != std::string::npos) << line;
}

TEST_F(StandIn, IsNotBelievedWhenItGivesNoPdf)
{
    EXPECT_EQ(
        refusal(program("echo hello > \"$out/document.pdf\"", std::chrono::seconds(20)).pdf_of("PK")
        ),
        "pdf.failed"
    );
    EXPECT_EQ(refusal(program("exit 3", std::chrono::seconds(20)).pdf_of("PK")), "pdf.failed");
}

TEST_F(StandIn, IsHandedAnOldDocumentAndGivesBackADocx)
{
    const auto docx =
        program(
            "{ printf 'PK '; cat \"$out/given/document.odt\"; } > \"$out/document.docx\"",
            std::chrono::seconds(20)
        )
            .docx_of("an old document", ".odt");
    ASSERT_TRUE(docx) << refusal(docx);
    EXPECT_EQ(*docx, "PK an old document");
    const auto none = program("exit 0", std::chrono::seconds(20)).docx_of("x", ".doc");
    EXPECT_EQ(refusal(none), "file.broken_office");
}

TEST_F(StandIn, IsNotAskedAboutWhatIsNoDocument)
{
    EXPECT_EQ(refusal(program("exit 0", std::chrono::seconds(20)).pdf_of("hello")), "pdf.failed");
}

} // namespace
} // namespace tiendo::documents
