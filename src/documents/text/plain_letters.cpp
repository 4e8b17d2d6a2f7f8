#include "documents/text/plain_letters.hpp"

#include "base/text.hpp"

#include <unicode/utf8.h>

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>

namespace tiendo::documents {

namespace {

struct Shape {
    char plain = 0;
    bool toned = false;
};

/// In each row the letter and its five tones: none, grave, acute, hook, tilde, dot.
constexpr std::array<std::u32string_view, 12> rows{
    U"aàáảãạ",
    U"ăằắẳẵặ",
    U"âầấẩẫậ",
    U"eèéẻẽẹ",
    U"êềếểễệ",
    U"iìíỉĩị",
    U"oòóỏõọ",
    U"ôồốổỗộ",
    U"ơờớởỡợ",
    U"uùúủũụ",
    U"ưừứửữự",
    U"yỳýỷỹỵ"
};
constexpr std::string_view plain_of_row = "aaaeeiooouuy";

const std::unordered_map<UChar32, Shape>& shapes()
{
    static const auto all = [] {
        std::unordered_map<UChar32, Shape> map;
        for (std::size_t r = 0; r < rows.size(); ++r) {
            for (std::size_t tone = 0; tone < rows[r].size(); ++tone) {
                map[static_cast<UChar32>(rows[r][tone])] = {plain_of_row[r], tone > 0};
            }
        }
        map[0x111] = {'d', false};
        return map;
    }();
    return all;
}

template <class Visit> void each_letter(std::string_view text, Visit visit)
{
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    for (std::int32_t i = 0; i < static_cast<std::int32_t>(text.size());) {
        const auto begin = i;
        UChar32 code = 0;
        U8_NEXT(bytes, i, static_cast<std::int32_t>(text.size()), code);
        visit(
            code, text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(i - begin))
        );
    }
}

} // namespace

std::string plain_letters(std::string_view lower)
{
    std::string out;
    each_letter(lower, [&](UChar32 code, std::string_view bytes) {
        const auto found = shapes().find(code);
        if (found == shapes().end()) {
            out += bytes;
        } else {
            out += found->second.plain;
        }
    });
    return out;
}

bool has_two_tones(std::string_view lower_word)
{
    int tones = 0;
    each_letter(lower_word, [&](UChar32 code, std::string_view) {
        const auto found = shapes().find(code);
        tones += found != shapes().end() && found->second.toned;
    });
    return tones > 1;
}

std::string upper_first(const std::string& word)
{
    std::string out;
    bool first = true;
    each_letter(word, [&](UChar32, std::string_view bytes) {
        if (!first) {
            out += bytes;
            return;
        }
        first = false;
        out += to_upper(bytes);
    });
    return out;
}

} // namespace tiendo::documents
