#pragma once

#include "documents/text/outline.hpp"

#include <string>
#include <vector>

namespace tiendo::documents {

/// One duty for each item of "Tổ chức thực hiện".
std::vector<ReadDuty> read_duties(const Node& root);

/// Whether the paragraph closes the plan ("Trên đây là ...", "Căn cứ nội dung Kế hoạch, các ...").
bool is_closing(const Node& node);

/// "Phòng Tư pháp phối hợp với ...": the bytes that name who is charged, and where the charge
/// begins.
struct ChargeSplit {
    std::size_t names_end = 0;
    std::size_t charge_begin = 0;
};
ChargeSplit split_charge(const std::string& text);

} // namespace tiendo::documents
