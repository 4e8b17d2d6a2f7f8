#include "documents/package/docx_symbols.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tiendo::documents {

namespace {

using Sign = std::pair<unsigned, std::string_view>;

// The encodings that the fonts' makers publish; what plans hold of them.
constexpr std::array symbol_signs{
    Sign{0x2D, "-"}, Sign{0x61, "α"}, Sign{0x62, "β"}, Sign{0x64, "δ"}, Sign{0x6D, "μ"},
    Sign{0xA3, "≤"}, Sign{0xA5, "∞"}, Sign{0xAB, "↔"}, Sign{0xAC, "←"}, Sign{0xAE, "→"},
    Sign{0xB0, "°"}, Sign{0xB1, "±"}, Sign{0xB3, "≥"}, Sign{0xB4, "×"}, Sign{0xB7, "•"},
    Sign{0xB8, "÷"}, Sign{0xB9, "≠"}, Sign{0xBB, "≈"}, Sign{0xBC, "…"}, Sign{0xD7, "⋅"},
    Sign{0xDE, "⇒"}, Sign{0xE5, "∑"}
};
constexpr std::array wingdings_signs{
    Sign{0x6C, "●"},
    Sign{0x6E, "■"},
    Sign{0x6F, "□"},
    Sign{0x71, "□"},
    Sign{0x76, "•"},
    Sign{0x77, "•"},
    Sign{0x9E, "·"},
    Sign{0x9F, "•"},
    Sign{0xA7, "▪"},
    Sign{0xA8, "□"},
    Sign{0xD8, "➢"},
    Sign{0xE0, "→"},
    Sign{0xE8, "→"},
    Sign{0xF0, "→"},
    Sign{0xFB, "✗"},
    Sign{0xFC, "✓"},
    Sign{0xFD, "☒"},
    Sign{0xFE, "☑"}
};

std::string_view found_in(const auto& signs, unsigned code)
{
    const auto sign = std::ranges::find(signs, code, &Sign::first);
    return sign == signs.end() ? std::string_view{} : sign->second;
}

/// Digits and the signs of reckoning stand in Symbol where ASCII has them.
std::string_view ascii_of(unsigned code)
{
    static constexpr std::string_view shared = " !#%&()+,./0123456789:;<=>?[]_{|}";
    const auto at = code < 0x80 ? shared.find(static_cast<char>(code)) : std::string_view::npos;
    return at == std::string_view::npos ? std::string_view{} : shared.substr(at, 1);
}

bool is_of_signs(std::string_view font)
{
    return font == "Symbol" || font.starts_with("Wingdings") || font == "Webdings";
}

} // namespace

std::string_view symbol_of(std::string_view font, unsigned code)
{
    code &= 0xFF;
    if (font == "Wingdings") return found_in(wingdings_signs, code);
    if (font != "Symbol") return {};
    const auto own = found_in(symbol_signs, code);
    return own.empty() ? ascii_of(code) : own;
}

std::string with_symbols(std::string_view text, std::string_view font, int& unknown)
{
    // U+F000 to U+F0FF in UTF-8
    constexpr std::size_t length = 3;
    const auto is_private = [&](std::size_t at) {
        return text.substr(at).size() >= length && text[at] == '\xEF' &&
               (static_cast<unsigned char>(text[at + 1]) & 0xFC) == 0x80;
    };
    std::string shown;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_private(i)) {
            shown += text[i];
            continue;
        }
        const auto code = (static_cast<unsigned>(text[i + 1]) & 0x3) << 6 |
                          (static_cast<unsigned>(text[i + 2]) & 0x3F);
        const auto sign = symbol_of(font.empty() ? "Symbol" : font, code);
        if (!sign.empty())
            shown += sign;
        else if (is_of_signs(font))
            ++unknown;
        else
            shown += text.substr(i, length);
        i += length - 1;
    }
    return shown;
}

} // namespace tiendo::documents
