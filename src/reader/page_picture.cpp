#include "reader/page_picture.hpp"

#include "reader/own_pix.hpp"
#include "reader/sheet.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <utility>

namespace tiendo::reader {

namespace {

/// The short side of a page: below, letters are too small; above, time is lost (measured).
constexpr int short_side_min = 1'500;
constexpr int short_side_max = 2'000;
constexpr int short_side_allowed = 12'000;

/// What the step made, or what it was made of where the step could not.
template <class Step> OwnPix stepped(OwnPix before, const Step& step)
{
    OwnPix after(step(before.get()));
    return after == nullptr ? std::move(before) : std::move(after);
}

/// Paper as bright as other paper, wherever on the page.
OwnPix without_shadows(OwnPix pix)
{
    constexpr int tile_width = 10;
    constexpr int tile_height = 15;
    constexpr int ink_max = 60;
    constexpr int paper_pixels_min = 40; ///< of a tile
    constexpr int paper = 250;
    return stepped(std::move(pix), [](Pix* page) {
        return pixBackgroundNorm(
            page, nullptr, nullptr, tile_width, tile_height, ink_max, paper_pixels_min, paper, 2, 1
        );
    });
}

/// The brightness of the paper: there is more of it than of anything else.
unsigned paper_of(Pix* pix)
{
    constexpr unsigned white = 255;
    std::array<std::size_t, 256> count{};
    for (int y = 0; y < pixGetHeight(pix); y += 4) {
        const auto* row = pixGetData(pix) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(pix);
        for (int x = 0; x < pixGetWidth(pix); x += 4)
            ++count.at(GET_DATA_BYTE(row, x));
    }
    const auto most = std::ranges::max_element(count);
    return *most == 0 ? white : static_cast<unsigned>(most - count.begin());
}

/// Dust: dots smaller than the dot of an i, where there are so many that they would be read.
OwnPix without_dust(OwnPix pix)
{
    constexpr int ink_max = 190;
    constexpr int dust_side_max = 3;
    constexpr int specks_min = 300;
    const OwnPix ink(pixThresholdToBinary(pix.get(), ink_max));
    if (ink == nullptr) return pix;
    const OwnPix dust(pixSelectBySize(
        ink.get(), dust_side_max, dust_side_max, 8, L_SELECT_IF_BOTH, L_SELECT_IF_LTE, nullptr
    ));
    int specks = 0;
    if (dust == nullptr || pixCountConnComp(dust.get(), 8, &specks) != 0 || specks < specks_min)
        return pix;
    const OwnPix with_edges(pixDilateBrick(nullptr, dust.get(), 3, 3));
    if (with_edges != nullptr) pixSetMasked(pix.get(), with_edges.get(), paper_of(pix.get()));
    return pix;
}

/// Turned by quarters so that its letters stand on their feet: more of them reach up than down. A
/// page of few letters stays as it is.
OwnPix on_its_feet(OwnPix pix)
{
    constexpr int ink_max = 160;
    constexpr float certainty_min = 8;
    constexpr float times_other_way = 2;
    float up = 0;
    float left = 0;
    const OwnPix ink(pixThresholdToBinary(pix.get(), ink_max));
    if (ink == nullptr || pixOrientDetect(ink.get(), &up, &left, 0, 0) != 0) return pix;
    const bool is_sideways = std::abs(left) > std::abs(up);
    const auto strongest = is_sideways ? left : up;
    const auto other = is_sideways ? up : left;
    if (std::abs(strongest) < std::max(certainty_min, times_other_way * std::abs(other)))
        return pix;
    if (!is_sideways && up > 0) return pix;
    const int quarters = !is_sideways ? 2 : left > 0 ? 1 : 3;
    return stepped(std::move(pix), [quarters](Pix* page) { return pixRotateOrth(page, quarters); });
}

/// Turned so that its lines are level. The turn is looked for in what is as large as letters:
/// among specks, no angle is better than another.
OwnPix level(OwnPix pix)
{
    constexpr int ink_max = 130;
    constexpr int letter_min = 6;
    constexpr float angle_min = 0.1F;
    constexpr float certainty_min = 2;
    const OwnPix ink(pixThresholdToBinary(pix.get(), ink_max));
    if (ink == nullptr) return pix;
    const OwnPix letters(pixSelectBySize(
        ink.get(), letter_min, letter_min, 8, L_SELECT_IF_EITHER, L_SELECT_IF_GTE, nullptr
    ));
    float angle = 0;
    float certainty = 0;
    if (letters == nullptr || pixFindSkew(letters.get(), &angle, &certainty) != 0) return pix;
    if (std::abs(angle) < angle_min || certainty < certainty_min) return pix;
    const auto radians = static_cast<float>(angle * std::numbers::pi / 180);
    return stepped(std::move(pix), [radians](Pix* page) {
        return pixRotate(page, radians, L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0);
    });
}

OwnPix cleaned(OwnPix pix)
{
    pix = stepped(std::move(pix), [](Pix* page) { return pixConvertTo8(page, 0); });
    const auto side = std::min(pixGetWidth(pix.get()), pixGetHeight(pix.get()));
    const auto wanted = std::clamp(side, short_side_min, short_side_max);
    if (side > 0 && side != wanted) {
        const auto factor = static_cast<float>(wanted) / static_cast<float>(side);
        pix =
            stepped(std::move(pix), [factor](Pix* page) { return pixScale(page, factor, factor); });
    }
    pix = without_shadows(flattened(std::move(pix)));
    pix = without_dust(std::move(pix));
    return level(on_its_feet(std::move(pix)));
}

} // namespace

PagePicture::PagePicture(PagePicture&& other) noexcept : pix_(std::exchange(other.pix_, nullptr)) {}
PagePicture& PagePicture::operator=(PagePicture&& other) noexcept
{
    std::swap(pix_, other.pix_);
    return *this;
}
PagePicture::~PagePicture()
{
    pixDestroy(&pix_);
}

Result<PagePicture> PagePicture::from_file(std::string_view bytes)
{
    setMsgSeverity(L_SEVERITY_NONE);
    const auto* data = reinterpret_cast<const l_uint8*>(bytes.data());
    int format = 0;
    int width = 0;
    int height = 0;
    const bool has_head =
        pixReadHeaderMem(data, bytes.size(), &format, &width, &height, nullptr, nullptr, nullptr) ==
        0;
    const bool is_sane = width > 0 && height > 0 && std::max(width, height) <= short_side_allowed &&
                         std::int64_t{width} * height <= std::int64_t{60'000'000};
    if (!has_head || !is_sane) return refuse(Refusal::unreadable, "file.broken_picture");
    OwnPix pix(pixReadMem(data, bytes.size()));
    if (pix == nullptr) return refuse(Refusal::unreadable, "file.broken_picture");
    return PagePicture(cleaned(std::move(pix)).release());
}

PagePicture
PagePicture::from_pixels(const unsigned char* pixels, int width, int height, int row_bytes)
{
    setMsgSeverity(L_SEVERITY_NONE);
    OwnPix pix(pixCreateNoInit(width, height, 8));
    ensure(pix != nullptr, "a picture of a page fits into memory");
    for (int y = 0; y < height; ++y) {
        auto* row = pixGetData(pix.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(pix.get());
        for (int x = 0; x < width; ++x)
            SET_DATA_BYTE(row, x, pixels[static_cast<std::ptrdiff_t>(y) * row_bytes + x]);
    }
    return PagePicture(cleaned(std::move(pix)).release());
}

std::string PagePicture::jpeg() const
{
    constexpr int short_side = 1'240; // A4 at 150 dots an inch
    constexpr int quality = 50;
    const auto side = std::min(pixGetWidth(pix_), pixGetHeight(pix_));
    const auto factor = static_cast<float>(short_side) / static_cast<float>(std::max(side, 1));
    const OwnPix small(pixScale(pix_, factor, factor));
    l_uint8* data = nullptr;
    std::size_t size = 0;
    if (small == nullptr || pixWriteMemJpeg(&data, &size, small.get(), quality, 0) != 0) return {};
    std::string bytes(reinterpret_cast<const char*>(data), size);
    lept_free(data);
    return bytes;
}

unsigned PagePicture::paper() const
{
    return paper_of(pix_);
}

} // namespace tiendo::reader
