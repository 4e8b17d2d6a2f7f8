#include "app/admin/passwords.hpp"
#include "app/admin/sample_people.hpp"
#include "app/world/sample_world.hpp"
#include "cli/commands.hpp"

#include <future>
#include <map>

namespace tiendo::cli {

namespace {

/// One password for all, but a salt for each; hashed side by side, as that takes the longest.
std::map<std::string, std::string> sample_hashes()
{
    std::map<std::string, std::future<std::string>> running;
    for (const auto& login : app::sample_logins())
        running[login] = std::async(std::launch::async, app::hash_password, app::sample_password);
    std::map<std::string, std::string> hashes;
    for (auto& [login, hash] : running)
        hashes[login] = hash.get();
    return hashes;
}

Result<Done> fill_with_sample(app::Office& office)
{
    app::WorldMaterial material;
    material.document = app::sample_document();
    material.password_hashes = sample_hashes();
    return office.write(operator_actor(), [&](app::Work& work) {
        return app::make_sample_world(work.kept, material);
    });
}

} // namespace

int init(const Surroundings& around, bool with_sample)
{
    auto office = make_office(around.data);
    if (!office) return around.console.refuse(office.error());
    if (with_sample) {
        around.console.note("command.init_filling");
        if (const auto filled = fill_with_sample(*office); !filled)
            return around.console.refuse(filled.error());
    }
    around.console.say("command.init_done", {{"location", around.data.shown()}});
    return exit_done;
}

} // namespace tiendo::cli
