#include "app/chase/mail_settings.hpp"
#include "cli/commands.hpp"
#include "store/copy.hpp"
#include "store/verify.hpp"

#include <fmt/format.h>

namespace tiendo::cli {

int backup(const Surroundings& around, const std::string& file)
{
    auto store = open_store(around.data, store::Access::read);
    if (!store) return around.console.refuse(store.error());
    const auto copied = store::back_up(*store, file);
    if (!copied) return around.console.refuse(copied.error());
    around.console.say("command.backup_done", {{"file", file}});
    return exit_done;
}

int restore(const Surroundings& around, const std::string& file)
{
    const auto made = make_folder(around.data);
    if (!made) return around.console.refuse(made.error());
    auto store = store::open_store(around.data.location());
    if (!store) return around.console.refuse(store.error());
    const auto filled = store::restore(*store, file);
    if (!filled) return around.console.refuse(filled.error());
    around.console.say("command.restore_done", {{"location", around.data.shown()}});
    app::Office office(std::move(store).value(), app::system_time);
    if (office.read({}, app::lacks_mail_password)) around.console.note("mail.password_lacking");
    return exit_done;
}

int verify(const Surroundings& around)
{
    auto store = open_store(around.data, store::Access::read);
    if (!store) return around.console.refuse(store.error());
    const auto verified = store::verify(*store);
    if (!verified) {
        (void)around.console.refuse(verified.error());
        return exit_no;
    }
    if (around.json)
        around.console.print(fmt::format(
            R"({{"submissions":{},"journal":{},"sources":{},"reports":{}}})",
            verified->submissions,
            verified->journal_entries,
            verified->plan_sources,
            verified->report_versions
        ));
    else
        around.console.say(
            "command.verified",
            {{"submissions", std::to_string(verified->submissions)},
             {"journal", std::to_string(verified->journal_entries)},
             {"sources", std::to_string(verified->plan_sources)},
             {"reports", std::to_string(verified->report_versions)}}
        );
    return exit_done;
}

} // namespace tiendo::cli
