#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tiendo {

/// What a duty asks for, sentence by sentence, so that each can be answered by itself. Together
/// they are the whole text: "Trong đó lưu ý:" stays with the sentence before it, and nothing is
/// parted after an abbreviation ("TP. Kon Tum") or before a word in lower case.
std::vector<std::string> duty_clauses(std::string_view text);

} // namespace tiendo
