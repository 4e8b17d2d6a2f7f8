#pragma once

#include "app/work.hpp"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace tiendo::cli {

/// The thread of a server that reminds by the plans' ladders and empties the outbox. It keeps
/// nothing of its own: what it has done stands in the store, so it may stop at any moment and begin
/// again. Ends with this object.
class Chasing {
public:
    using Log = std::function<void(const std::string&)>;

    Chasing(app::Office& office, Log log);
    ~Chasing();
    Chasing(const Chasing&) = delete;
    Chasing& operator=(const Chasing&) = delete;

private:
    void run();
    void make_round();
    bool is_stopped();

    app::Office& office_;
    Log log_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool is_stopped_ = false;
    std::thread thread_;
};

} // namespace tiendo::cli
