#include "documents/reading/read_annexes.hpp"

#include "base/text.hpp"
#include "documents/text/pieces.hpp"
#include "documents/text/words.hpp"

#include <algorithm>
#include <map>

namespace tiendo::documents {

namespace {

/// "Phụ lục II", "Phụ lục số 01": the number as a key, "" where there is none.
std::string number_after(const Words& words, std::size_t i)
{
    if (words.is(i, "số")) ++i;
    if (words.is_number(i)) {
        auto digits = std::string(words.written(i));
        digits.erase(0, digits.find_first_not_of('0'));
        return digits;
    }
    const auto written = words.written(i);
    static const std::map<std::string_view, std::string_view> numerals{
        {"I", "1"},
        {"II", "2"},
        {"III", "3"},
        {"IV", "4"},
        {"V", "5"},
        {"VI", "6"},
        {"VII", "7"},
        {"VIII", "8"},
        {"A", "A"},
        {"B", "B"}
    };
    const auto found = numerals.find(written);
    return found == numerals.end() ? std::string{} : std::string(found->second);
}

/// An annex of another document is no annex of this one.
bool belongs_elsewhere(const Words& words, std::size_t i)
{
    for (auto k = i; k < i + 10 && k < words.size(); ++k) {
        for (const auto* other : {"nghị", "thông", "luật"}) {
            if (words.is(k, other) && words.is_capitalised(k)) return true;
        }
        if (words.is(k, ".") || words.is(k, ";") || words.is(k, ")")) return false;
    }
    return false;
}

/// "DANH SÁCH TRỰC CHỈ HUY" over "(Phụ lục kèm theo Kế hoạch này)".
bool names_annex_above(const Paragraph& heading, const Paragraph& note)
{
    const Words words{note.text};
    return words.is(0, "(") && words.is(1, "phụ") && words.is(2, "lục") &&
           words.is(words.size() - 1, ")") && is_upper_case(heading.text);
}

/// Where "Phụ lục", "Phụ biểu" or "Biểu" ends; where it begins if it is none of them.
std::size_t name_end(const Words& words, std::size_t i)
{
    if (words.is(i, "phụ") && (words.is(i + 1, "lục") || words.is(i + 1, "biểu"))) return i + 2;
    const bool form = words.is(i, "biểu") && !(i > 0 && words.is(i - 1, "phụ"));
    return form && (words.is(i + 1, "số") || words.is_number(i + 1)) ? i + 1 : i;
}

/// The number, with a letter that tells "Biểu số 01" from "Phụ lục 1".
std::string key_of(const Words& words, std::size_t i, std::size_t behind)
{
    auto number = number_after(words, behind);
    const bool form = words.is(i, "biểu") || words.is(i + 1, "biểu");
    return form && !number.empty() ? "b" + number : number;
}

/// "Biểu số 01 kèm theo": others are captions of tables.
bool attached_at(const Words& words, std::size_t i)
{
    return words.is(i, "kèm") || words.is(i, "đính") || words.is(i, "ban");
}

struct Mention {
    std::string number{};
    LineRange lines{};
    std::string quote{};
};

class Collector {
public:
    void cite(const Paragraph& paragraph)
    {
        const Words words{paragraph.text};
        for (std::size_t i = 0; i + 1 < words.size(); ++i) {
            const auto behind = name_end(words, i);
            if (behind == i || belongs_elsewhere(words, behind)) continue;
            auto end = behind;
            if (words.is(end, "số")) ++end;
            const auto number = key_of(words, i, behind);
            if (!number.empty()) ++end;
            if (words.is(i, "biểu") && !attached_at(words, end)) continue;
            if (words.is(end, "kèm") || words.is(end, "đính")) end += 2;
            const auto known = std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) {
                return m.number == number;
            });
            if (!known)
                mentions.push_back({number, paragraph.lines, std::string(words.written(i, end))});
        }
    }

    /// `first` is the word "phụ" of the annex's own heading.
    void hold(const Paragraph& paragraph, std::size_t first)
    {
        const Words words{paragraph.text};
        present.push_back(key_of(words, first, name_end(words, first)));
    }

    std::vector<Mention> mentions;
    std::vector<std::string> present;
};

} // namespace

AnnexCount read_annexes(
    const DocumentText& document,
    const Parts& parts,
    std::size_t tasks_without_lead,
    FindingList& findings
)
{
    Collector collector;
    for (const auto& paragraph : parts.preamble)
        collector.cite(paragraph);
    const Paragraph* before = nullptr;
    for (const auto& block : parts.body) {
        const auto* paragraph = std::get_if<Paragraph>(&block);
        if (paragraph == nullptr) continue;
        begins_annex(paragraph->text) ? collector.hold(*paragraph, 0) : collector.cite(*paragraph);
        if (before != nullptr && names_annex_above(*before, *paragraph))
            collector.hold(*paragraph, 1);
        before = paragraph;
    }
    auto& mentions = collector.mentions;
    // "phụ lục" without a number is one of the numbered ones where there are such.
    const bool numbered = std::any_of(mentions.begin(), mentions.end(), [](const Mention& m) {
        return !m.number.empty();
    });
    if (numbered) std::erase_if(mentions, [](const Mention& m) { return m.number.empty(); });
    for (const auto& mention : mentions) {
        const auto& present = collector.present;
        const bool held =
            std::any_of(present.begin(), present.end(), [&](const std::string& number) {
                return mention.number.empty() || number == mention.number ||
                       (number.empty() && present.size() == 1 && mentions.size() == 1);
            });
        if (held) continue;
        const auto line = line_holding(document, mention.lines, mention.quote);
        findings.add(
            tasks_without_lead > 0 ? "annex_missing.tasks" : "annex_missing",
            {line, line},
            {{"annex", mention.quote}, {"count", std::to_string(tasks_without_lead)}}
        );
    }
    return {static_cast<int>(mentions.size()), static_cast<int>(collector.present.size())};
}

} // namespace tiendo::documents
