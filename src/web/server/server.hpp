#pragma once

#include "web/server/application.hpp"

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace tiendo::web {

struct ServerOptions {
    std::string address = "127.0.0.1";
    unsigned short port = 8080; ///< 0: any free one
    unsigned io_threads = 2;
    unsigned reading_threads = 8;
    unsigned writing_threads = 4; ///< they take turns at the store
    std::size_t header_bytes_max = 16u << 10;
    std::size_t body_bytes_max = 50u << 20;
    std::size_t connections_max = 12'000;
    std::size_t waiting_requests_max = 1'000;
    std::chrono::milliseconds header_time{10'000};
    std::chrono::milliseconds idle_time{30'000};
    std::chrono::milliseconds stop_time{10'000}; ///< that running requests get when stopping
    bool stops_on_signals = true;                ///< SIGINT, SIGTERM
    std::vector<std::string> trusted_proxies{};  ///< whose X-Forwarded-* are believed
};

/// The HTTP/1.1 server: asynchronous reading and writing, and two fixed pools of threads for the
/// answers, which may block on the database: of requests that only read, and of all others.
class Server {
public:
    /// Binds; throws Fault where the address cannot be had.
    Server(ServerOptions options, Application& application);
    ~Server();

    unsigned short port() const;
    /// Serves until stop() or a signal; running requests are finished first.
    void run();
    /// From any thread.
    void stop();

private:
    class Engine;
    std::unique_ptr<Engine> engine_;
};

} // namespace tiendo::web
