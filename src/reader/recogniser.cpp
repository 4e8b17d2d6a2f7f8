#include "reader/recogniser.hpp"

#include "base/text.hpp"
#include "documents/reading/page_rules.hpp"
#include "documents/reading/page_tables.hpp"
#include "reader/own_pix.hpp"

#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <optional>

namespace tiendo::reader {

namespace {

using documents::PageLayout;
using documents::PageWord;

/// A page is taken for A4 whatever it says of itself: programs of phones write anything.
constexpr double short_side_points = 595;
constexpr double points_per_inch = 72;

/// Leptonica keeps four pixels in a word, the first one uppermost.
std::vector<unsigned char> pixels_of(Pix* pix)
{
    const auto width = pixGetWidth(pix);
    const auto height = pixGetHeight(pix);
    std::vector<unsigned char> pixels;
    pixels.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    for (int y = 0; y < height; ++y) {
        const auto* row = pixGetData(pix) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(pix);
        for (int x = 0; x < width; ++x)
            pixels.push_back(static_cast<unsigned char>(GET_DATA_BYTE(row, x)));
    }
    return pixels;
}

/// A word's own box is as tall as its letters, a comma's a few dots, and a speck makes one tall:
/// each stands as high as most of its line.
void level(std::vector<PageWord>& line)
{
    std::vector<double> tops;
    std::vector<double> bottoms;
    for (const auto& word : line) {
        if (documents::is_sign(word)) continue;
        tops.push_back(word.box.top);
        bottoms.push_back(word.box.bottom);
    }
    if (tops.empty()) return;
    const auto middle = static_cast<std::ptrdiff_t>(tops.size() / 2);
    std::nth_element(tops.begin(), tops.begin() + middle, tops.end());
    std::nth_element(bottoms.begin(), bottoms.begin() + middle, bottoms.end());
    for (auto& word : line) {
        word.box.top = tops[static_cast<std::size_t>(middle)];
        word.box.bottom = bottoms[static_cast<std::size_t>(middle)];
    }
}

/// A rectangle of pixels.
struct Area {
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;
};

Area area_of(const documents::Box& box, double scale)
{
    const auto pixel = [&](double points) { return static_cast<int>(points / scale); };
    return {pixel(box.left), pixel(box.top), pixel(box.width()) + 1, pixel(box.height()) + 1};
}

void paint_over(Pix* pix, const documents::Box& box, double scale, unsigned paper)
{
    const auto area = area_of(box, scale);
    const std::unique_ptr<Box, DestroyBox> place(
        boxCreate(area.left - 2, area.top - 2, area.width + 4, area.height + 4)
    );
    if (place != nullptr) pixSetInRectArbitrary(pix, place.get(), paper);
}

/// Where in the cell something is written, with a margin; none in an empty cell.
std::optional<Area> ink_in(Pix* page, const documents::Box& cell, double scale)
{
    constexpr int ink_max = 150;
    constexpr int inset = 3;
    constexpr int margin = 10;
    constexpr int ink_min = 16; ///< pixels, so that a speck is none
    const auto area = area_of(cell, scale);
    int left = area.left + area.width;
    int right = -1;
    int top = area.top + area.height;
    int bottom = -1;
    const auto end_x = std::min(area.left + area.width - inset, pixGetWidth(page));
    const auto end_y = std::min(area.top + area.height - inset, pixGetHeight(page));
    int dark = 0;
    for (int y = std::max(area.top + inset, 0); y < end_y; ++y) {
        const auto* row = pixGetData(page) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(page);
        for (int x = std::max(area.left + inset, 0); x < end_x; ++x) {
            if (GET_DATA_BYTE(row, x) > ink_max) continue;
            ++dark;
            left = std::min(left, x);
            right = std::max(right, x);
            top = std::min(top, y);
            bottom = std::max(bottom, y);
        }
    }
    if (dark < ink_min) return std::nullopt;
    left = std::max(left - margin, std::max(area.left, 0));
    top = std::max(top - margin, std::max(area.top, 0));
    right = std::min(right + margin, end_x + inset);
    bottom = std::min(bottom + margin, end_y + inset);
    return Area{
        left,
        top,
        std::min(right, pixGetWidth(page)) - left,
        std::min(bottom, pixGetHeight(page)) - top
    };
}

std::optional<PageWord> word_at(const tesseract::ResultIterator& at, double scale)
{
    if (at.Empty(tesseract::RIL_WORD)) return std::nullopt;
    const std::unique_ptr<char[]> text(at.GetUTF8Text(tesseract::RIL_WORD));
    if (text == nullptr || !is_valid_utf8(text.get()) || squeeze(text.get()).empty())
        return std::nullopt;
    std::array<int, 4> box{};
    at.BoundingBox(tesseract::RIL_WORD, &box[0], &box[1], &box[2], &box[3]);
    PageWord word;
    word.text = to_nfc(text.get());
    word.box = {box[0] * scale, box[1] * scale, box[2] * scale, box[3] * scale};
    word.confidence = std::clamp(static_cast<int>(at.Confidence(tesseract::RIL_WORD)), 0, 99);
    return word;
}

std::vector<PageWord> words_at(tesseract::ResultIterator& at, double scale)
{
    std::vector<PageWord> words;
    std::vector<PageWord> line;
    const auto end_line = [&] {
        level(line);
        std::ranges::move(line, std::back_inserter(words));
        line.clear();
    };
    do {
        if (at.IsAtBeginningOf(tesseract::RIL_TEXTLINE)) end_line();
        if (auto word = word_at(at, scale)) line.push_back(std::move(*word));
    } while (at.Next(tesseract::RIL_WORD));
    end_line();
    return words;
}

} // namespace

std::string Recogniser::installed_model()
{
    // The model of the script errs a third as often as the one of the language (measured).
    static constexpr std::array<const char*, 2> places{
        "/usr/share/tesseract-ocr/5/tessdata/script/Vietnamese.traineddata",
        "/usr/share/tesseract-ocr/5/tessdata/vie.traineddata"
    };
    for (const auto* place : places) {
        std::ifstream file(place, std::ios::binary);
        if (file) return {std::istreambuf_iterator<char>(file), {}};
    }
    return {};
}

Recogniser::Recogniser(std::unique_ptr<tesseract::TessBaseAPI> tesseract)
    : tesseract_(std::move(tesseract))
{
}
Recogniser::Recogniser(Recogniser&&) noexcept = default;
Recogniser& Recogniser::operator=(Recogniser&&) noexcept = default;
Recogniser::~Recogniser() = default;

Result<Recogniser> Recogniser::with_model(const std::string& model)
{
    if (model.empty()) return refuse(Refusal::unreadable, "file.no_recogniser");
    auto tesseract = std::make_unique<tesseract::TessBaseAPI>();
    const auto problem = tesseract->Init(
        model.data(),
        static_cast<int>(model.size()),
        "vie",
        tesseract::OEM_LSTM_ONLY,
        nullptr,
        0,
        nullptr,
        nullptr,
        false,
        nullptr
    );
    if (problem != 0) return refuse(Refusal::unreadable, "file.no_recogniser");
    return Recogniser(std::move(tesseract));
}

PageLayout Recogniser::words_of(const PagePicture& picture)
{
    auto* pix = const_cast<Pix*>(picture.pix()); // neither library alters it
    const auto width = pixGetWidth(pix);
    const auto height = pixGetHeight(pix);
    const auto scale = short_side_points / std::min(width, height);
    PageLayout layout;
    layout.width = width * scale;
    layout.height = height * scale;
    layout.is_recognised = true;
    const auto pixels = pixels_of(pix);
    layout.rules = documents::rules_in({pixels.data(), width, height, width, scale, true});

    // Beside rules, letters are taken for parts of them and rules for letters: a table is painted
    // over, and each of its cells read for itself.
    const auto tables = documents::ruled_tables(layout.rules);
    const OwnPix plain(tables.empty() ? pixClone(pix) : pixCopy(nullptr, pix));
    if (plain == nullptr) return layout;
    const auto paper = picture.paper();
    for (const auto& table : tables)
        paint_over(plain.get(), table.box, scale, paper);
    tesseract_->SetPageSegMode(tesseract::PSM_AUTO);
    tesseract_->SetImage(plain.get());
    tesseract_->SetSourceResolution(static_cast<int>(points_per_inch / scale));
    layout.words = recognised(scale);
    if (tables.empty()) return layout;

    const OwnPix unruled(pixCopy(nullptr, pix));
    if (unruled == nullptr) return layout;
    for (const auto& rule : layout.rules)
        paint_over(unruled.get(), rule.box, scale, paper);
    tesseract_->SetImage(unruled.get());
    tesseract_->SetSourceResolution(static_cast<int>(points_per_inch / scale));
    for (const auto& table : tables)
        for (const auto& cell : table.cells)
            std::ranges::move(
                words_in(unruled.get(), cell, scale), std::back_inserter(layout.words)
            );
    return layout;
}

/// What tesseract reads in the rectangle that is set.
std::vector<PageWord> Recogniser::recognised(double scale)
{
    if (tesseract_->Recognize(nullptr) != 0) return {};
    const std::unique_ptr<tesseract::ResultIterator> words(tesseract_->GetIterator());
    return words == nullptr ? std::vector<PageWord>{} : words_at(*words, scale);
}

std::vector<PageWord> Recogniser::words_in(Pix* page, const documents::Box& cell, double scale)
{
    constexpr double line_height_max = 20; ///< points; what is lower is one line
    const auto ink = ink_in(page, cell, scale);
    if (!ink) return {};
    const bool is_line = ink->height * scale < line_height_max;
    // What one way of looking at it does not see, another may.
    const std::array modes{
        is_line ? tesseract::PSM_SINGLE_LINE : tesseract::PSM_SINGLE_BLOCK,
        is_line ? tesseract::PSM_SINGLE_WORD : tesseract::PSM_SINGLE_LINE
    };
    for (const auto mode : modes) {
        tesseract_->SetPageSegMode(mode);
        tesseract_->SetRectangle(ink->left, ink->top, ink->width, ink->height);
        auto words = recognised(scale);
        if (!words.empty()) return words;
    }
    return {};
}

} // namespace tiendo::reader
