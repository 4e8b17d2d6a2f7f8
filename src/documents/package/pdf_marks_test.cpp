#include "documents/package/pdf_marks.hpp"

#include <gtest/gtest.h>

#include <string>

namespace tiendo::documents {
namespace {

TEST(PdfMarks, AreAtBothEnds)
{
    EXPECT_TRUE(is_whole_pdf("%PDF-1.4\n1 0 obj\n%%EOF\n"));
    EXPECT_TRUE(is_whole_pdf("%PDF-2.0\n" + std::string(5000, ' ') + "%%EOF\r\n\0"));
}

TEST(PdfMarks, AreMissingFromAFileThatWasCutOffOrIsSomethingElse)
{
    EXPECT_FALSE(is_whole_pdf(""));
    EXPECT_FALSE(is_whole_pdf("%PDF-1.4\n1 0 obj\n"));
    EXPECT_FALSE(is_whole_pdf("MZ\x90 %PDF-1.4 %%EOF"));
    EXPECT_FALSE(is_whole_pdf("%PDF-1.4 %%EOF" + std::string(2000, 'x')));
}

TEST(PdfMarks, TellWhetherPicturesMayStandOnThePages)
{
    EXPECT_TRUE(may_hold_pictures("<< /Type /XObject /Subtype /Image /Width 9 >> stream"));
    EXPECT_FALSE(may_hold_pictures("<< /Type /Page /Contents 4 0 R >>"));
}

} // namespace
} // namespace tiendo::documents
