#include "domain/report/report_writer.hpp"

#include "base/number_text.hpp"
#include "base/text.hpp"
#include "domain/report/figure_places.hpp"

namespace tiendo {
namespace {

constexpr char slot_mark = '\x01';

/// How many bytes the first letter takes in UTF-8.
std::size_t first_letter(std::string_view text)
{
    const auto first = static_cast<unsigned char>(text.front());
    return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

bool is_capital(std::string_view letter)
{
    return to_lower(letter) != letter;
}

} // namespace

Run plain(std::string text)
{
    Run run;
    run.text = std::move(text);
    return run;
}

Run sourced(std::string text, std::string source)
{
    Run run;
    run.text = std::move(text);
    run.source = std::move(source);
    return run;
}

Runs sentence(const OfficialWords& say, std::string_view key, const Slots& slots)
{
    WordArguments arguments;
    for (const auto& [name, runs] : slots)
        arguments.emplace_back(name, slot_mark + name + slot_mark);
    Runs result;
    bool is_slot = false;
    for (auto& piece : split(say(key, arguments), slot_mark)) {
        if (is_slot) {
            for (const auto& [name, runs] : slots) {
                if (name == piece) append(result, runs);
            }
        } else if (!piece.empty()) {
            result.push_back(plain(std::move(piece)));
        }
        is_slot = !is_slot;
    }
    return result;
}

std::string count_in_document(const Decimal& count)
{
    const bool has_one_digit = count.is_whole() && count > Decimal{} && count < Decimal(10);
    return (has_one_digit ? "0" : "") + vietnamese_number(count);
}

std::string text_of(const Runs& runs)
{
    std::string text;
    for (const auto& run : runs)
        text += run.text;
    return text;
}

void append(Runs& runs, Runs more)
{
    for (auto& run : more) {
        const bool joins = !runs.empty() && runs.back().source.empty() && run.source.empty() &&
                           runs.back().bold == run.bold && runs.back().italic == run.italic;
        if (joins)
            runs.back().text += run.text;
        else if (!run.text.empty())
            runs.push_back(std::move(run));
    }
}

std::string with_capital(std::string text)
{
    if (text.empty()) return text;
    const auto length = first_letter(text);
    return to_upper(text.substr(0, length)) + text.substr(length);
}

std::string without_capital(std::string text)
{
    if (text.empty()) return text;
    const auto length = first_letter(text);
    if (length < text.size()) {
        const std::string_view rest = std::string_view(text).substr(length);
        if (is_capital(rest.substr(0, first_letter(rest)))) return text;
    }
    return to_lower(text.substr(0, length)) + text.substr(length);
}

std::string without_full_stop(std::string text)
{
    text = squeeze(text);
    while (text.ends_with('.') || text.ends_with(';'))
        text.pop_back();
    return text;
}

void ReportWriter::part(std::string label, std::string_view title_key)
{
    blocks_.emplace_back(Heading{1, std::move(label), to_upper(say(title_key))});
}

void ReportWriter::heading(std::string label, std::string text)
{
    blocks_.emplace_back(Heading{2, std::move(label), std::move(text)});
}

void ReportWriter::leftovers(std::string_view prefix)
{
    for (const auto& [key, text] : material_.texts) {
        if (key.starts_with(prefix) && !written_.contains(key)) bullet(key, {});
    }
}

void ReportWriter::add(std::string key, Runs runs, bool bulleted)
{
    written_.insert(key);
    const auto own = material_.texts.find(key);
    if (own == material_.texts.end()) {
        if (!runs.empty()) blocks_.emplace_back(Paragraph{std::move(runs), bulleted, key});
        return;
    }
    // Each line that the office wrote is a paragraph; none at all leaves the computed one out.
    for (const auto& line : split(own->second, '\n')) {
        if (trim(line).empty()) continue;
        blocks_.emplace_back(Paragraph{with_figures(squeeze(line), material_, say_), bulleted, key}
        );
    }
}

} // namespace tiendo
