#include "documents/package/zip_reader.hpp"

#include "documents/package/package_limits.hpp"

#include <zip.h>

#include <memory>
#include <utility>

namespace tiendo::documents {

namespace {

using Limits = PackageLimits;

Error broken()
{
    return refuse(Refusal::unreadable, "file.broken_zip");
}

Error bomb()
{
    return refuse(Refusal::unreadable, "file.bomb");
}

struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

} // namespace

struct ZipReader::Archive {
    zip_t* handle = nullptr;
};

ZipReader::ZipReader() : archive_(new Archive) {}

ZipReader::ZipReader(ZipReader&& other) noexcept
    : index_(std::move(other.index_)), inflated_(other.inflated_),
      archive_(std::exchange(other.archive_, nullptr))
{
}

ZipReader& ZipReader::operator=(ZipReader&& other) noexcept
{
    std::swap(index_, other.index_);
    std::swap(inflated_, other.inflated_);
    std::swap(archive_, other.archive_);
    return *this;
}

ZipReader::~ZipReader()
{
    if (archive_ == nullptr) return;
    if (archive_->handle != nullptr) zip_discard(archive_->handle);
    delete archive_;
}

Result<ZipReader> ZipReader::open(std::string_view bytes)
{
    zip_error_t problem;
    zip_error_init(&problem);
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &problem);
    if (source == nullptr) return broken();
    ZipReader reader;
    reader.archive_->handle = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &problem);
    zip_error_fini(&problem);
    if (reader.archive_->handle == nullptr) {
        zip_source_free(source);
        return broken();
    }
    const auto count = zip_get_num_entries(reader.archive_->handle, 0);
    if (count < 0) return broken();
    if (static_cast<std::size_t>(count) > Limits::entries_max) return bomb();
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t stat;
        if (zip_stat_index(reader.archive_->handle, static_cast<zip_uint64_t>(i), 0, &stat) != 0)
            return broken();
        if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 &&
            stat.encryption_method != ZIP_EM_NONE) {
            return refuse(Refusal::unreadable, "file.encrypted");
        }
        reader.index_[stat.name] = static_cast<std::size_t>(i);
    }
    return reader;
}

bool ZipReader::has(const std::string& path) const
{
    return index_.contains(path);
}

std::vector<std::string> ZipReader::paths() const
{
    std::vector<std::string> paths;
    for (const auto& [path, index] : index_) {
        if (!path.ends_with('/')) paths.push_back(path);
    }
    return paths;
}

Result<std::string> ZipReader::read(const std::string& path)
{
    std::string bytes;
    TRY(stream(path, [&](std::string_view piece) -> Result<Done> {
        bytes.append(piece);
        return done;
    }));
    return bytes;
}

Result<Done> ZipReader::stream(const std::string& path, const Take& take)
{
    const auto found = index_.find(path);
    if (found == index_.end()) return broken();
    zip_stat_t stat;
    if (zip_stat_index(archive_->handle, found->second, 0, &stat) != 0) return broken();
    const std::unique_ptr<zip_file_t, CloseFile> file(
        zip_fopen_index(archive_->handle, found->second, 0)
    );
    if (file == nullptr) return broken();
    std::size_t size = 0;
    char buffer[32768];
    for (;;) {
        // The checksum of the entry is compared when its end is read; a flipped bit ends in < 0.
        const auto got = zip_fread(file.get(), buffer, sizeof buffer);
        if (got < 0) return broken();
        if (got == 0) return done;
        size += static_cast<std::size_t>(got);
        inflated_ += static_cast<std::size_t>(got);
        const bool swells =
            size > Limits::ratio_from_bytes && size / Limits::ratio_max > stat.comp_size;
        if (size > Limits::entry_bytes_max || inflated_ > Limits::all_bytes_max || swells)
            return bomb();
        TRY(take({buffer, static_cast<std::size_t>(got)}));
    }
}

} // namespace tiendo::documents
