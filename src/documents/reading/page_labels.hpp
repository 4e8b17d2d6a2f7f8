#pragma once

#include "documents/reading/page_lines.hpp"

#include <string>
#include <vector>

namespace tiendo::documents {

/// Mends the labels of a recognised page, which are read worse than words are: dust before them,
/// "~" for "-", "1," for "1.", and Roman numerals before a heading in capitals, by their place in
/// the sequence. No other number is touched.
class LabelMender {
public:
    void mend(std::vector<PageLine>& lines);

private:
    void mend_roman(PageLine& line);
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
