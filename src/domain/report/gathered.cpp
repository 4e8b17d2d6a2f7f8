#include "domain/report/gathered.hpp"

#include "base/digest.hpp"
#include "base/text.hpp"
#include "domain/report/report_names.hpp"
#include "domain/report/report_writer.hpp"

#include <algorithm>

namespace tiendo {
namespace {

constexpr std::size_t key_digits = 8;

/// A line is split where a full stop is followed by a capital: "… vùng sâu. Đề nghị …".
std::vector<std::string> sentences_in(const std::string& text)
{
    std::vector<std::string> sentences;
    for (const auto& line : split(text, '\n')) {
        std::string current;
        for (const auto& word : split(squeeze(line), ' ')) {
            const bool ends = current.ends_with('.') && to_lower(word) != word;
            if (ends) sentences.push_back(std::exchange(current, {}));
            current += (current.empty() ? "" : " ") + word;
        }
        if (!current.empty()) sentences.push_back(std::move(current));
    }
    return sentences;
}

int place_of(const std::string& key, const ReportMaterial& material)
{
    const auto found = material.choices.find(key);
    return found == material.choices.end() ? 0 : found->second.place;
}

} // namespace

std::vector<GatheredSentence>
gathered_sentences(const ReportMaterial& material, std::string_view part)
{
    std::vector<GatheredSentence> result;
    for (const auto& reported : material.units) {
        const auto found = reported.answers.narrative.find(std::string(part));
        if (found == reported.answers.narrative.end()) continue;
        for (auto& words : sentences_in(found->second)) {
            const auto digest = sha256_hex(name_key(words)).substr(0, key_digits);
            result.push_back(
                {std::string(part) + "/" + reported.unit.str() + "/" + digest,
                 reported.unit,
                 std::move(words)}
            );
        }
    }
    return result;
}

std::vector<GatheredBullet> gathered_bullets(const ReportMaterial& material, std::string_view part)
{
    std::vector<GatheredBullet> bullets;
    std::vector<GatheredSentence> merged;
    const auto choice_of = [&](const std::string& key) {
        const auto found = material.choices.find(key);
        return found == material.choices.end() ? GatheredChoice{} : found->second;
    };
    for (auto& sentence : gathered_sentences(material, part)) {
        const auto choice = choice_of(sentence.key);
        if (choice.use == SentenceUse::left_out) continue;
        if (choice.use == SentenceUse::merged) {
            merged.push_back(std::move(sentence));
            continue;
        }
        const auto same = std::ranges::find_if(bullets, [&](const GatheredBullet& bullet) {
            return name_key(bullet.sentences.front().words) == name_key(sentence.words);
        });
        if (same != bullets.end()) {
            same->sentences.push_back(std::move(sentence));
        } else {
            const int place = place_of(sentence.key, material);
            bullets.push_back({{std::move(sentence)}, place});
        }
    }
    for (auto& sentence : merged) {
        const auto under = choice_of(sentence.key).under;
        const auto found = std::ranges::find_if(bullets, [&](const GatheredBullet& bullet) {
            return bullet.sentences.front().key == under;
        });
        // Where the bullet is gone, the sentence stands by itself again.
        if (found != bullets.end()) {
            found->sentences.push_back(std::move(sentence));
        } else {
            const int place = place_of(sentence.key, material);
            bullets.push_back({{std::move(sentence)}, place});
        }
    }
    // Those without a place follow the numbered ones in the order of the units.
    std::ranges::stable_sort(bullets, {}, [](const GatheredBullet& bullet) {
        return bullet.place == 0 ? 1'000'000 : bullet.place;
    });
    return bullets;
}

Runs gathered_words(
    const GatheredBullet& bullet, const ReportMaterial& material, const OfficialWords& say
)
{
    std::vector<std::string> parts;
    Runs names;
    std::vector<UnitId> named;
    for (const auto& one : bullet.sentences) {
        auto words = without_full_stop(one.words);
        if (!parts.empty()) words = without_capital(words);
        const bool is_said = std::ranges::any_of(parts, [&](const std::string& part) {
            return name_key(part) == name_key(words);
        });
        if (!is_said) parts.push_back(std::move(words));
        if (std::ranges::find(named, one.unit) != named.end()) continue;
        named.push_back(one.unit);
        if (!names.empty()) append(names, {plain(", ")});
        append(
            names,
            {sourced(
                name_in_document(one.unit, material.directory, say), "report/" + one.unit.str()
            )}
        );
    }
    return sentence(
        say, "gathered.bullet", {{"words", {plain(join(parts, "; "))}}, {"units", names}}
    );
}

} // namespace tiendo
