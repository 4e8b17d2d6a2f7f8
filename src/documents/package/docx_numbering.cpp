#include "documents/package/docx_numbering.hpp"

#include <algorithm>
#include <charconv>

namespace tiendo::documents {

namespace {

constexpr int none = -1;

int number_of(std::string_view digits, int otherwise = 0)
{
    int value = otherwise;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::string roman(int number)
{
    static constexpr std::array<std::pair<int, std::string_view>, 13> parts{
        {{1000, "M"},
         {900, "CM"},
         {500, "D"},
         {400, "CD"},
         {100, "C"},
         {90, "XC"},
         {50, "L"},
         {40, "XL"},
         {10, "X"},
         {9, "IX"},
         {5, "V"},
         {4, "IV"},
         {1, "I"}}
    };
    std::string out;
    number = std::clamp(number, 0, 3999);
    for (const auto& [value, sign] : parts) {
        while (number >= value) {
            out += sign;
            number -= value;
        }
    }
    return out;
}

/// Word counts a, b, c, d, e; the Vietnamese list has đ behind d, and its readers expect no gap.
std::string letter(int number)
{
    static constexpr std::array<std::string_view, 18> letters{
        "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s"
    };
    return std::string(letters[static_cast<std::size_t>(std::max(number - 1, 0)) % letters.size()]);
}

} // namespace

DocxNumbering::Level DocxNumbering::level_of(const pugi::xml_node& node)
{
    Level level;
    const auto format = attribute_of(child_of(node, "numFmt"), "val");
    if (!format.empty()) level.format = format;
    level.text = attribute_of(child_of(node, "lvlText"), "val");
    level.start = number_of(attribute_of(child_of(node, "start"), "val"), 1);
    level.restarts_behind = number_of(attribute_of(child_of(node, "lvlRestart"), "val"), -1);
    const auto decimals = child_of(node, "isLgl");
    level.shows_decimals = decimals && attribute_of(decimals, "val") != "0";
    return level;
}

void DocxNumbering::read_list(const pugi::xml_node& node)
{
    const auto id = number_of(attribute_of(node, "numId"));
    abstract_of_list_[id] = number_of(attribute_of(child_of(node, "abstractNumId"), "val"));
    for (const auto& change : node.children()) {
        if (local_name(change) != "lvlOverride") continue;
        const auto index = static_cast<std::size_t>(number_of(attribute_of(change, "ilvl")));
        if (index >= levels) continue;
        if (const auto level = child_of(change, "lvl")) level_of_list_[id][index] = level_of(level);
        if (const auto start = child_of(change, "startOverride"))
            start_of_list_[id][index] = number_of(attribute_of(start, "val"), 1);
    }
}

void DocxNumbering::read_numbering(const pugi::xml_node& root)
{
    for (const auto& node : root.children()) {
        if (local_name(node) == "num") read_list(node);
        if (local_name(node) != "abstractNum") continue;
        auto& list = abstract_[number_of(attribute_of(node, "abstractNumId"))];
        list.style = attribute_of(child_of(node, "numStyleLink"), "val");
        for (const auto& level : node.children()) {
            if (local_name(level) != "lvl") continue;
            const auto index = static_cast<std::size_t>(number_of(attribute_of(level, "ilvl")));
            if (index < levels) list.level[index] = level_of(level);
        }
    }
}

void DocxNumbering::read_styles(const pugi::xml_node& root)
{
    for (const auto& node : root.children()) {
        if (local_name(node) != "style") continue;
        Style style;
        style.based_on = attribute_of(child_of(node, "basedOn"), "val");
        style.name = attribute_of(child_of(node, "name"), "val");
        const auto numbering = child_of(child_of(node, "pPr"), "numPr");
        if (numbering) {
            style.has_place = true;
            style.place.list = number_of(attribute_of(child_of(numbering, "numId"), "val"));
            style.place.level =
                static_cast<std::size_t>(number_of(attribute_of(child_of(numbering, "ilvl"), "val"))
                );
        }
        styles_[std::string(attribute_of(node, "styleId"))] = std::move(style);
    }
}

DocxNumbering::Place DocxNumbering::place_of_style(std::string style) const
{
    for (int depth = 0; depth < 10 && !style.empty(); ++depth) {
        const auto found = styles_.find(style);
        if (found == styles_.end()) break;
        if (found->second.has_place) return found->second.place;
        style = found->second.based_on;
    }
    return {};
}

DocxNumbering::Place DocxNumbering::place_of(const pugi::xml_node& properties) const
{
    auto place = place_of_style(std::string(attribute_of(child_of(properties, "pStyle"), "val")));
    const auto own = child_of(properties, "numPr");
    if (own) {
        const auto list = child_of(own, "numId");
        if (list) place.list = number_of(attribute_of(list, "val"));
        const auto level = child_of(own, "ilvl");
        if (level) place.level = static_cast<std::size_t>(number_of(attribute_of(level, "val")));
    }
    return place;
}

std::string DocxNumbering::number_text(const std::string& format, int number)
{
    if (format == "upperRoman") return roman(number);
    if (format == "lowerRoman") {
        auto text = roman(number);
        std::transform(text.begin(), text.end(), text.begin(), [](char c) {
            return static_cast<char>(c + ('a' - 'A'));
        });
        return text;
    }
    if (format == "upperLetter")
        return std::string(1, static_cast<char>('A' + std::max(number - 1, 0) % 26));
    if (format == "lowerLetter") return letter(number);
    if (format == "decimalZero" && number < 10) return "0" + std::to_string(number);
    return format == "none" ? std::string{} : std::to_string(number);
}

int DocxNumbering::abstract_of(int list) const
{
    const auto own = abstract_of_list_.find(list);
    const auto found =
        own == abstract_of_list_.end() ? abstract_.end() : abstract_.find(own->second);
    if (found == abstract_.end()) return none;
    if (found->second.style.empty()) return found->first;
    const auto linked = abstract_of_list_.find(place_of_style(found->second.style).list);
    return linked == abstract_of_list_.end() || !abstract_.contains(linked->second)
               ? found->first
               : linked->second;
}

const DocxNumbering::Level& DocxNumbering::level_at(int list, int abstract, std::size_t level) const
{
    const auto own = level_of_list_.find(list);
    if (own != level_of_list_.end() && own->second.contains(level)) return own->second.at(level);
    return abstract_.at(abstract).level[level];
}

int DocxNumbering::start_at(int list, int abstract, std::size_t level) const
{
    const auto own = start_of_list_.find(list);
    if (own != start_of_list_.end() && own->second.contains(level)) return own->second.at(level);
    return level_at(list, abstract, level).start;
}

void DocxNumbering::count_on(Place place, int abstract, Counters& counters)
{
    // A list with its own start begins anew where it is first used.
    if (start_of_list_.contains(place.list) && !restarted_[place.list]) {
        restarted_[place.list] = true;
        for (const auto& [level, start] : start_of_list_[place.list])
            counters[level] = 0;
    }
    for (std::size_t n = 0; n < place.level; ++n) {
        if (counters[n] == 0) counters[n] = start_at(place.list, abstract, n);
    }
    auto& own = counters[place.level];
    own = own == 0 ? start_at(place.list, abstract, place.level) : own + 1;
    for (auto n = place.level + 1; n < levels; ++n) {
        const auto behind = level_at(place.list, abstract, n).restarts_behind;
        if (behind < 0 || static_cast<int>(place.level) < behind) counters[n] = 0;
    }
}

std::string DocxNumbering::label_for(const pugi::xml_node& properties)
{
    const auto place = place_of(properties);
    if (place.list == 0 || place.level >= levels) return {};
    const auto abstract = abstract_of(place.list);
    if (abstract == none) return {};
    const auto& level = level_at(place.list, abstract, place.level);
    if (level.format == "bullet")
        return level.text.starts_with('+') || level.text == "o" ? "+ " : "- ";

    auto& counters = counters_[abstract];
    count_on(place, abstract, counters);
    std::string label;
    for (std::size_t i = 0; i < level.text.size(); ++i) {
        if (level.text[i] == '%' && i + 1 < level.text.size() && level.text[i + 1] >= '1' &&
            level.text[i + 1] <= '9') {
            const auto n = static_cast<std::size_t>(level.text[++i] - '1');
            const auto& format = level_at(place.list, abstract, n).format;
            label += number_text(level.shows_decimals ? "decimal" : format, counters[n]);
        } else {
            label += level.text[i];
        }
    }
    if (!label.empty() && std::string_view(".):/").find(label.back()) == std::string_view::npos)
        label += '.';
    return label.empty() ? label : label + " ";
}

bool DocxNumbering::is_heading(const pugi::xml_node& properties) const
{
    const auto found =
        styles_.find(std::string(attribute_of(child_of(properties, "pStyle"), "val")));
    return found != styles_.end() && found->second.name.starts_with("heading");
}

} // namespace tiendo::documents
