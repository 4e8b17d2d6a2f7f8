#pragma once

#include "store/drivers/connection.hpp"

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace tiendo::store::sql {

/// Connections that are opened when first needed and lent to one thread at a time. Who comes when
/// all are lent waits.
class Pool {
public:
    using Open = std::function<std::unique_ptr<Connection>()>;

    Pool(Open open, std::size_t connections_max)
        : open_(std::move(open)), free_places_(connections_max)
    {
    }

    /// A connection on loan; it goes back when the lease ends, unless it has become unusable.
    class Lease {
    public:
        Lease(Pool& pool, std::unique_ptr<Connection> connection)
            : pool_(pool), connection_(std::move(connection))
        {
        }
        ~Lease() { pool_.take_back(std::move(connection_)); }
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;

        Connection& operator*() const { return *connection_; }
        Connection* operator->() const { return connection_.get(); }

    private:
        Pool& pool_;
        std::unique_ptr<Connection> connection_;
    };

    Lease lend();

private:
    void take_back(std::unique_ptr<Connection> connection);

    Open open_;
    std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<Connection>> idle_;
    std::size_t free_places_;
};

} // namespace tiendo::store::sql
