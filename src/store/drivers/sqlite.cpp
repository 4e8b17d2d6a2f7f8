#include "base/result.hpp"
#include "store/broken_store.hpp"
#include "store/drivers/database.hpp"
#include "store/drivers/file.hpp"
#include "store/drivers/schema.hpp"
#include "store/drivers/writing_turn.hpp"

#include <sqlite3.h>

#include <unordered_map>

namespace tiendo::store::sql {
namespace {

/// The log is copied into the database after so many of its pages; SQLite's own default.
constexpr int log_pages_max = 1000;
constexpr int busy_wait_milliseconds = 5000;

/// `alone` is the only connection to its database: one in memory, or a copy that is being made.
enum class Role { writer, reader, alone };

struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

struct Close {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
};

/// Leaves a kept statement ready for its next use, however this one ended.
class Use {
public:
    explicit Use(sqlite3_stmt* statement) : statement_(statement) {}
    ~Use()
    {
        sqlite3_reset(statement_);
        sqlite3_clear_bindings(statement_);
    }
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;

private:
    sqlite3_stmt* statement_;
};

bool means_broken_disk(int code)
{
    switch (code & 0xff) {
    case SQLITE_IOERR:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_CANTOPEN:
        return true;
    default:
        return false;
    }
}

void bind_value(sqlite3_stmt* statement, int place, const Value& value)
{
    const auto& content = value.content();
    if (const auto* number = std::get_if<std::int64_t>(&content)) {
        sqlite3_bind_int64(statement, place, *number);
    } else if (const auto* text = std::get_if<std::string>(&content)) {
        sqlite3_bind_text64(
            statement, place, text->data(), text->size(), SQLITE_STATIC, SQLITE_UTF8
        );
    } else if (const auto* bytes = std::get_if<Bytes>(&content)) {
        // A null pointer would bind NULL, and an empty file is not a missing one.
        const auto* data = bytes->data.empty() ? "" : bytes->data.data();
        sqlite3_bind_blob64(statement, place, data, bytes->data.size(), SQLITE_STATIC);
    }
}

Value column_value(sqlite3_stmt* statement, int column)
{
    const auto type = sqlite3_column_type(statement, column);
    if (type == SQLITE_NULL) return {};
    if (type == SQLITE_INTEGER) return sqlite3_column_int64(statement, column);
    const auto* data = static_cast<const char*>(sqlite3_column_blob(statement, column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
    std::string content = data == nullptr ? std::string() : std::string(data, size);
    if (type == SQLITE_BLOB) return Bytes{std::move(content)};
    return content;
}

class SqliteConnection final : public Connection {
public:
    SqliteConnection(
        const std::string& name, Role role, const std::filesystem::path& lock_file = {}
    );

    void begin(Access access) override;
    void commit() override;
    void rollback() noexcept override;
    void apply(const SchemaStep& step) override;
    std::string damage() override;
    /// A broken writer stays in its pool, so that nobody opens a fresh one in its place.
    bool is_usable() const override { return role_ == Role::writer || !is_broken_; }

private:
    void do_each(Sql statement, const Values& values, const std::function<void(const Row&)>& use)
        override;
    std::int64_t do_execute(Sql statement, const Values& values) override;

    void set_up();
    sqlite3_stmt* prepared(Sql statement);
    void run(const char* text);
    void check(int code, const char* doing);
    void checkpoint_if_due();
    void end_turn() noexcept;

    Role role_;
    std::unique_ptr<WritingTurn> turn_;
    bool has_turn_ = false;
    bool is_broken_ = false;
    int log_pages_ = 0;
    std::unique_ptr<sqlite3, Close> database_;
    std::unordered_map<std::string_view, std::unique_ptr<sqlite3_stmt, Finalize>> statements_;
};

SqliteConnection::SqliteConnection(
    const std::string& name, Role role, const std::filesystem::path& lock_file
)
    : role_(role), turn_(role == Role::writer ? std::make_unique<WritingTurn>(lock_file) : nullptr)
{
    const int mode =
        role == Role::reader ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(
        name.c_str(), &opened, mode | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr
    );
    database_.reset(opened);
    check(code, "open");
    if (turn_) turn_->take();
    has_turn_ = turn_ != nullptr;
    try {
        set_up();
    } catch (...) {
        end_turn();
        throw;
    }
    end_turn();
}

void SqliteConnection::set_up()
{
    sqlite3_busy_timeout(database_.get(), busy_wait_milliseconds);
    sqlite3_db_config(
        database_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, role_ == Role::reader, nullptr
    );
    sqlite3_db_config(database_.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(database_.get(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    run("PRAGMA mmap_size = 0");
    run("PRAGMA foreign_keys = ON");
    // Checkpoints are called for, never made by SQLite itself, which would keep their errors quiet.
    run("PRAGMA wal_autocheckpoint = 0");
    if (role_ == Role::writer) {
        run("PRAGMA journal_mode = WAL");
        run("PRAGMA synchronous = FULL");
        // An upload that turns out to be secret is refused, and leaves no readable bytes behind.
        run("PRAGMA secure_delete = ON");
        sqlite3_wal_hook(
            database_.get(),
            [](void* pages, sqlite3*, const char*, int count) {
                *static_cast<int*>(pages) = count;
                return SQLITE_OK;
            },
            &log_pages_
        );
    }
}

void SqliteConnection::check(int code, const char* doing)
{
    if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) return;
    const auto* said = database_ ? sqlite3_errmsg(database_.get()) : sqlite3_errstr(code);
    const auto message =
        std::string("SQLite, ") + doing + ": " + said + " (" + std::to_string(code) + ")";
    if (role_ == Role::writer && means_broken_disk(code)) {
        is_broken_ = true;
        throw BrokenStore(message);
    }
    if (means_broken_disk(code)) is_broken_ = true;
    throw Fault(message);
}

void SqliteConnection::run(const char* text)
{
    check(sqlite3_exec(database_.get(), text, nullptr, nullptr, nullptr), text);
}

sqlite3_stmt* SqliteConnection::prepared(Sql statement)
{
    if (is_broken_ && role_ == Role::writer) throw BrokenStore("SQLite: the store is broken");
    auto& kept = statements_[statement.text()];
    if (!kept) {
        sqlite3_stmt* made = nullptr;
        const int code = sqlite3_prepare_v3(
            database_.get(),
            statement.c_str(),
            static_cast<int>(statement.text().size()) + 1,
            SQLITE_PREPARE_PERSISTENT,
            &made,
            nullptr
        );
        kept.reset(made);
        check(code, statement.c_str());
    }
    return kept.get();
}

void SqliteConnection::do_each(
    Sql statement, const Values& values, const std::function<void(const Row&)>& use
)
{
    auto* prepared_statement = prepared(statement);
    const Use this_use(prepared_statement);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto name = "$" + std::to_string(i + 1);
        const int place = sqlite3_bind_parameter_index(prepared_statement, name.c_str());
        ensure(place > 0, "every value has its place in the statement");
        bind_value(prepared_statement, place, values[i]);
    }
    const int columns = sqlite3_column_count(prepared_statement);
    for (;;) {
        const int code = sqlite3_step(prepared_statement);
        check(code, statement.c_str());
        if (code == SQLITE_DONE) return;
        Values found;
        found.reserve(static_cast<std::size_t>(columns));
        for (int i = 0; i < columns; ++i)
            found.push_back(column_value(prepared_statement, i));
        use(Row(std::move(found)));
    }
}

std::int64_t SqliteConnection::do_execute(Sql statement, const Values& values)
{
    const auto before = sqlite3_total_changes64(database_.get());
    do_each(statement, values, [](const Row&) {});
    return sqlite3_total_changes64(database_.get()) - before;
}

void SqliteConnection::begin(Access access)
{
    if (is_broken_ && role_ == Role::writer) throw BrokenStore("SQLite: the store is broken");
    if (role_ == Role::alone) {
        run(access == Access::read ? "PRAGMA query_only = ON" : "PRAGMA query_only = OFF");
    }
    if (access == Access::read) return run("BEGIN");
    if (turn_) turn_->take();
    has_turn_ = turn_ != nullptr;
    try {
        run("BEGIN IMMEDIATE");
    } catch (...) {
        end_turn();
        throw;
    }
}

void SqliteConnection::commit()
{
    run("COMMIT");
    checkpoint_if_due();
    end_turn();
}

void SqliteConnection::rollback() noexcept
{
    if (sqlite3_get_autocommit(database_.get()) == 0 &&
        sqlite3_exec(database_.get(), "ROLLBACK", nullptr, nullptr, nullptr) != SQLITE_OK) {
        is_broken_ = true;
    }
    end_turn();
}

void SqliteConnection::checkpoint_if_due()
{
    if (role_ != Role::writer || log_pages_ < log_pages_max) return;
    const int code = sqlite3_wal_checkpoint_v2(
        database_.get(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr
    );
    if (code != SQLITE_BUSY) check(code, "checkpoint");
}

void SqliteConnection::end_turn() noexcept
{
    if (has_turn_) turn_->give_back();
    has_turn_ = false;
}

std::string SqliteConnection::damage()
{
    std::string found;
    each("PRAGMA integrity_check(1)", {}, [&](const Row& row) { found = row.text(0); });
    return found == "ok" ? std::string() : found;
}

void SqliteConnection::apply(const SchemaStep& step)
{
    check(
        sqlite3_exec(database_.get(), std::string(step.text()).c_str(), nullptr, nullptr, nullptr),
        std::string(step.name()).c_str()
    );
}

} // namespace

std::unique_ptr<Database> sqlite_database(const std::filesystem::path& file)
{
    auto open_writer = [file] {
        create_private_file(file);
        return std::make_unique<SqliteConnection>(
            file.string(), Role::writer, file.string() + ".lock"
        );
    };
    auto open_reader = [file] {
        return std::make_unique<SqliteConnection>(file.string(), Role::reader);
    };
    return std::make_unique<Database>(open_writer, open_reader);
}

std::unique_ptr<Database> sqlite_database_in_memory()
{
    return std::make_unique<Database>([] {
        return std::make_unique<SqliteConnection>(":memory:", Role::alone);
    });
}

std::unique_ptr<Database> sqlite_copy(const std::filesystem::path& file)
{
    create_private_file(file);
    return std::make_unique<Database>([file] {
        return std::make_unique<SqliteConnection>(file.string(), Role::alone);
    });
}

} // namespace tiendo::store::sql
