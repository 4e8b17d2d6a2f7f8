#pragma once

#include "base/result.hpp"
#include "store/drivers/listener.hpp"
#include "store/drivers/pool.hpp"

#include <filesystem>
#include <memory>
#include <string>

namespace tiendo::store::sql {

/// One database, with the connections that this process has to it.
class Database {
public:
    /// Readers that work at the same time; more than the server has worker threads helps nobody.
    static constexpr std::size_t readers_max = 8;

    Database(Pool::Open open_writer, Pool::Open open_reader)
        : writer_(std::move(open_writer), 1),
          readers_(std::make_unique<Pool>(std::move(open_reader), readers_max))
    {
    }
    /// A database in memory is there for its one connection only: readers take turns with the
    /// writer.
    explicit Database(Pool::Open open_only) : writer_(std::move(open_only), 1) {}

    Pool::Lease lend(Access access)
    {
        return access == Access::read && readers_ ? readers_->lend() : writer_.lend();
    }

    /// Who wants to hear at once what other processes announce (Connection::announce).
    using Listen = std::function<std::unique_ptr<Listener>(std::function<void()> wake)>;
    void set_listen(Listen listen) { listen_ = std::move(listen); }
    /// null where the database cannot tell.
    std::unique_ptr<Listener> listen(std::function<void()> wake) const
    {
        return listen_ ? listen_(std::move(wake)) : nullptr;
    }

private:
    Pool writer_;
    std::unique_ptr<Pool> readers_{};
    Listen listen_{};
};

std::unique_ptr<Database> sqlite_database(const std::filesystem::path& file);
std::unique_ptr<Database> sqlite_database_in_memory();
/// A single file without a log beside it, for copies.
std::unique_ptr<Database> sqlite_copy(const std::filesystem::path& file);
std::unique_ptr<Database> postgres_database(const std::string& url);

} // namespace tiendo::store::sql
