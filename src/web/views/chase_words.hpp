#pragma once

#include "app/chase/chases.hpp"
#include "web/messages.hpp"

#include <string>

namespace tiendo::web::view {

/// The polite text for one unit, to be copied or sent; in Vietnamese whoever looks. Subordinate
/// units are asked to complete and submit; the Front and the mass organisations to cooperate and
/// provide, with no word of being late.
std::string chase_text(const app::Chase& chase, const app::ChaseLine& line);

} // namespace tiendo::web::view
