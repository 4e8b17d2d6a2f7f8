#pragma once

#include "reader/own_pix.hpp"

namespace tiendo::reader {

/// A photograph of a sheet seen as if from straight above, and nothing of what it lies on; what is
/// no such photograph comes back as it was. Eight bits a pixel.
OwnPix flattened(OwnPix photograph);

} // namespace tiendo::reader
