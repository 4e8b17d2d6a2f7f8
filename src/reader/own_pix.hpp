#pragma once

#include <leptonica/allheaders.h>

#include <memory>

namespace tiendo::reader {

struct DestroyPix {
    void operator()(Pix* pix) const { pixDestroy(&pix); }
};
using OwnPix = std::unique_ptr<Pix, DestroyPix>;

struct DestroyBox {
    void operator()(Box* box) const { boxDestroy(&box); }
};

} // namespace tiendo::reader
