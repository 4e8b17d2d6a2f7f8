#include "documents/package/package_read_back.hpp"

#include <gtest/gtest.h>
#include <pugixml.hpp>
#include <zip.h>

namespace tiendo::documents {
namespace {

std::string text_within(const pugi::xml_node& node)
{
    std::string text = node.value();
    for (const auto& child : node.children())
        text += text_within(child);
    return text;
}

} // namespace

std::vector<PackageFile> read_back(const std::string& archive)
{
    auto* source = zip_source_buffer_create(archive.data(), archive.size(), 0, nullptr);
    auto* zip = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nullptr);
    std::vector<PackageFile> files;
    for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(zip_get_num_entries(zip, 0)); ++i) {
        zip_stat_t status{};
        zip_stat_index(zip, i, 0, &status);
        std::string content(status.size, '\0');
        auto* file = zip_fopen_index(zip, i, 0);
        zip_fread(file, content.data(), content.size());
        zip_fclose(file);
        files.push_back({status.name, content});
    }
    zip_discard(zip);
    return files;
}

std::vector<std::string> select(const std::string& xml, const std::string& path)
{
    pugi::xml_document document;
    const auto options = pugi::parse_default | pugi::parse_ws_pcdata;
    EXPECT_TRUE(document.load_buffer(xml.data(), xml.size(), options)) << xml.substr(0, 200);
    std::vector<std::string> texts;
    for (const auto& found : document.select_nodes(path.c_str())) {
        texts.push_back(
            found.attribute() ? std::string{found.attribute().value()} : text_within(found.node())
        );
    }
    return texts;
}

} // namespace tiendo::documents
