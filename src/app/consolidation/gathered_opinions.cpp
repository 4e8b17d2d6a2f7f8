#include "app/consolidation/gathered_opinions.hpp"

#include "base/text.hpp"
#include "documents/exchange/gathered_json.hpp"
#include "documents/writing/official_words.hpp"
#include "domain/report/report_writer.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace tiendo::app {
namespace {

constexpr int place_at_most = 999; // docs/limits.md

bool is_part(std::string_view part)
{
    return std::ranges::find(narrative_parts, part) != narrative_parts.end();
}

Result<GatheredOpinions>
opinions_in(Work& work, const ReportMaterial& material, std::int64_t plan, std::string_view part)
{
    GatheredOpinions opinions;
    auto reports = work.kept.consolidated_reports();
    const auto& period = material.period.id.str();
    if (const auto kept = reports.choices(plan, period, std::string(part))) {
        opinions.choices = TRY(documents::parse_gathered_choices(kept->choices));
        opinions.revision = kept->revision;
        opinions.by = kept->by;
        opinions.at = kept->at;
    }
    std::map<std::string, store::OfficeText> texts;
    for (auto& text : reports.texts(plan, period))
        texts[text.key] = std::move(text);
    std::set<std::string> used;
    for (auto& bullet : gathered_bullets(material, part)) {
        OpinionBullet one;
        for (const auto& sentence : bullet.sentences)
            used.insert(sentence.key);
        one.computed = text_of(gathered_words(bullet, material, documents::official_words));
        one.words = one.computed;
        if (const auto own = texts.find(bullet.key()); own != texts.end()) {
            const auto& text = own->second;
            one.words = text.text;
            one.edited = {
                text.text, text.computed_text, text.reason, text.by, text.at, text.revision
            };
        }
        one.gathered = std::move(bullet);
        opinions.bullets.push_back(std::move(one));
    }
    for (auto& sentence : gathered_sentences(material, part)) {
        if (!used.contains(sentence.key)) opinions.left_out.push_back(std::move(sentence));
    }
    return opinions;
}

/// The sentences that head a bullet with the places that were typed, as they shall follow.
void number_in_order(std::map<std::string, GatheredChoice>& choices, const GatheredOpinions& before)
{
    struct Placed {
        int typed;
        int moved; ///< -1 up, 0 stays, 1 down
        std::string key;
    };
    std::map<std::string, int> shown;
    for (const auto& bullet : before.bullets)
        shown[bullet.gathered.sentences.front().key] = static_cast<int>(shown.size()) + 1;
    std::vector<Placed> placed;
    for (const auto& [key, choice] : choices) {
        if (choice.use != SentenceUse::used || choice.place == 0) continue;
        const auto stood = shown.find(key);
        const int was = stood == shown.end() ? place_at_most + 1 : stood->second;
        placed.push_back({choice.place, choice.place < was ? -1 : choice.place > was ? 1 : 0, key});
    }
    std::ranges::sort(placed, [](const Placed& a, const Placed& b) {
        return std::tie(a.typed, a.moved, a.key) < std::tie(b.typed, b.moved, b.key);
    });
    int next = 0;
    for (const auto& one : placed)
        choices[one.key].place = ++next;
}

/// Where the sentence that others were merged under was itself merged, they go with it.
void follow_merges(std::map<std::string, GatheredChoice>& choices)
{
    for (auto& [key, choice] : choices) {
        std::set<std::string> passed{key};
        while (choice.use == SentenceUse::merged && passed.insert(choice.under).second) {
            const auto head = choices.find(choice.under);
            if (head == choices.end() || head->second.use != SentenceUse::merged) break;
            choice.under = head->second.under;
        }
    }
}

/// A sentence is merged under one that is used and no other.
Result<Done>
check(const std::map<std::string, GatheredChoice>& choices, const GatheredOpinions& now)
{
    std::set<std::string> there;
    for (const auto& bullet : now.bullets)
        for (const auto& sentence : bullet.gathered.sentences)
            there.insert(sentence.key);
    for (const auto& sentence : now.left_out)
        there.insert(sentence.key);
    for (const auto& [key, choice] : choices) {
        if (!there.contains(key)) return refuse(Refusal::conflict, "opinions.gone", {}, key);
        if (choice.place < 0 || choice.place > place_at_most)
            return refuse(
                Refusal::invalid,
                "opinions.place_invalid",
                {{"most", std::to_string(place_at_most)}},
                key
            );
        if (choice.use != SentenceUse::merged) continue;
        const auto head = choices.find(choice.under);
        if (choice.under == key || head == choices.end() || head->second.use != SentenceUse::used)
            return refuse(Refusal::invalid, "opinions.merged_under_none", {}, key);
    }
    return done;
}

Result<Done> put_words(
    Work& work,
    const PlanId& plan,
    const PeriodId& period,
    const GatheredOpinions& before,
    const std::map<std::string, std::string>& words
)
{
    for (const auto& bullet : before.bullets) {
        const auto typed = words.find(bullet.gathered.sentences.front().key);
        if (typed == words.end() || squeeze(typed->second) == squeeze(bullet.words)) continue;
        const auto key = bullet.gathered.key();
        const bool as_computed =
            trim(typed->second).empty() || squeeze(typed->second) == squeeze(bullet.computed);
        if (as_computed) {
            if (bullet.edited) TRY(remove_report_text(work, plan, period, key));
            continue;
        }
        TRY(put_report_text(
            work,
            plan,
            period,
            {key, typed->second, {}, bullet.edited ? bullet.edited->revision : 0}
        ));
    }
    return done;
}

} // namespace

Result<GatheredOpinions>
gathered_opinions(Work& work, const PlanId& plan, const PeriodId& period, std::string_view part)
{
    if (!is_part(part)) return refuse(Refusal::not_found, "opinions.no_such_part");
    const auto material = TRY(report_material(work, plan, period));
    return opinions_in(work, material, TRY(number_of(plan)), part);
}

Result<std::vector<std::pair<std::string, int>>>
count_opinions(Work& work, const PlanId& plan, const PeriodId& period)
{
    const auto material = TRY(report_material(work, plan, period));
    std::vector<std::pair<std::string, int>> counts;
    for (const auto part : narrative_parts)
        counts.emplace_back(
            std::string(part), static_cast<int>(gathered_sentences(material, part).size())
        );
    return counts;
}

Result<Done> choose_opinions(
    Work& work,
    const PlanId& plan,
    const PeriodId& period,
    std::string_view part,
    const NewOpinions& opinions
)
{
    TRY(require(work, Right::write_report));
    const auto before = TRY(gathered_opinions(work, plan, period, part));
    auto now = opinions.choices;
    follow_merges(now);
    TRY(check(now, before));
    number_in_order(now, before);
    // What a unit has taken back for the moment keeps its choice until it comes again.
    auto choices = before.choices;
    for (const auto& [key, choice] : now)
        choices[key] = choice;
    store::GatheredPart kept;
    kept.plan = TRY(number_of(plan));
    kept.period = period.str();
    kept.part = std::string(part);
    kept.choices = documents::to_json(choices);
    kept.by = work.actor.login;
    kept.at = work.now;
    kept.revision = opinions.revision;
    TRY(work.kept.consolidated_reports().put_choices(kept));
    TRY(put_words(work, plan, period, before, opinions.words));
    record(work, "report_opinions.chosen", {plan, period, {}, std::string(part)});
    return done;
}

} // namespace tiendo::app
