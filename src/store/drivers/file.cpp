#include "store/drivers/file.hpp"

#include "base/result.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <string>
#include <string_view>
#include <system_error>

namespace tiendo::store::sql {
namespace {

namespace fs = std::filesystem;

void check(const std::error_code& trouble, const fs::path& file)
{
    if (trouble) throw Fault(file.string() + ": " + trouble.message());
}

std::error_code last_error()
{
    return {errno, std::generic_category()};
}

/// "" is the folder that the program works in.
fs::path folder_of(const fs::path& file)
{
    return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

} // namespace

void create_private_file(const fs::path& file)
{
    std::error_code trouble;
    fs::create_directories(folder_of(file), trouble);
    check(trouble, folder_of(file));
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) check(last_error(), file);
    ::close(descriptor);
}

bool is_sqlite_file(const fs::path& file)
{
    constexpr std::string_view first_bytes("SQLite format 3\0", 16);
    std::string found(first_bytes.size(), '\0');
    std::ifstream stream(file, std::ios::binary);
    return stream.read(found.data(), static_cast<std::streamsize>(found.size())) &&
           found == first_bytes;
}

void copy_to_private_file(const fs::path& from, const fs::path& to)
{
    create_private_file(to);
    std::ifstream source(from, std::ios::binary);
    std::ofstream copy(to, std::ios::binary | std::ios::trunc);
    copy << source.rdbuf();
    copy.flush();
    if (!source || !copy) throw Fault("cannot copy " + from.string() + " to " + to.string());
}

void move_into_place(const fs::path& from, const fs::path& to)
{
    std::error_code trouble;
    fs::rename(from, to, trouble);
    check(trouble, to);
    const auto folder = folder_of(to);
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) check(last_error(), folder);
    const int code = ::fsync(descriptor);
    const auto failure = last_error();
    ::close(descriptor);
    if (code != 0) check(failure, folder);
}

} // namespace tiendo::store::sql
