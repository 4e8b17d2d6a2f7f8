#include "domain/org/unit_names.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace tiendo {
namespace {

struct AreaWord {
    std::string_view words; ///< in lower case
    UnitKind kind;
};

/// Longer ones first: "thị xã" and "thị trấn" before "xã".
constexpr std::array area_words{
    AreaWord{"thị trấn", UnitKind::commune},
    AreaWord{"đặc khu", UnitKind::commune},
    AreaWord{"phường", UnitKind::commune},
    AreaWord{"xã", UnitKind::commune},
    AreaWord{"thành phố", UnitKind::committee},
    AreaWord{"thị xã", UnitKind::committee},
    AreaWord{"huyện", UnitKind::committee},
    AreaWord{"quận", UnitKind::committee},
    AreaWord{"tỉnh", UnitKind::committee},
};

/// The length of the kind at the beginning, with its space.
std::size_t kind_length(std::string_view area)
{
    const auto lower = to_lower(area);
    for (const auto& word : area_words) {
        const auto length = word.words.size();
        if (lower.starts_with(word.words) && (lower.size() == length || lower[length] == ' '))
            return std::min(lower.size(), length + 1);
    }
    return 0;
}

/// "xã Sa Loong": the kind as it stands inside a sentence.
std::string inside_sentence(std::string_view area)
{
    const auto length = kind_length(area);
    return to_lower(area.substr(0, length)) + std::string(area.substr(length));
}

} // namespace

std::optional<UnitKind> kind_of_area(std::string_view area)
{
    const auto lower = to_lower(area);
    for (const auto& word : area_words) {
        const auto length = word.words.size();
        if (lower.starts_with(word.words) && (lower.size() == length || lower[length] == ' '))
            return word.kind;
    }
    return std::nullopt;
}

Unit unit_named(std::string_view area, UnitKind kind)
{
    const auto named = inside_sentence(area);
    const auto bare = area.substr(kind_length(area));
    // "Phường 1" without its kind would be a number.
    const bool needs_kind =
        kind != UnitKind::commune || bare.empty() || (bare.front() >= '0' && bare.front() <= '9');
    Unit unit;
    unit.kind = kind;
    unit.name = "Ủy ban nhân dân " + named;
    unit.short_name = std::string(needs_kind ? area : bare);
    unit.aliases = {"UBND " + named, std::string(area)};
    return unit;
}

bool is_same_name(const Unit& unit, std::string_view area)
{
    const auto wanted = unit_named(area, unit.kind);
    const auto full = search_key(wanted.name);
    const auto plain = search_key(area);
    const auto is_it = [&](const std::string& name) {
        const auto key = search_key(name);
        return key == full || key == plain;
    };
    return is_it(unit.name) || is_it(unit.short_name) || std::ranges::any_of(unit.aliases, is_it);
}

bool is_called(const Unit& unit, std::string_view key)
{
    const auto holds_it = [&](const std::string& name) {
        return search_key(name).find(key) != std::string::npos;
    };
    return search_key(unit.code) == key || holds_it(unit.name) || holds_it(unit.short_name) ||
           std::ranges::any_of(unit.aliases, holds_it);
}

} // namespace tiendo
