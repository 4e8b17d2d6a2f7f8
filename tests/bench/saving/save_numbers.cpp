// save_numbers HOST PORT RATE CONNECTIONS PERIOD MEASURES: saves numbers of drafts in an open loop,
// whether or not the server keeps up, until its standard input ends. The first two lines of the
// input are the cookie and the form token of somebody who signed in, the others are units. Prints
// how many were kept, late and refused.
//
// A program of its own, in C++: a load that takes a core of two is measured itself.

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <fmt/format.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <map>
#include <string>
#include <thread>
#include <vector>

namespace {

namespace http = boost::beast::http;
using tcp = boost::asio::ip::tcp;
using Clock = std::chrono::steady_clock;

struct Load {
    std::string host{};
    std::string port{};
    std::string period{};
    std::string cookie{};
    std::string token{};
    int measures = 1;
    double seconds_between = 1; ///< of one connection
};

struct Counts {
    std::atomic<long> kept = 0;
    std::atomic<long> late = 0; ///< begun half a second after they were due
    std::atomic<long> refused = 0;
};

/// One connection, which saves the numbers of its units one after the other.
class Saver {
public:
    Saver(const Load& load, std::vector<std::string> units) : load_(load), units_(std::move(units))
    {
        tcp::resolver resolver(context_);
        boost::asio::connect(socket_, resolver.resolve(load_.host, load_.port));
        socket_.set_option(tcp::no_delay(true));
    }

    void save(const std::atomic<bool>& is_over, Counts& counts)
    {
        const auto began = Clock::now();
        for (std::size_t turn = 0; !is_over; ++turn) {
            const auto due =
                began + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(
                            static_cast<double>(turn) * load_.seconds_between
                        ));
            std::this_thread::sleep_until(due);
            counts.late += Clock::now() - due > std::chrono::milliseconds(500);
            const bool is_kept = put(turn);
            ++(is_kept ? counts.kept : counts.refused);
        }
    }

private:
    bool put(std::size_t turn)
    {
        const auto& unit = units_[turn % units_.size()];
        const auto measure =
            static_cast<int>(turn / units_.size() % static_cast<std::size_t>(load_.measures)) + 1;
        auto& revision = revisions_.try_emplace({unit, measure}, 1).first->second;
        http::request<http::string_body> request(
            http::verb::put,
            fmt::format("/api/v1/drafts/1/{}/{}/items/cell/1-{}", load_.period, unit, measure),
            11
        );
        request.set(http::field::host, load_.host);
        request.set(http::field::cookie, load_.cookie);
        request.set(http::field::content_type, "application/x-www-form-urlencoded");
        request.body() = fmt::format(
            "cell%2F1.{0}%2Fnum={1}&cell%2F1.{0}%2Fden={2}&cell%2F1.{0}%2Frevision={3}&csrf={4}",
            measure,
            turn % 20,
            20 + turn % 50,
            revision,
            load_.token
        );
        request.prepare_payload();
        http::write(socket_, request);
        http::response<http::string_body> answer;
        http::read(socket_, buffer_, answer);
        const bool is_kept = answer.result() == http::status::ok;
        revision += is_kept;
        return is_kept;
    }

    const Load& load_;
    std::vector<std::string> units_;
    std::map<std::pair<std::string, int>, long> revisions_{};
    boost::asio::io_context context_{};
    tcp::socket socket_{context_};
    boost::beast::flat_buffer buffer_{};
};

} // namespace

int main(int argc, char** argv)
{
    if (argc != 7) return 2;
    const std::vector<std::string> words(argv + 1, argv + argc);
    const auto connections = std::stoul(words[3]);
    Load load{
        words[0],
        words[1],
        words[4],
        {},
        {},
        std::stoi(words[5]),
        static_cast<double>(connections) / std::stod(words[2])
    };
    std::getline(std::cin, load.cookie);
    std::getline(std::cin, load.token);
    std::vector<std::vector<std::string>> shares(connections);
    std::string line;
    for (std::size_t n = 0; std::getline(std::cin, line) && !line.empty(); ++n)
        shares[n % connections].push_back(line);

    Counts counts;
    std::atomic<bool> is_over = false;
    std::vector<std::thread> threads;
    for (auto& units : shares)
        threads.emplace_back([&load, &is_over, &counts, own = std::move(units)] {
            Saver(load, own).save(is_over, counts);
        });
    while (std::getline(std::cin, line)) {
    }
    is_over = true;
    for (auto& thread : threads)
        thread.join();
    fmt::print("{} {} {}\n", counts.kept.load(), counts.late.load(), counts.refused.load());
    return EXIT_SUCCESS;
}
