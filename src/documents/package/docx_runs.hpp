#pragma once

#include "documents/package/xml_part.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tiendo::documents {

struct NoteReference {
    bool is_endnote = false;
    std::string id{};
};

/// What a paragraph of a Word document says, and what hangs on it.
struct RunText {
    std::string text{};
    std::size_t letters = 0;
    std::size_t bold_letters = 0;
    std::string_view old_letters{};
    std::vector<std::string> drawn{};    ///< letters drawn as a picture (WordArt)
    std::vector<pugi::xml_node> boxes{}; ///< the contents of text boxes
    std::vector<NoteReference> notes{};
    std::map<std::string, int> left_out{}; ///< by the variants of the finding part_left_out
};

/// The text of a paragraph as a person sees it: runs in their order, insertions kept; deletions,
/// field codes and hidden text left out.
void collect_runs(const pugi::xml_node& paragraph, RunText& out);

/// What a part says in all its paragraphs, wherever they stand.
void collect_lines(const pugi::xml_node& part, std::vector<std::string>& lines);

/// Whether the mark at the end of the paragraph was deleted, so that it goes on in the next.
bool goes_on_in_next(const pugi::xml_node& paragraph);

/// Of what a document offers for newer and older programs, the first.
pugi::xml_node chosen_alternative(const pugi::xml_node& alternate_content);

} // namespace tiendo::documents
