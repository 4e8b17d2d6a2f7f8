#include "base/result.hpp"
#include "store/drivers/database.hpp"
#include "store/drivers/libpq.hpp"
#include "store/drivers/schema.hpp"

#include <array>
#include <charconv>
#include <cstring>
#include <map>
#include <unordered_map>
#include <utility>

namespace tiendo::store::sql {
namespace {

/// Type numbers of PostgreSQL's catalogue (pg_type.dat); they never change.
constexpr Oid oid_bool = 16;
constexpr Oid oid_bytea = 17;
constexpr Oid oid_int8 = 20;
constexpr Oid oid_int2 = 21;
constexpr Oid oid_int4 = 23;

struct Finish {
    void operator()(PGconn* connection) const { libpq().finish(connection); }
};

struct Clear {
    void operator()(PGresult* result) const { libpq().clear(result); }
};
using Answer = std::unique_ptr<PGresult, Clear>;

/// What libpq wants of parameters: numbers and text as C strings, bytes as they are.
class Parameters {
public:
    explicit Parameters(const Values& values)
    {
        numbers_.reserve(values.size());
        for (const auto& value : values)
            add(value);
    }

    int count() const { return static_cast<int>(data_.size()); }
    const char* const* data() const { return data_.data(); }
    const int* sizes() const { return sizes_.data(); }
    const int* formats() const { return formats_.data(); }

private:
    void add(const Value& value)
    {
        const auto& content = value.content();
        if (const auto* number = std::get_if<std::int64_t>(&content)) {
            numbers_.push_back(std::to_string(*number));
            add(numbers_.back().c_str(), 0, 0);
        } else if (const auto* text = std::get_if<std::string>(&content)) {
            add(text->c_str(), 0, 0);
        } else if (const auto* bytes = std::get_if<Bytes>(&content)) {
            add(bytes->data.data(), static_cast<int>(bytes->data.size()), 1);
        } else {
            add(nullptr, 0, 0);
        }
    }

    void add(const char* data, int size, int format)
    {
        data_.push_back(data);
        sizes_.push_back(size);
        formats_.push_back(format);
    }

    std::vector<std::string> numbers_;
    std::vector<const char*> data_;
    std::vector<int> sizes_;
    std::vector<int> formats_;
};

Value column_value(const PGresult* result, int row, int column)
{
    if (libpq().is_null(result, row, column) == 1) return {};
    const std::string_view text(
        libpq().value_of(result, row, column),
        static_cast<std::size_t>(libpq().length_of(result, row, column))
    );
    switch (libpq().type_of(result, column)) {
    case oid_bool:
        return text == "t";
    case oid_int2:
    case oid_int4:
    case oid_int8: {
        std::int64_t number = 0;
        std::from_chars(text.data(), text.data() + text.size(), number);
        return number;
    }
    case oid_bytea: {
        std::size_t size = 0;
        auto* bytes =
            libpq().unescape_bytes(reinterpret_cast<const unsigned char*>(text.data()), &size);
        if (bytes == nullptr) throw Fault("PostgreSQL: no memory for bytes");
        Bytes content{std::string(reinterpret_cast<const char*>(bytes), size)};
        libpq().free_memory(bytes);
        return content;
    }
    default:
        return text;
    }
}

/// The schema is written in the words of SQLite's strict tables (see SchemaStep).
std::string in_words_of_postgres(std::string_view schema)
{
    static const std::map<std::string_view, std::string_view> words{
        {"INTEGER", "BIGINT"}, {"BLOB", "BYTEA"}, {"TEXT", "TEXT COLLATE \"C\""}, {"STRICT", ""}
    };
    std::string translated;
    for (std::size_t at = 0; at < schema.size();) {
        auto end = at;
        while (end < schema.size() && schema[end] >= 'A' && schema[end] <= 'Z')
            ++end;
        const auto word = schema.substr(at, std::max<std::size_t>(end - at, 1));
        const auto known = words.find(word);
        translated += known == words.end() ? word : known->second;
        at += word.size();
    }
    return translated;
}

class PostgresConnection final : public Connection {
public:
    explicit PostgresConnection(const std::string& url);

    void begin(Access access) override;
    void commit() override { run("COMMIT"); }
    void rollback() noexcept override;
    void announce() override { run("NOTIFY tiendo_change"); }
    void apply(const SchemaStep& step) override { run(in_words_of_postgres(step.text()).c_str()); }
    bool is_usable() const override
    {
        return libpq().status(connection_.get()) == CONNECTION_OK &&
               libpq().transaction_status(connection_.get()) == PQTRANS_IDLE;
    }

private:
    void do_each(Sql statement, const Values& values, const std::function<void(const Row&)>& use)
        override;
    std::int64_t do_execute(Sql statement, const Values& values) override;
    void do_execute_all(Sql statement, const std::vector<Values>& rows) override;

    void send(const std::string& name, const Values& values, const char* doing);
    void take_answers(std::size_t count, const char* doing);
    const std::string& prepared(Sql statement);
    void set_up();
    void run(const char* text);
    [[noreturn]] void fail(const char* doing) const;
    static void check(const Answer& answer, const char* doing);
    std::int64_t stream(Sql statement, const std::function<void(const Row&)>& use);

    std::unique_ptr<PGconn, Finish> connection_;
    std::unordered_map<std::string_view, std::string> statements_;
};

PostgresConnection::PostgresConnection(const std::string& url)
    : connection_(libpq().connect(url.c_str()))
{
    if (libpq().status(connection_.get()) != CONNECTION_OK) fail("connect");
    set_up();
}

void PostgresConnection::set_up()
{
    libpq().set_notice_processor(connection_.get(), [](void*, const char*) {}, nullptr);
    if (libpq().set_encoding(connection_.get(), "UTF8") != 0) fail("set the encoding");
    run("SET application_name = 'tiendo'");
    // A server tuned to forget the last second would forget acknowledged reports.
    run("SELECT set_config('synchronous_commit', 'on', false) "
        "WHERE current_setting('synchronous_commit') = 'off'");
}

void PostgresConnection::fail(const char* doing) const
{
    throw Fault(
        std::string("PostgreSQL, ") + doing + ": " + libpq().error_message(connection_.get())
    );
}

void PostgresConnection::check(const Answer& answer, const char* doing)
{
    switch (libpq().result_status(answer.get())) {
    case PGRES_COMMAND_OK:
    case PGRES_TUPLES_OK:
    case PGRES_SINGLE_TUPLE:
        return;
    default:
        throw Fault(
            std::string("PostgreSQL, ") + doing + ": " + libpq().result_error(answer.get())
        );
    }
}

void PostgresConnection::run(const char* text)
{
    const Answer answer(libpq().exec(connection_.get(), text));
    check(answer, text);
}

const std::string& PostgresConnection::prepared(Sql statement)
{
    const auto found = statements_.find(statement.text());
    if (found != statements_.end()) return found->second;
    auto name = "s" + std::to_string(statements_.size());
    const Answer answer(
        libpq().prepare(connection_.get(), name.c_str(), statement.c_str(), 0, nullptr)
    );
    check(answer, statement.c_str());
    return statements_.emplace(statement.text(), std::move(name)).first->second;
}

void PostgresConnection::do_each(
    Sql statement, const Values& values, const std::function<void(const Row&)>& use
)
{
    send(prepared(statement), values, statement.c_str());
    libpq().set_single_row_mode(connection_.get());
    stream(statement, use);
}

std::int64_t PostgresConnection::do_execute(Sql statement, const Values& values)
{
    const auto& name = prepared(statement);
    const Parameters parameters(values);
    const Answer answer(libpq().exec_prepared(
        connection_.get(),
        name.c_str(),
        parameters.count(),
        parameters.data(),
        parameters.sizes(),
        parameters.formats(),
        0
    ));
    check(answer, statement.c_str());
    return std::strtoll(libpq().cmd_tuples(answer.get()), nullptr, 10);
}

void PostgresConnection::send(const std::string& name, const Values& values, const char* doing)
{
    const Parameters parameters(values);
    const int is_sent = libpq().send_prepared(
        connection_.get(),
        name.c_str(),
        parameters.count(),
        parameters.data(),
        parameters.sizes(),
        parameters.formats(),
        0
    );
    if (is_sent == 0) fail(doing);
}

void PostgresConnection::do_execute_all(Sql statement, const std::vector<Values>& rows)
{
    // The answers to so many statements fit into what the lines hold by themselves, so that the
    // server never waits for us to read them while we wait for it to read.
    constexpr std::size_t at_once = 64;
    const auto& name = prepared(statement);
    if (libpq().enter_pipeline(connection_.get()) == 0) fail(statement.c_str());
    for (std::size_t from = 0; from < rows.size(); from += at_once) {
        const auto count = std::min(at_once, rows.size() - from);
        for (std::size_t i = 0; i < count; ++i)
            send(name, rows[from + i], statement.c_str());
        if (libpq().pipeline_sync(connection_.get()) == 0) fail(statement.c_str());
        take_answers(count, statement.c_str());
    }
    if (libpq().exit_pipeline(connection_.get()) == 0) fail(statement.c_str());
}

/// Of statements sent together: an answer and an end for each, then the mark where they end. What
/// stands behind a statement that failed was not executed.
void PostgresConnection::take_answers(std::size_t count, const char* doing)
{
    std::optional<Fault> trouble;
    for (std::size_t i = 0; i < count; ++i) {
        while (const Answer answer{libpq().next_result(connection_.get())}) {
            const auto status = libpq().result_status(answer.get());
            if (trouble || status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) continue;
            trouble.emplace(
                std::string("PostgreSQL, ") + doing + ": " + libpq().result_error(answer.get())
            );
        }
        if (libpq().status(connection_.get()) != CONNECTION_OK) fail(doing);
    }
    const Answer mark(libpq().next_result(connection_.get()));
    if (!trouble && libpq().result_status(mark.get()) != PGRES_PIPELINE_SYNC) fail(doing);
    if (!trouble) return;
    libpq().exit_pipeline(connection_.get());
    throw Fault(std::move(*trouble));
}

/// Hands on row by row, so that a table larger than the memory can be copied.
std::int64_t PostgresConnection::stream(Sql statement, const std::function<void(const Row&)>& use)
{
    std::int64_t rows = 0;
    std::exception_ptr trouble;
    while (const Answer answer{libpq().next_result(connection_.get())}) {
        if (trouble) continue;
        try {
            check(answer, statement.c_str());
            for (int row = 0; row < libpq().tuples(answer.get()); ++row, ++rows) {
                Values found;
                for (int i = 0; i < libpq().fields(answer.get()); ++i) {
                    found.push_back(column_value(answer.get(), row, i));
                }
                use(Row(std::move(found)));
            }
        } catch (...) {
            trouble = std::current_exception();
        }
    }
    if (trouble) std::rethrow_exception(trouble);
    return rows;
}

void PostgresConnection::begin(Access access)
{
    // A server that was restarted since the last use has dropped the line; nothing has been said on
    // it yet, so a second attempt is safe.
    const Answer probe(libpq().exec(connection_.get(), "BEGIN"));
    if (libpq().result_status(probe.get()) != PGRES_COMMAND_OK) {
        libpq().reset(connection_.get());
        if (libpq().status(connection_.get()) != CONNECTION_OK) fail("connect again");
        statements_.clear();
        set_up();
        run("BEGIN");
    }
    if (access == Access::read) {
        run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
    } else {
        // One writer at a time, as with the embedded database: what a use case has read stays true
        // until it commits, and the chain of the journal has one end. The number is any that no
        // other program uses in this database.
        run("SELECT pg_advisory_xact_lock(8461736)");
    }
}

void PostgresConnection::rollback() noexcept
{
    const Answer answer(libpq().exec(connection_.get(), "ROLLBACK"));
}

} // namespace

std::unique_ptr<Database> postgres_database(const std::string& url)
{
    const auto open = [url] { return std::make_unique<PostgresConnection>(url); };
    auto database = std::make_unique<Database>(open, open);
    database->set_listen([url](std::function<void()> wake) {
        return std::make_unique<Listener>(url, std::move(wake));
    });
    return database;
}

} // namespace tiendo::store::sql
