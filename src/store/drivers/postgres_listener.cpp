#include "base/result.hpp"
#include "store/drivers/libpq.hpp"
#include "store/drivers/listener.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace tiendo::store::sql {
namespace {

constexpr int pause_min = 50; // milliseconds before the next attempt to connect
constexpr int pause_max = 5000;

/// One line to the server, as long as it holds.
class Line {
public:
    explicit Line(const std::string& url) : connection_(libpq().connect(url.c_str()))
    {
        is_open_ = libpq().status(connection_) == CONNECTION_OK && says_yes("LISTEN tiendo_change");
    }
    ~Line() { libpq().finish(connection_); }
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    bool is_open() const { return is_open_; }

    /// Waits until something was announced, the line is lost or `stop` becomes readable. Answers
    /// whether something was announced.
    bool hears(int stop)
    {
        std::array<pollfd, 2> waiting{
            pollfd{libpq().socket(connection_), POLLIN, 0}, pollfd{stop, POLLIN, 0}
        };
        if (::poll(waiting.data(), waiting.size(), -1) < 0 || waiting[1].revents != 0) return false;
        is_open_ = libpq().consume_input(connection_) == 1;
        bool heard = false;
        while (PGnotify* said = libpq().notifies(connection_)) {
            libpq().free_memory(said);
            heard = true;
        }
        return heard;
    }

private:
    bool says_yes(const char* statement)
    {
        PGresult* answer = libpq().exec(connection_, statement);
        const bool is_done = libpq().result_status(answer) == PGRES_COMMAND_OK;
        libpq().clear(answer);
        return is_done;
    }

    PGconn* connection_;
    bool is_open_ = false;
};

} // namespace

Listener::Listener(std::string url, std::function<void()> wake)
    : url_(std::move(url)), wake_(std::move(wake)), stop_(::eventfd(0, EFD_CLOEXEC))
{
    ensure(stop_ >= 0, "there is room for one more descriptor");
    thread_ = std::thread([this] { run(); });
}

Listener::~Listener()
{
    const std::uint64_t one = 1;
    ensure(::write(stop_, &one, sizeof one) == sizeof one, "a counter of 0 can be counted up");
    thread_.join();
    ::close(stop_);
}

bool Listener::is_stopped_within(int milliseconds) const
{
    pollfd stop{stop_, POLLIN, 0};
    return ::poll(&stop, 1, milliseconds) > 0;
}

void Listener::run()
{
    auto pause = pause_min;
    do {
        Line line(url_);
        if (!line.is_open()) {
            pause = std::min(pause * 2, pause_max);
            continue;
        }
        pause = pause_min;
        wake_();
        while (line.is_open() && !is_stopped_within(0))
            if (line.hears(stop_)) wake_();
    } while (!is_stopped_within(pause));
}

} // namespace tiendo::store::sql
