#include "documents/package/zip_writer.hpp"

#include "base/result.hpp"

#include <zip.h>

#include <cstdint>
#include <memory>

namespace tiendo::documents {
namespace {

/// 1 January 1980, 00:00: the first moment that a zip archive can name.
constexpr std::uint16_t fixed_dos_time = 0;
constexpr std::uint16_t fixed_dos_date = (1U << 5U) | 1U;

struct ReleaseSource {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct DiscardArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Source = std::unique_ptr<zip_source_t, ReleaseSource>;
using Archive = std::unique_ptr<zip_t, DiscardArchive>;

void require(bool condition, const char* what)
{
    if (!condition) throw Fault{std::string{"zip: "} + what};
}

void add_file(zip_t* archive, const PackageFile& file)
{
    // The archive reads the bytes when it is closed; the caller's vector lives longer than that.
    Source content{zip_source_buffer(archive, file.bytes.data(), file.bytes.size(), 0)};
    require(content != nullptr, "no memory for a file");
    const auto index = zip_file_add(archive, file.path.c_str(), content.get(), ZIP_FL_ENC_UTF_8);
    require(index >= 0, "a file was not taken");
    static_cast<void>(content.release()); // now the archive's
    const auto place = static_cast<zip_uint64_t>(index);
    require(
        zip_file_set_dostime(archive, place, fixed_dos_time, fixed_dos_date, 0) == 0,
        "a time was not taken"
    );
}

std::string content_of(zip_source_t* source)
{
    zip_stat_t status{};
    require(zip_source_stat(source, &status) == 0, "the size is not known");
    require(zip_source_open(source) == 0, "the archive does not open");
    std::string bytes(status.size, '\0');
    const auto count = zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    require(count >= 0 && static_cast<zip_uint64_t>(count) == status.size, "the archive is short");
    return bytes;
}

} // namespace

std::string write_zip(const std::vector<PackageFile>& files)
{
    const Source target{zip_source_buffer_create(nullptr, 0, 0, nullptr)};
    require(target != nullptr, "no memory");
    zip_source_keep(target.get()); // one reference for the archive, one for reading it afterwards
    Archive archive{zip_open_from_source(target.get(), ZIP_CREATE | ZIP_TRUNCATE, nullptr)};
    if (archive == nullptr) zip_source_free(target.get());
    require(archive != nullptr, "the archive was not made");

    for (const auto& file : files)
        add_file(archive.get(), file);
    require(zip_close(archive.get()) == 0, "the archive was not written");
    static_cast<void>(archive.release());
    return content_of(target.get());
}

} // namespace tiendo::documents
