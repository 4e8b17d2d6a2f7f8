#pragma once

#include <string_view>

namespace tiendo::documents {

/// Whether the bytes begin and end as a PDF does; what is between is not looked at. A scan that was
/// cut off on its way lacks the end.
bool is_whole_pdf(std::string_view bytes);

/// Whether a picture may stand on one of its pages. What a stream holds is said before it, in plain
/// bytes.
bool may_hold_pictures(std::string_view bytes);

} // namespace tiendo::documents
