#include "app/world/sample_world.hpp"

#include "app/org/unit_records.hpp"
#include "app/world/story_acts.hpp"
#include "base/text.hpp"
#include "documents/exchange/plan_json.hpp"
#include "documents/exchange/source_json.hpp"
#include "documents/reading/read_document.hpp"
#include "documents/reading/read_plan.hpp"
#include "embedded/sample_document.hpp"

#include <algorithm>
#include <array>

namespace tiendo::app {
namespace {

constexpr const char* world_setting = "sample_world";
constexpr const char* document_name = "ngoc-hoi-2023.txt";
constexpr int hour_of_arrival = 8;

/// When the office's own report is due, and the day after the communes were reorganised.
const std::array story_days{date(2023, 12, 15), date(2025, 7, 2)};

/// Monday, one working day after the deadline, before the data window closes.
Instant present()
{
    return instant_of({date(2023, 12, 11), 8, 0});
}

Result<Done> keep_units(store::Transaction& kept, const Story& story)
{
    for (const auto& unit : story.units)
        (void)TRY(kept.units().put(record_from(unit, 0)));
    for (const auto& link : story.successions)
        kept.units().add(record_from(link));
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
keep_account(store::Transaction& kept, const StoryAccount& account, const std::string& hash)
{
    auto record = kept.accounts().get(account.login);
    auto wanted = record ? std::move(record).value() : store::AccountRecord{};
    wanted.login = account.login;
    wanted.name = account.name;
    wanted.unit = account.unit.str();
    wanted.roles = roles_text(account.roles);
    wanted.disabled = false;
    wanted.must_change = false;
    if (wanted.password_hash.empty()) wanted.password_hash = hash;
    if (wanted.revision == 0) wanted.created = present();
    (void)TRY(kept.accounts().put(wanted));
    return done;
}

/// Those that came into the world while somebody played in it are of no unit any more.
Result<Done> disable_others(store::Transaction& kept, const Story& story)
{
    for (auto& record : kept.accounts().all()) {
        if (std::ranges::find(story.accounts, record.login, &StoryAccount::login) !=
            story.accounts.end())
            continue;
        record.disabled = true;
        (void)TRY(kept.accounts().put(record));
        kept.sessions().close_all_of(record.login);
    }
    return done;
}

Result<Done>
keep_accounts(store::Transaction& kept, const Story& story, const WorldMaterial& material)
{
    for (const auto& account : story.accounts) {
        const auto hash = material.password_hashes.find(account.login);
        TRY(keep_account(
            kept, account, hash == material.password_hashes.end() ? std::string{} : hash->second
        ));
    }
    return disable_others(kept, story);
}

Result<Done> require_sample_world(Work& work)
{
    TRY(require(work, Right::signed_in));
    if (!is_sample_world(work.kept)) return refuse(Refusal::not_found, "world.none");
    return done;
}

/// The document as it was read when the world was first made.
Result<NewPlan> document_kept(Work& work)
{
    const PlanId first("1");
    NewPlan document;
    document.source_name = TRY(plan_summary(work, first)).source_name;
    const auto number = TRY(number_of(first));
    document.source_bytes = TRY(work.kept.plans().source_bytes(number));
    const auto kept = TRY(work.kept.plans().get(number));
    document.source_lines_json = kept.source.lines;
    document.reading = TRY(documents::parse_plan_json(kept.reading));
    return document;
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
    // Our own file, so it is read here and not by the confined process.
    auto text = documents::read_document(document.source_bytes, document_name).value();
    document.source_lines_json = documents::to_json(text.source);
    document.reading = documents::read_plan(std::move(text)).value();
    return document;
}

Result<Done> make_sample_world(store::Transaction& kept, const WorldMaterial& material)
{
    const auto story = read_story();
    kept.settings().put(world_setting, "ngoc-hoi-2023");
    pin_time(kept, present()); // what is written below is marked as invented from the first word
    TRY(keep_units(kept, story));
    TRY(keep_accounts(kept, story, material));
    for (const auto& act : acts_of(story, material.document)) {
        Work work{kept, actor_of(story, act.by), act.at};
        TRY(act.act(work));
    }
    return done;
}

bool is_sample_world(store::Transaction& kept)
{
    return kept.settings().find(world_setting).has_value();
}

Result<Done> restart_sample_world(Work& work)
{
    TRY(require_sample_world(work));
    WorldMaterial material;
    material.document = TRY(document_kept(work));
    work.kept.tables().clear({"account", "session", "one_time_code", "login_attempt"});
    TRY(make_sample_world(work.kept, material));
    work.now = present();
    return done;
}

std::vector<Date> days_ahead(const Work& work)
{
    std::vector<Date> days;
    for (const auto& day : story_days)
        if (local_time(work.now).day < day) days.push_back(day);
    return days;
}

Result<Done> go_to_day(Work& work, Date day)
{
    TRY(require_sample_world(work));
    const auto arrival = instant_of({day, hour_of_arrival, 0});
    if (!day.ok() || arrival <= work.now)
        return refuse(Refusal::conflict, "world.not_backwards", {}, "day");
    work.now = arrival;
    pin_time(work.kept, arrival);
    record(work, "world.travelled", {{}, {}, {}, iso_date(day)});
    return done;
}

} // namespace tiendo::app
