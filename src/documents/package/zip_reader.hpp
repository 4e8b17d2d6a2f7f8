#pragma once

#include "base/result.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tiendo::documents {

/// The parts of an Office package, inflated within the limits.
class ZipReader {
public:
    /// Refuses file.broken_zip, file.bomb, file.encrypted.
    static Result<ZipReader> open(std::string_view bytes);

    ZipReader(ZipReader&&) noexcept;
    ZipReader& operator=(ZipReader&&) noexcept;
    ~ZipReader();

    bool has(const std::string& path) const;
    /// The names of all parts, folders left out.
    std::vector<std::string> paths() const;
    /// The bytes of one part; refuses file.bomb and file.broken_zip, also where there is no such
    /// part.
    Result<std::string> read(const std::string& path);
    /// The same in pieces, for parts that are not to be held whole; what `take` refuses, it
    /// refuses.
    using Take = std::function<Result<Done>(std::string_view piece)>;
    Result<Done> stream(const std::string& path, const Take& take);

private:
    struct Archive;
    ZipReader();

    std::map<std::string, std::size_t> index_;
    std::size_t inflated_ = 0;
    Archive* archive_ = nullptr;
};

} // namespace tiendo::documents
