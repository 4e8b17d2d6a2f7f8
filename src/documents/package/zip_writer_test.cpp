#include "documents/package/package_read_back.hpp"
#include "documents/package/zip_writer.hpp"

#include <gtest/gtest.h>
namespace tiendo::documents {
namespace {

TEST(ZipWriter, KeepsTheFilesInTheirOrder)
{
    const std::vector<PackageFile> files{
        {"[Content_Types].xml", "<Types/>"},
        {"word/document.xml", std::string(5000, 'x')},
        {"empty", ""},
    };

    EXPECT_EQ(read_back(write_zip(files)), files);
}

TEST(ZipWriter, WritesTheSameBytesForTheSameFiles)
{
    const std::vector<PackageFile> files{{"a.xml", "<a/>"}, {"b.xml", "<b/>"}};

    const auto archive = write_zip(files);

    EXPECT_EQ(archive, write_zip(files));
    // Local header: time 00:00, date 1 January 1980.
    EXPECT_EQ(archive.substr(10, 4), (std::string{'\0', '\0', '\x21', '\0'}));
}

} // namespace
} // namespace tiendo::documents
