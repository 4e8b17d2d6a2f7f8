#pragma once

#include <boost/asio.hpp>
#include <boost/beast.hpp>

#include <chrono>
#include <memory>
#include <utility>

namespace tiendo::web {

/// A socket with one deadline. Beast's own stream closes the socket when it expires, and then no
/// 408 can be written; this one only cancels. All of a connection runs on one thread.
class Connection : public std::enable_shared_from_this<Connection> {
public:
    explicit Connection(boost::asio::ip::tcp::socket taken)
        : socket(std::move(taken)), timer_(socket.get_executor())
    {
    }

    void expires_after(std::chrono::steady_clock::duration time)
    {
        timer_.expires_after(time);
        expired = false;
        timer_.async_wait([self = shared_from_this(),
                           round = ++round_](boost::system::error_code error) {
            if (error || round != self->round_) return;
            self->expired = true;
            self->cancel();
        });
    }

    void expires_never()
    {
        ++round_;
        timer_.cancel();
    }

    void cancel()
    {
        boost::system::error_code ignored;
        socket.cancel(ignored); // NOLINT(bugprone-unused-return-value)
    }

    boost::asio::ip::tcp::socket socket;
    boost::beast::flat_buffer buffer{64u << 10};
    bool expired = false;
    bool is_idle = true;
    bool is_new = true;

private:
    boost::asio::steady_timer timer_;
    unsigned round_ = 0;
};

} // namespace tiendo::web
