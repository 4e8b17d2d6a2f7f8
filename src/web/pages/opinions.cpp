#include "web/pages/opinions.hpp"

#include "app/consolidation/gathered_opinions.hpp"
#include "app/org/directory.hpp"
#include "base/text.hpp"
#include "web/pages/consolidated_paths.hpp"
#include "web/pages/plan_paths.hpp"
#include "web/views/choices.hpp"
#include "web/views/plan_addresses.hpp"
#include "web/visit.hpp"

#include <algorithm>
#include <array>

namespace tiendo::web {
namespace {

/// A part of the form with its name in the address.
struct PartName {
    std::string_view part;
    std::string_view address;
};
constexpr std::array part_names{
    PartName{"strengths", "uu-diem"},
    PartName{"shortcomings", "ton-tai"},
    PartName{"causes", "nguyen-nhan"},
    PartName{"direction", "phuong-huong"},
    PartName{"proposals", "kien-nghi"},
};

constexpr std::string_view under_prefix = "under:";
constexpr std::size_t shown_letters = 48;

std::string_view part_in_path(const Request& request)
{
    const auto address = request.path_parameters["part"];
    const auto found = std::ranges::find(part_names, address, &PartName::address);
    return found == part_names.end() ? std::string_view{} : found->part;
}

std::string path_of(const PlanId& plan, const PeriodId& period, std::string_view part)
{
    const auto found = std::ranges::find(part_names, part, &PartName::part);
    return report_path(plan, period, "y-kien/" + std::string(found->address));
}

/// Draws the bullets of one part.
class OpinionsPage {
public:
    OpinionsPage(
        const app::GatheredOpinions& opinions,
        const UnitDirectory& directory,
        const PlanAddresses& addresses,
        const Wording& words
    )
        : opinions_(opinions), directory_(directory), addresses_(addresses), words_(words)
    {
    }

    view::List bullets()
    {
        view::List list;
        int number = 0;
        for (const auto& bullet : opinions_.bullets) {
            ++number;
            view::List merged;
            const auto& sentences = bullet.gathered.sentences;
            for (std::size_t i = 1; i < sentences.size(); ++i)
                merged.emplace_back(sentence(sentences[i]));
            const bool has_merged = !merged.empty();
            auto row = sentence(sentences.front());
            row.set("number", std::to_string(number));
            row.set("words", bullet.words);
            row.set("is_edited", bullet.edited.has_value());
            row.set("computed", bullet.edited ? bullet.computed : std::string());
            row.set(
                "edited_by",
                bullet.edited ? words_.text(
                                    "opinions.edited_by",
                                    {{"person", bullet.edited->by},
                                     {"moment", words_.moment(bullet.edited->at)}}
                                )
                              : std::string()
            );
            row.set("has_merged", has_merged);
            row.set("merged", std::move(merged));
            list.emplace_back(std::move(row));
        }
        return list;
    }

    view::List left_out()
    {
        view::List list;
        for (const auto& one : opinions_.left_out)
            list.emplace_back(sentence(one));
        return list;
    }

private:
    view::Object sentence(const GatheredSentence& one)
    {
        const auto* unit = directory_.find(one.unit);
        const auto id = std::to_string(next_++);
        return {
            {"id", id},
            {"key", one.key},
            {"sentence", one.words},
            {"unit", unit == nullptr ? one.unit.str() : unit->name},
            {"unit_path", addresses_.report(one.unit)},
            {"uses", uses(one)},
            {"label", words_.text("opinions.use_of", {{"number", std::to_string(next_)}})},
        };
    }

    /// Used, left out, or merged under one of the others.
    view::List uses(const GatheredSentence& one) const
    {
        std::vector<view::Choice> choices{
            {"used", words_.text("opinions.used")}, {"left_out", words_.text("opinions.left_out")}
        };
        int number = 0;
        for (const auto& bullet : opinions_.bullets) {
            ++number;
            const auto& head = bullet.gathered.sentences.front();
            if (head.key == one.key) continue;
            choices.push_back(
                {std::string(under_prefix) + head.key,
                 words_.text(
                     "opinions.merged",
                     {{"number", std::to_string(number)}, {"words", beginning_of(head.words)}}
                 )}
            );
        }
        return view::choices(choices, use_of(one));
    }

    /// As it stands in the report: a sentence with the same words as another is merged by itself.
    std::string use_of(const GatheredSentence& one) const
    {
        for (const auto& bullet : opinions_.bullets) {
            const auto& sentences = bullet.gathered.sentences;
            if (sentences.front().key == one.key) return "used";
            if (std::ranges::find(sentences, one.key, &GatheredSentence::key) != sentences.end())
                return std::string(under_prefix) + sentences.front().key;
        }
        return "left_out";
    }

    static std::string beginning_of(const std::string& words)
    {
        std::string beginning;
        for (const auto& word : split(words, ' ')) {
            if (beginning.size() + word.size() > shown_letters) return beginning + " …";
            beginning += (beginning.empty() ? "" : " ") + word;
        }
        return beginning;
    }

    const app::GatheredOpinions& opinions_;
    const UnitDirectory& directory_;
    const PlanAddresses& addresses_;
    const Wording& words_;
    int next_ = 0;
};

Result<app::NewOpinions> opinions_in(const Request& request)
{
    app::NewOpinions opinions;
    opinions.revision = whole_number(request.form["revision"]).value_or(0);
    for (int i = 0; request.form.has("key." + std::to_string(i)); ++i) {
        const auto id = std::to_string(i);
        const std::string key(request.form["key." + id]);
        const auto use = request.form["use." + id];
        GatheredChoice choice;
        if (use == "left_out") {
            choice.use = SentenceUse::left_out;
        } else if (use.starts_with(under_prefix)) {
            choice.use = SentenceUse::merged;
            choice.under = use.substr(under_prefix.size());
        }
        if (const auto place = request.form.find("place." + id);
            place && choice.use == SentenceUse::used && !trim(*place).empty()) {
            const auto number = whole_number(trim(*place));
            choice.place = number && *number > 0 ? *number : -1;
        }
        if (const auto words = request.form.find("words." + id))
            opinions.words[key] = std::string(*words);
        opinions.choices[key] = std::move(choice);
    }
    return opinions;
}

} // namespace

view::List opinion_links(
    const std::vector<std::pair<std::string, int>>& counts,
    const PlanId& plan,
    const PeriodId& period,
    std::string_view here,
    const Wording& words
)
{
    view::List links;
    for (const auto& [part, count] : counts) {
        links.emplace_back(view::Object{
            {"path", path_of(plan, period, part)},
            {"is_here", part == here},
            {"text",
             words.text(
                 "opinions.link",
                 {{"part", words.text("opinions." + part)}, {"count", std::to_string(count)}}
             )}
        });
    }
    return links;
}

Result<Response> get_opinions(Visit& visit, const Request& request)
{
    const auto plan = plan_in_path(request);
    const auto period = period_in_path(request);
    const auto part = part_in_path(request);
    return visit.read([&](app::Work& work) -> Result<Response> {
        auto opinions = TRY(app::gathered_opinions(work, plan, period, part));
        for (auto& bullet : opinions.bullets)
            if (bullet.edited) bullet.edited->by = app::person_named(work, bullet.edited->by);
        const auto directory = app::directory(work);
        const PlanAddresses addresses(plan, period);
        const auto& words = visit.words;
        OpinionsPage page(opinions, directory, addresses, words);
        auto bullets = page.bullets();
        auto left_out = page.left_out();
        const bool is_empty = bullets.empty() && left_out.empty();
        const bool has_left_out = !left_out.empty();
        view::Object data{
            {"title",
             words.text(
                 "opinions.title",
                 {{"part", words.text("opinions." + std::string(part))},
                  {"period", words.period(period)}}
             )},
            {"may_write", may(visit.actor, Right::write_report)},
            {"report_path", report_path(plan, period)},
            {"save_path", path_of(plan, period, part)},
            {"links",
             opinion_links(TRY(app::count_opinions(work, plan, period)), plan, period, part, words)
            },
            {"revision", std::to_string(opinions.revision)},
            {"is_empty", is_empty},
            {"bullets", std::move(bullets)},
            {"has_left_out", has_left_out},
            {"left_out", std::move(left_out)},
            {"is_decided", opinions.revision > 0},
            {"decided",
             opinions.revision == 0 ? std::string()
                                    : words.text(
                                          "opinions.decided",
                                          {{"person", app::person_named(work, opinions.by)},
                                           {"moment", words.moment(opinions.at)}}
                                      )}
        };
        return html(visit.page("opinions", std::move(data)));
    });
}

Result<Response> post_opinions(Visit& visit, const Request& request)
{
    const auto plan = plan_in_path(request);
    const auto period = period_in_path(request);
    const auto part = part_in_path(request);
    const auto opinions = TRY(opinions_in(request));
    TRY(visit.write([&](app::Work& work) {
        return app::choose_opinions(work, plan, period, part, opinions);
    }));
    return see_other(path_of(plan, period, part));
}

} // namespace tiendo::web
