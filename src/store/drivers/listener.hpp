#pragma once

#include <functional>
#include <memory>
#include <string>
#include <thread>

namespace tiendo::store::sql {

/// Hears what Connection::announce() says in any process, on a connection of its own, and connects
/// again when that is lost. `wake` is called, in a thread of the listener, after each announcement
/// and after each time that it connected: what was said meanwhile was not heard.
class Listener {
public:
    Listener(std::string url, std::function<void()> wake);
    ~Listener();
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

private:
    void run();
    bool is_stopped_within(int milliseconds) const;

    std::string url_;
    std::function<void()> wake_;
    int stop_; ///< becomes readable when the thread shall end
    std::thread thread_;
};

} // namespace tiendo::store::sql
