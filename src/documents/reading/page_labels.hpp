#pragma once

#include "documents/reading/page_lines.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace tiendo::documents {

/// Mends the labels of recognised pages, which are read worse than words are: dust before them,
/// "~" for "-", "1," for "1.", and Roman numerals before a heading in capitals ("HI.", "H-",
/// "IH/"), by their place in the sequence. No other number is touched.
class LabelMender {
public:
    /// Of all recognised pages in their order.
    void mend(const std::vector<PageLine*>& lines);

private:
    void mend_roman(const std::vector<PageLine*>& lines, std::size_t at);
    void mend_number(PageLine& line);

    int last_roman_ = 0;
    int last_number_ = 0;
};

/// Mends recognised words: letters that are none of Vietnamese, and in "Quý HI/2024" the strokes of
/// the quarter's numeral, which is doubtful from then on, as is one that was recognised
/// uncertainly.
void mend_words(std::vector<PageWord>& words);

/// The labels of a line of the recipients or the signature, and its role: "~ Huyện ủy (để th)",
/// "KT.CHỦ TỊCH".
std::string mended_tail_line(const std::string& text);

} // namespace tiendo::documents
