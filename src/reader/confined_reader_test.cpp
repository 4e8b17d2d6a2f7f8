#include "documents/reading/confined_reader.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace tiendo::documents {
namespace {

std::string sample()
{
    std::ifstream in(
        std::string(TIENDO_SOURCE_DIR) + "/samples/ngoc-hoi-2023.txt", std::ios::binary
    );
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

std::string refusal(const Result<ReadDocument>& read)
{
    return read ? "read" : read.error().problems.front().key;
}

/// A program that stands in for a reader gone wrong; made of the system's own tools.
std::filesystem::path program(const std::string& name)
{
    return std::filesystem::path("/usr/bin") / name;
}

TEST(ConfinedReader, ReadsAPlanWithItsLines)
{
    const auto read = ConfinedReader(TIENDO_READER).read(sample(), "kế hoạch.txt");
    ASSERT_TRUE(read) << refusal(read);
    EXPECT_EQ(read->plan.objectives.size(), 6U);
    EXPECT_EQ(read->plan.tasks.size(), 25U);
    ASSERT_EQ(read->source.size(), 195U);
    EXPECT_EQ(read->source[6].number, 7);
    EXPECT_EQ(read->source[6].text, "KẾ HOẠCH");
}

TEST(ConfinedReader, PassesOnWhyAFileIsRefused)
{
    const ConfinedReader reader(TIENDO_READER);
    EXPECT_EQ(refusal(reader.read("no zip", "a.docx")), "file.broken_zip");
    EXPECT_EQ(refusal(reader.read("Kính gửi: Phòng Nội vụ", "a.txt")), "file.not_a_plan");
    EXPECT_EQ(refusal(reader.read("%PDF-1.4", "a.pdf")), "file.broken_pdf");
    EXPECT_EQ(refusal(reader.read("%PDF-1.4", "a.docx")), "file.other_kind");
    EXPECT_EQ(refusal(reader.read("", "a.txt")), "file.empty");
}

TEST(ConfinedReader, SaysWhereLibreOfficeIsNotInstalled)
{
    const std::string path = std::getenv("PATH");
    setenv("PATH", "/nowhere", 1);
    const ConfinedReader reader(TIENDO_READER);
    EXPECT_EQ(refusal(reader.read("{\\rtf1 x}", "a.rtf")), "file.no_office");
    EXPECT_EQ(refusal(reader.read("PK\x03\x04", "a.odt")), "file.no_office");
    EXPECT_EQ(refusal(reader.read("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "a.doc")), "file.no_office");
    setenv("PATH", path.c_str(), 1);
}

TEST(ConfinedReader, RefusesATooLargeUploadBeforeAnythingIsStarted)
{
    const std::string large((std::size_t{25} << 20) + 1, 'a');
    EXPECT_EQ(refusal(ConfinedReader("/nowhere").read(large, "a.txt")), "file.too_large");
}

TEST(ConfinedReader, TurnsADeadReaderIntoARefusal)
{
    EXPECT_EQ(refusal(ConfinedReader(program("false")).read("x", "a.txt")), "file.reader_failed");
}

TEST(ConfinedReader, BelievesNoAnswerThatIsNoPlan)
{
    EXPECT_EQ(refusal(ConfinedReader(program("true")).read("x", "a.txt")), "file.reader_failed");
    EXPECT_EQ(refusal(ConfinedReader(program("echo")).read("x", "a.txt")), "file.reader_failed");
}

TEST(ConfinedReader, StopsAReaderThatTalksWithoutEnd)
{
    EXPECT_EQ(refusal(ConfinedReader(program("yes")).read("x", "a.txt")), "file.reader_failed");
}

TEST(ConfinedReader, ThrowsAFaultWhereThereIsNoReader)
{
    EXPECT_THROW((void)ConfinedReader("/nowhere/tiendo-reader").read("x", "a.txt"), Fault);
    EXPECT_FALSE(ConfinedReader("/nowhere/tiendo-reader").works());
}

TEST(ConfinedReader, KnowsThatItWorks)
{
    EXPECT_TRUE(ConfinedReader(TIENDO_READER).works());
}

} // namespace
} // namespace tiendo::documents
