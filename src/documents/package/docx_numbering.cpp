#include "documents/package/docx_numbering.hpp"

#include <algorithm>
#include <charconv>

namespace tiendo::documents {

namespace {

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

void DocxNumbering::read_numbering(const pugi::xml_node& root)
{
    for (const auto& node : root.children()) {
        if (local_name(node) == "abstractNum") {
            auto& list = abstract_[number_of(attribute_of(node, "abstractNumId"))];
            for (const auto& level : node.children()) {
                if (local_name(level) != "lvl") continue;
                const auto index = static_cast<std::size_t>(number_of(attribute_of(level, "ilvl")));
                if (index >= levels) continue;
                auto& target = list.level[index];
                const auto format = attribute_of(child_of(level, "numFmt"), "val");
                if (!format.empty()) target.format = format;
                target.text = attribute_of(child_of(level, "lvlText"), "val");
                target.start = number_of(attribute_of(child_of(level, "start"), "val"), 1);
            }
        } else if (local_name(node) == "num") {
            const auto id = number_of(attribute_of(node, "numId"));
            abstract_of_list_[id] = number_of(attribute_of(child_of(node, "abstractNumId"), "val"));
            for (const auto& change : node.children()) {
                if (local_name(change) != "lvlOverride") continue;
                const auto start = child_of(change, "startOverride");
                if (start)
                    start_of_list_[id]
                                  [static_cast<std::size_t>(number_of(attribute_of(change, "ilvl"))
                                  )] = number_of(attribute_of(start, "val"), 1);
            }
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

DocxNumbering::Place DocxNumbering::place_of(const pugi::xml_node& properties) const
{
    Place place;
    auto style = std::string(attribute_of(child_of(properties, "pStyle"), "val"));
    for (int depth = 0; depth < 10 && !style.empty(); ++depth) {
        const auto found = styles_.find(style);
        if (found == styles_.end()) break;
        if (found->second.has_place) {
            place = found->second.place;
            break;
        }
        style = found->second.based_on;
    }
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

std::string DocxNumbering::label_for(const pugi::xml_node& properties)
{
    const auto place = place_of(properties);
    const auto abstract = abstract_of_list_.find(place.list);
    if (place.list == 0 || place.level >= levels || abstract == abstract_of_list_.end()) return {};
    const auto& list = abstract_[abstract->second];
    const auto& level = list.level[place.level];
    if (level.format == "bullet")
        return level.text.starts_with('+') || level.text == "o" ? "+ " : "- ";

    auto [found, fresh] = counters_.try_emplace(abstract->second);
    auto& counters = found->second;
    const auto start_at = [&](std::size_t n) {
        const auto changed = start_of_list_.find(place.list);
        if (changed != start_of_list_.end() && changed->second.contains(n))
            return changed->second.at(n);
        return list.level[n].start;
    };
    // A list with its own start begins anew where it is first used.
    if (start_of_list_.contains(place.list) && !restarted_[place.list]) {
        restarted_[place.list] = true;
        for (const auto& [n, start] : start_of_list_[place.list]) {
            if (n < levels) counters[n] = 0;
        }
    }
    for (std::size_t n = 0; n < place.level; ++n) {
        if (counters[n] == 0) counters[n] = start_at(n);
    }
    counters[place.level] =
        counters[place.level] == 0 ? start_at(place.level) : counters[place.level] + 1;
    for (auto n = place.level + 1; n < levels; ++n)
        counters[n] = 0;

    std::string label;
    for (std::size_t i = 0; i < level.text.size(); ++i) {
        if (level.text[i] == '%' && i + 1 < level.text.size() && level.text[i + 1] >= '1' &&
            level.text[i + 1] <= '9') {
            const auto n = static_cast<std::size_t>(level.text[++i] - '1');
            label += number_text(list.level[n].format, counters[n]);
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
