#pragma once

#include <leptonica/allheaders.h>

#include <memory>

namespace tiendo::reader {

struct DestroyPix {
    void operator()(Pix* pix) const { pixDestroy(&pix); }
};
using OwnPix = std::unique_ptr<Pix, DestroyPix>;

} // namespace tiendo::reader
