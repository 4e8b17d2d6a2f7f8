#pragma once

#include "store/access.hpp"
#include "store/drivers/statement.hpp"
#include "store/drivers/value.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tiendo::store::sql {

class SchemaStep;

/// A conversation with one database, used by one thread at a time. Statements are prepared once and
/// kept. Trouble is thrown as Fault; on the writing connection of the embedded database an error of
/// the disk is thrown as BrokenStore.
class Connection {
public:
    virtual ~Connection() = default;
    Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Hands on row by row. Meanwhile the connection takes no other statement: `use` only reads.
    void each(Sql statement, const Values& values, const std::function<void(const Row&)>& use);

    /// Answers how many rows were touched.
    std::int64_t execute(Sql statement, const Values& values = {});

    /// The statement once for each row of values, in their order: as if each were executed by
    /// itself, without waiting for the answer to each.
    void execute_all(Sql statement, const std::vector<Values>& rows);

    /// A transaction for reading sees one moment; one for writing waits until it is the only one.
    virtual void begin(Access access) = 0;
    virtual void commit() = 0;
    /// Never throws: a connection that cannot roll back is no longer usable.
    virtual void rollback() noexcept = 0;

    /// Wakes those who listen to the database, in any process, when the transaction is committed;
    /// the embedded database has no such thing.
    virtual void announce() {}

    virtual void apply(const SchemaStep& step) = 0;
    virtual bool is_usable() const = 0;
    /// What the database itself finds wrong with its file; empty if nothing or if it cannot tell.
    virtual std::string damage() { return {}; }

    template <class Read> auto list(Sql statement, const Values& values, Read read)
    {
        std::vector<std::invoke_result_t<Read, const Row&>> found;
        each(statement, values, [&](const Row& row) { found.push_back(read(row)); });
        return found;
    }

    template <class Read> auto find(Sql statement, const Values& values, Read read)
    {
        std::optional<std::invoke_result_t<Read, const Row&>> found;
        each(statement, values, [&](const Row& row) { found.emplace(read(row)); });
        return found;
    }

private:
    virtual void
    do_each(Sql statement, const Values& values, const std::function<void(const Row&)>& use) = 0;
    virtual std::int64_t do_execute(Sql statement, const Values& values) = 0;
    virtual void do_execute_all(Sql statement, const std::vector<Values>& rows);

    bool is_handing_on_ = false;
};

} // namespace tiendo::store::sql
