#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

struct Pix;

namespace tiendo::reader {

/// A grey picture of a page, upright: cleaned of shadows and skew, of a size that letters are
/// recognised best in.
class PagePicture {
public:
    /// From a PNG or JPEG file. Refuses file.broken_picture.
    static Result<PagePicture> from_file(std::string_view bytes);
    /// Takes eight bits a pixel, 0 is black.
    static PagePicture
    from_pixels(const unsigned char* pixels, int width, int height, int row_bytes);

    PagePicture(PagePicture&&) noexcept;
    PagePicture& operator=(PagePicture&&) noexcept;
    ~PagePicture();

    /// The picture as a JPEG, large enough for a person to compare letters with; empty where it
    /// could not be made.
    std::string jpeg() const;

    /// The brightness of the paper, 0 to 255.
    unsigned paper() const;

    const Pix* pix() const { return pix_; }

private:
    explicit PagePicture(Pix* pix) : pix_(pix) {}
    Pix* pix_ = nullptr;
};

} // namespace tiendo::reader
