#include "app/admin/first_run.hpp"
#include "app/chase/mail_settings.hpp"
#include "cli/commands.hpp"
#include "documents/reading/confined_reader.hpp"
#include "store/verify.hpp"

namespace tiendo::cli {

namespace {

namespace files = std::filesystem;

/// Says each thing that was looked at, and remembers whether one was unsafe.
class Visit {
public:
    explicit Visit(const Console& console) : console_(console) {}

    void see(bool is_well, const char* well_key, const char* ill_key)
    {
        console_.print(
            (is_well ? "  + " : "  ! ") + console_.words.text(is_well ? well_key : ill_key)
        );
        is_well_ = is_well_ && is_well;
    }

    int code() const { return is_well_ ? exit_done : exit_no; }

private:
    const Console& console_;
    bool is_well_ = true;
};

bool is_owners_alone(const files::path& folder)
{
    const auto others = files::perms::group_all | files::perms::others_all;
    return (files::status(folder).permissions() & others) == files::perms::none;
}

} // namespace

int doctor(const Surroundings& around)
{
    Visit visit(around.console);
    visit.see(
        documents::ConfinedReader(reader_program()).works(),
        "command.doctor_reader",
        "command.doctor_no_reader"
    );
    auto store = open_store(around.data, store::Access::read);
    if (!store) return around.console.refuse(store.error());
    if (around.data.database.empty())
        visit.see(
            is_owners_alone(around.data.folder),
            "command.doctor_folder",
            "command.doctor_open_folder"
        );
    visit.see(store::verify(*store).has_value(), "command.doctor_data", "command.doctor_ill_data");
    app::Office office(std::move(store).value(), app::system_time);
    visit.see(app::has_accounts(office), "command.doctor_accounts", "command.doctor_no_accounts");
    visit.see(
        !office.read({}, app::lacks_mail_password), "command.doctor_mail", "mail.password_lacking"
    );
    return visit.code();
}

} // namespace tiendo::cli
