#pragma once

#include "base/result.hpp"
#include "documents/reading/page_layout.hpp"
#include "reader/page_picture.hpp"

#include <memory>
#include <string>
#include <vector>

struct Pix;
namespace tesseract {
class TessBaseAPI;
}

namespace tiendo::reader {

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
