#pragma once

#include <string>
#include <string_view>

namespace tiendo::web {

/// The text as a JSON string, quotes included. For the few answers that need no JSON library.
std::string json_text(std::string_view text);

} // namespace tiendo::web
