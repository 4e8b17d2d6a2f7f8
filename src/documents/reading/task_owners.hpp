#pragma once

#include <string>
#include <vector>

namespace tiendo::documents {

struct Owners {
    std::vector<std::string> lead{};
    std::vector<std::string> with{};
};

/// Who leads and who supports, where the sentence says it: "(Phòng Y tế chủ trì, phối hợp với
/// ...)", "Giao Phòng Nội vụ chủ trì". Nobody otherwise: "phối hợp với" alone names no owner.
Owners owners_in_text(const std::string& text);

/// "Phòng Y tế; phối hợp: Trạm Y tế các xã" behind "Đơn vị chủ trì:".
Owners owners_of_field(const std::string& value);

} // namespace tiendo::documents
