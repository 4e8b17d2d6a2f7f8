#include "cli/data_folder.hpp"

namespace tiendo::cli {

namespace {

namespace files = std::filesystem;

files::path embedded_file(const DataFolder& data)
{
    return data.folder / "tiendo.sqlite";
}

} // namespace

std::string DataFolder::location() const
{
    return database.empty() ? "sqlite:" + embedded_file(*this).string() : database;
}

std::string DataFolder::shown() const
{
    if (database.empty()) return folder.string();
    const auto scheme_end = database.find("://");
    const auto at = database.rfind('@');
    if (scheme_end == std::string::npos || at == std::string::npos) return database;
    return database.substr(0, scheme_end + 3) + "…" + database.substr(at);
}

bool DataFolder::has_store() const
{
    return !database.empty() || files::exists(embedded_file(*this));
}

Result<store::Store> open_store(const DataFolder& data, store::Access access)
{
    if (!data.has_store())
        return refuse(Refusal::not_found, "store.not_there", {{"location", data.shown()}});
    return store::open_store(data.location(), access);
}

Result<app::Office> open_office(const DataFolder& data, store::Access access)
{
    auto store = TRY(open_store(data, access));
    return app::Office(std::move(store), app::system_time, reader_program());
}

Result<Done> make_folder(const DataFolder& data)
{
    if (!data.database.empty()) return done;
    if (data.has_store())
        return refuse(Refusal::unreadable, "command.init_exists", {{"location", data.shown()}});
    files::create_directories(data.folder);
    files::permissions(data.folder, files::perms::owner_all);
    return done;
}

Result<app::Office> make_office(const DataFolder& data)
{
    TRY(make_folder(data));
    auto store = TRY(store::open_store(data.location()));
    return app::Office(std::move(store), app::system_time, reader_program());
}

files::path reader_program()
{
    return files::read_symlink("/proc/self/exe").parent_path() / "tiendo-reader";
}

Actor operator_actor()
{
    return {
        .login = "console",
        .name = "console",
        .unit = {},
        .roles = {Role::admin, Role::monitor},
    };
}

} // namespace tiendo::cli
