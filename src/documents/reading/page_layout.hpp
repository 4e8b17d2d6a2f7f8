#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace tiendo::documents {

/// In points (1/72 inch) from the left and the upper edge of the page as a person holds it.
struct Box {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;

    double width() const { return right - left; }
    double height() const { return bottom - top; }
    double middle() const { return (top + bottom) / 2; }
    double centre() const { return (left + right) / 2; }
};

/// The smallest one that holds both.
Box around(const Box& a, const Box& b);

constexpr int certain = 100;

/// A word with its place. What a text layer says is certain; what was recognised in a picture has
/// the recogniser's own opinion of itself, 0 to 100.
struct PageWord {
    std::string text{}; ///< NFC
    Box box{};
    bool bold = false;
    int confidence = certain;
};

/// Whether it holds neither letter nor digit.
bool is_sign(const PageWord& word);

/// Whether a person has to compare the word with the picture: a number sooner than other words, but
/// not the number of an item, which begins its line and is told by its neighbours.
bool is_doubtful(const PageWord& word, bool begins_line = false);

/// A drawn line, longer in one direction.
struct PageRule {
    Box box{};
    bool is_horizontal() const { return box.width() >= box.height(); }
};

/// What stands on one page, wherever it came from: the text layer of a PDF, or a picture.
struct PageLayout {
    double width = 0;
    double height = 0;
    std::vector<PageWord> words{};
    std::vector<PageRule> rules{};
    bool is_recognised = false; ///< read from a picture of the page
    /// Beside the picture, what a layer of text says that is not seen; the picture was read.
    std::vector<PageWord> unseen_words{};
};

/// How many bytes its words have.
std::size_t letters_of(const PageLayout& page);

} // namespace tiendo::documents
