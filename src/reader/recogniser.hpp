#pragma once

#include "base/result.hpp"
#include "documents/reading/page_layout.hpp"

#include <memory>
#include <string>
#include <string_view>

struct Pix;
namespace tesseract {
class TessBaseAPI;
}

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

    const Pix* pix() const { return pix_; }

private:
    explicit PagePicture(Pix* pix) : pix_(pix) {}
    Pix* pix_ = nullptr;
};

/// Recognises the words of pictures in Vietnamese, by tesseract.
class Recogniser {
public:
    /// The trained model that is installed; empty where none is. It is a file, so it is read as
    /// long as files may be opened.
    static std::string installed_model();

    /// Refuses file.no_recogniser for an empty model.
    static Result<Recogniser> with_model(const std::string& model);

    Recogniser(Recogniser&&) noexcept;
    Recogniser& operator=(Recogniser&&) noexcept;
    ~Recogniser();

    documents::PageLayout words_of(const PagePicture& picture);

private:
    explicit Recogniser(std::unique_ptr<tesseract::TessBaseAPI> tesseract);
    std::vector<documents::PageWord> recognised(double scale);
    std::vector<documents::PageWord> words_in(Pix* page, const documents::Box& cell, double scale);

    std::unique_ptr<tesseract::TessBaseAPI> tesseract_;
};

} // namespace tiendo::reader
