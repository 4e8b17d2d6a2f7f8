#include "store/copy.hpp"

#include "base/digest.hpp"
#include "store/drivers/database.hpp"
#include "store/drivers/file.hpp"
#include "store/drivers/schema.hpp"
#include "store/store.hpp"

namespace tiendo::store {
namespace {

/// A file that is not there any more when the work is over, whatever came of it.
class PassingFile {
public:
    explicit PassingFile(std::filesystem::path path) : path_(std::move(path)) {}
    ~PassingFile()
    {
        std::error_code trouble;
        std::filesystem::remove(path_, trouble);
    }
    PassingFile(const PassingFile&) = delete;
    PassingFile& operator=(const PassingFile&) = delete;

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

Result<Store> copy_at(const std::filesystem::path& file)
{
    auto database = sql::sqlite_copy(file);
    {
        const auto connection = database->lend(Access::write);
        TRY(sql::bring_up_to_date(*connection, Access::write));
    }
    return Store(std::move(database), Access::write);
}

Result<Done> copy_all(Store& from, Store& to)
{
    return from.read([&](Transaction& source) {
        return to.write([&](Transaction& target) -> Result<Done> {
            if (!target.tables().are_empty()) {
                return refuse(Refusal::conflict, "restore.store_not_empty");
            }
            source.tables().copy_to(target.tables());
            return done;
        });
    });
}

} // namespace

Result<Done> back_up(Store& store, const std::filesystem::path& file)
{
    if (std::filesystem::exists(file)) {
        return refuse(Refusal::conflict, "backup.file_exists", {{"file", file.string()}});
    }
    const PassingFile unfinished(file.string() + "." + random_token(6) + ".part");
    {
        auto copy = TRY(copy_at(unfinished.path()));
        TRY(copy_all(store, copy));
    }
    sql::move_into_place(unfinished.path(), file);
    return done;
}

Result<Done> restore(Store& store, const std::filesystem::path& file)
{
    if (!sql::is_sqlite_file(file)) {
        return refuse(Refusal::unreadable, "restore.not_a_copy", {{"file", file.string()}});
    }
    // An older copy is brought up to date before it is read, and a copy may lie on a disk that
    // cannot be written to.
    const PassingFile working(
        std::filesystem::temp_directory_path() / ("tiendo-restore-" + random_token(12))
    );
    sql::copy_to_private_file(file, working.path());
    auto copy = TRY(copy_at(working.path()));
    return copy_all(copy, store);
}

} // namespace tiendo::store
