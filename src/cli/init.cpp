#include "app/admin/passwords.hpp"
#include "app/admin/sample_people.hpp"
#include "cli/commands.hpp"

namespace tiendo::cli {

int init(const Surroundings& around, bool with_sample)
{
    auto office = make_office(around.data);
    if (!office) return around.console.refuse(office.error());
    if (with_sample) {
        const auto hash = app::hash_password(app::sample_password);
        const auto made = office->write(operator_actor(), [&](app::Work& work) {
            return app::make_sample_people(work, hash);
        });
        if (!made) return around.console.refuse(made.error());
    }
    around.console.say("command.init_done", {{"location", around.data.shown()}});
    return exit_done;
}

} // namespace tiendo::cli
