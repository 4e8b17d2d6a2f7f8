#include "store/drivers/pool.hpp"

namespace tiendo::store::sql {

Pool::Lease Pool::lend()
{
    std::unique_lock lock(mutex_);
    returned_.wait(lock, [&] { return free_places_ > 0; });
    --free_places_;
    if (!idle_.empty()) {
        auto connection = std::move(idle_.back());
        idle_.pop_back();
        return {*this, std::move(connection)};
    }
    lock.unlock();
    try {
        return {*this, open_()};
    } catch (...) {
        take_back(nullptr);
        throw;
    }
}

void Pool::take_back(std::unique_ptr<Connection> connection)
{
    {
        const std::lock_guard lock(mutex_);
        ++free_places_;
        if (connection && connection->is_usable()) idle_.push_back(std::move(connection));
    }
    returned_.notify_one();
}

} // namespace tiendo::store::sql
