#include "documents/writing/xml.hpp"

#include <gtest/gtest.h>

namespace tiendo::documents {
namespace {

TEST(Xml, EscapesTextAndAttributes)
{
    const auto xml = element("a", {{"b", "1 < 2 & \"3\""}, {"c", 7}}, characters("</a> & <x>"));

    EXPECT_EQ(
        xml.text(), R"(<a b="1 &lt; 2 &amp; &quot;3&quot;" c="7">&lt;/a&gt; &amp; &lt;x&gt;</a>)"
    );
}

TEST(Xml, ClosesAnElementWithoutContentAtOnce)
{
    EXPECT_EQ((element("w:b") + element("w:i")).text(), "<w:b/><w:i/>");
}

TEST(Xml, LeavesOutWhatXmlForbids)
{
    EXPECT_EQ(characters(std::string_view{"a\0b\x0b\x1f", 5}).text(), "ab");
    EXPECT_EQ(
        characters("a\xef\xbf\xbf"
                   "b")
            .text(),
        "ab"
    ); // U+FFFF
    EXPECT_EQ(characters("a\xff").text(), "a\xef\xbf\xbd");
}

TEST(Xml, KeepsVietnamese)
{
    EXPECT_EQ(characters("Đắk Dục, Sa Loong").text(), "Đắk Dục, Sa Loong");
}

} // namespace
} // namespace tiendo::documents
