#pragma once

#include "documents/package/xml_part.hpp"

#include <array>
#include <map>
#include <string>
#include <vector>

namespace tiendo::documents {

/// Word's automatic numbers, which are not in the text: counts along and says what stands before
/// each paragraph (ECMA-376 part 1, 17.9).
class DocxNumbering {
public:
    static constexpr std::size_t levels = 9;

    void read_numbering(const pugi::xml_node& root);
    void read_styles(const pugi::xml_node& root);

    /// "II. ", "a) ", "- " for the paragraph with these properties; empty where it has no number.
    std::string label_for(const pugi::xml_node& paragraph_properties);

    /// Whether the style of the paragraph is one of headings.
    bool is_heading(const pugi::xml_node& paragraph_properties) const;

private:
    struct Level {
        std::string format = "decimal";
        std::string text{};
        int start = 1;
        int restarts_behind =
            -1; ///< only behind the levels before this one; -1: all above; 0: never
        bool shows_decimals = false; ///< also for the levels above, whatever their format
    };
    struct List {
        std::array<Level, levels> level{};
        std::string style{}; ///< whose list this one is
    };
    struct Place {
        int list = 0; ///< 0: none
        std::size_t level = 0;
    };
    struct Style {
        Place place{};
        std::string based_on{};
        std::string name{};
        bool has_place = false;
    };

    using Counters = std::array<int, levels>;

    static Level level_of(const pugi::xml_node& node);
    void read_list(const pugi::xml_node& node);
    Place place_of(const pugi::xml_node& paragraph_properties) const;
    Place place_of_style(std::string style) const;
    /// The definition that counts for the list; -1 where there is none.
    int abstract_of(int list) const;
    const Level& level_at(int list, int abstract, std::size_t level) const;
    int start_at(int list, int abstract, std::size_t level) const;
    void count_on(Place place, int abstract, Counters& counters);
    static std::string number_text(const std::string& format, int number);

    std::map<int, List> abstract_;
    std::map<int, int> abstract_of_list_;
    std::map<int, std::map<std::size_t, int>> start_of_list_;
    std::map<int, std::map<std::size_t, Level>> level_of_list_;
    std::map<std::string, Style> styles_;
    std::map<int, Counters> counters_; ///< by abstract list
    std::map<int, bool> restarted_;
};

} // namespace tiendo::documents
