#include "app/world/sample_world.hpp"

#include "app/world/story_acts.hpp"
#include "base/text.hpp"
#include "documents/exchange/plan_json.hpp"
#include "documents/exchange/source_json.hpp"
#include "documents/exchange/unit_json.hpp"
#include "embedded/sample_document.hpp"
#include "embedded/sample_story.hpp"

#include <algorithm>

namespace tiendo::app {
namespace {

constexpr const char* world_setting = "sample_world";
constexpr const char* document_name = "ngoc-hoi-2023.txt";

/// Monday, one working day after the deadline, before the data window closes.
Instant present()
{
    return instant_of({date(2023, 12, 11), 8, 0});
}

Result<Done> keep_units(store::Transaction& kept, const Story& story)
{
    for (const auto& unit : story.units) {
        (void)TRY(kept.units().put(
            {unit.id.str(),
             unit.code,
             unit.parent.str(),
             documents::to_json(unit),
             unit.valid_from,
             unit.valid_to,
             0}
        ));
    }
    for (const auto& link : story.successions)
        kept.units().add({link.from.str(), link.to.str(), link.on});
    return done;
}

std::string roles_text(const std::set<Role>& roles)
{
    std::vector<std::string> names;
    for (const auto role : roles)
        names.emplace_back(name_of(role));
    return join(names, ",");
}

Result<Done>
keep_accounts(store::Transaction& kept, const Story& story, const WorldMaterial& material)
{
    for (const auto& account : story.accounts) {
        store::AccountRecord record;
        record.login = account.login;
        record.name = account.name;
        record.unit = account.unit.str();
        record.roles = roles_text(account.roles);
        const auto hash = material.password_hashes.find(account.login);
        if (hash != material.password_hashes.end()) record.password_hash = hash->second;
        record.created = story.decided_at;
        (void)TRY(kept.accounts().put(record));
    }
    return done;
}

Actor actor_of(const Story& story, const std::string& login)
{
    const auto found = std::ranges::find(story.accounts, login, &StoryAccount::login);
    ensure(found != story.accounts.end(), "whoever acts in the story has an account");
    return {found->login, found->name, found->unit, found->roles};
}

} // namespace

std::vector<std::string> sample_logins()
{
    std::vector<std::string> logins;
    for (const auto& account : read_story().accounts)
        logins.push_back(account.login);
    return logins;
}

NewPlan sample_document()
{
    NewPlan document;
    document.source_name = document_name;
    document.source_bytes = embedded::sample_document(document_name);
    std::vector<documents::NumberedLine> lines;
    for (auto& text : split(document.source_bytes, '\n'))
        lines.push_back({static_cast<int>(lines.size()) + 1, std::move(text)});
    document.source_lines_json = documents::to_json(lines);
    document.reading = documents::parse_plan_json(embedded::sample_story("plan.json")).value();
    return document;
}

Result<Done> make_sample_world(store::Transaction& kept, const WorldMaterial& material)
{
    const auto story = read_story();
    TRY(keep_units(kept, story));
    TRY(keep_accounts(kept, story, material));
    for (const auto& act : acts_of(story, material.document)) {
        Work work{kept, actor_of(story, act.by), act.at};
        TRY(act.act(work));
    }
    kept.settings().put(world_setting, "ngoc-hoi-2023");
    pin_time(kept, present());
    return done;
}

bool is_sample_world(store::Transaction& kept)
{
    return kept.settings().find(world_setting).has_value();
}

} // namespace tiendo::app
