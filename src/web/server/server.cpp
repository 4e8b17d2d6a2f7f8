#include "web/server/server.hpp"

#include "base/result.hpp"
#include "web/server/connection.hpp"
#include "web/server/wire.hpp"

#include <boost/asio.hpp>
#include <boost/beast.hpp>

#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>
#include <optional>
#include <set>
#include <thread>

namespace tiendo::web {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using tcp = asio::ip::tcp;
using Clock = std::chrono::steady_clock;
using ErrorCode = boost::system::error_code;

namespace {

constexpr auto no_throw = asio::as_tuple(asio::use_awaitable);
constexpr auto body_grace = std::chrono::seconds(15);
constexpr double body_bytes_per_second_min = 1024;
constexpr auto write_time_per_chunk = std::chrono::seconds(30);
constexpr std::size_t write_chunk_bytes = 256u << 10;
constexpr auto lingering_time = std::chrono::seconds(2);
constexpr std::size_t lingering_bytes_max = 64u << 20;
constexpr std::size_t first_read_bytes = 4096;
constexpr int gone = -1; ///< in the place of a status: nobody waits for an answer

} // namespace

class Server::Engine {
public:
    Engine(ServerOptions options, Application& application);

    unsigned short port() const { return port_; }
    void run();
    void stop();

private:
    struct Thread {
        asio::io_context context{1};
        asio::executor_work_guard<asio::io_context::executor_type> work{context.get_executor()};
        std::set<std::shared_ptr<Connection>> connections;
    };
    /// What came: a request, or the status that refuses it, or nothing any more.
    struct Incoming {
        std::optional<Request> request{};
        int refusal = 0;
        bool keep_alive = false;
        bool is_head = false;
    };

    asio::awaitable<void> accept();
    asio::awaitable<void> serve(Thread& thread, std::shared_ptr<Connection> connection);
    asio::awaitable<Incoming> receive(std::shared_ptr<Connection> connection);
    asio::awaitable<int> receive_head(Connection& connection, Parser& parser);
    asio::awaitable<int> receive_body(Connection& connection, Parser& parser);
    asio::awaitable<Response> answer(Request request);
    asio::awaitable<bool> send(Connection& connection, Response response, const Incoming& incoming);
    asio::awaitable<void> close_gently(Connection& connection);
    void finish();

    ServerOptions options_;
    Application& application_;
    std::vector<std::unique_ptr<Thread>> threads_;
    asio::thread_pool readers_;
    asio::thread_pool writers_;
    tcp::acceptor acceptor_;
    asio::signal_set signals_;
    asio::steady_timer last_call_;
    unsigned short port_ = 0;
    std::atomic<std::size_t> open_connections_{0};
    std::atomic<std::size_t> waiting_requests_{0};
    std::atomic<bool> is_stopping_{false};
};

Server::Engine::Engine(ServerOptions options, Application& application)
    : options_(std::move(options)), application_(application), threads_([&] {
          std::vector<std::unique_ptr<Thread>> threads;
          for (unsigned i = 0; i < std::max(1U, options_.io_threads); ++i)
              threads.push_back(std::make_unique<Thread>());
          return threads;
      }()),
      readers_(std::max(1U, options_.reading_threads)),
      writers_(std::max(1U, options_.writing_threads)), acceptor_(threads_.front()->context),
      signals_(threads_.front()->context), last_call_(threads_.front()->context)
{
    try {
        const tcp::endpoint endpoint(asio::ip::make_address(options_.address), options_.port);
        acceptor_.open(endpoint.protocol());
        acceptor_.set_option(tcp::acceptor::reuse_address(true));
        acceptor_.bind(endpoint);
        acceptor_.listen();
        port_ = acceptor_.local_endpoint().port();
    } catch (const boost::system::system_error& error) {
        throw Fault(options_.address + ":" + std::to_string(options_.port) + ": " + error.what());
    }
}

void Server::Engine::run()
{
    if (options_.stops_on_signals) {
        signals_.add(SIGINT);
        signals_.add(SIGTERM);
        signals_.async_wait([this](ErrorCode error, int) {
            if (!error) finish();
        });
    }
    asio::co_spawn(threads_.front()->context, accept(), asio::detached);
    std::vector<std::thread> others;
    for (std::size_t i = 1; i < threads_.size(); ++i)
        others.emplace_back([&context = threads_[i]->context] { context.run(); });
    threads_.front()->context.run();
    for (auto& thread : others)
        thread.join();
    readers_.join();
    writers_.join();
}

void Server::Engine::stop()
{
    asio::post(threads_.front()->context, [this] { finish(); });
}

/// Runs on the first thread. Idle connections are closed, running requests get stop_time.
void Server::Engine::finish()
{
    if (is_stopping_.exchange(true)) return;
    ErrorCode ignored;
    acceptor_.close(ignored); // NOLINT(bugprone-unused-return-value)
    signals_.cancel(ignored); // NOLINT(bugprone-unused-return-value)
    last_call_.expires_after(options_.stop_time);
    last_call_.async_wait([this](ErrorCode error) {
        if (error) return;
        for (auto& thread : threads_)
            thread->context.stop();
    });
    for (auto& thread : threads_) {
        asio::post(thread->context, [&thread = *thread] {
            for (const auto& connection : thread.connections)
                if (connection->is_idle) connection->cancel();
            thread.work.reset();
        });
    }
    if (open_connections_ == 0) last_call_.cancel();
}

asio::awaitable<void> Server::Engine::accept()
{
    for (std::size_t turn = 0; acceptor_.is_open(); turn = (turn + 1) % threads_.size()) {
        Thread& thread = *threads_[turn];
        auto [error, socket] = co_await acceptor_.async_accept(thread.context, no_throw);
        if (error || open_connections_ >= options_.connections_max) continue;
        ErrorCode ignored;
        socket.set_option(tcp::no_delay(true), ignored); // NOLINT(bugprone-unused-return-value)
        ++open_connections_;
        auto connection = std::make_shared<Connection>(std::move(socket));
        asio::co_spawn(thread.context, serve(thread, std::move(connection)), asio::detached);
    }
}

asio::awaitable<void> Server::Engine::serve(Thread& thread, std::shared_ptr<Connection> connection)
{
    thread.connections.insert(connection);
    try {
        bool goes_on = true;
        while (goes_on && !is_stopping_) {
            Incoming incoming = co_await receive(connection);
            if (!incoming.request && incoming.refusal == 0) break;
            Response response;
            if (incoming.request)
                response = co_await answer(std::move(*incoming.request));
            else
                response = application_.refusal(incoming.refusal);
            goes_on = co_await send(*connection, std::move(response), incoming);
        }
        co_await close_gently(*connection);
    } catch (const std::exception&) { // NOLINT(bugprone-empty-catch): the peer is gone
    }
    connection->expires_never();
    thread.connections.erase(connection);
    if (--open_connections_ == 0 && is_stopping_)
        asio::post(threads_.front()->context, [this] { last_call_.cancel(); });
}

asio::awaitable<Server::Engine::Incoming>
Server::Engine::receive(std::shared_ptr<Connection> connection)
{
    Incoming incoming;
    Parser parser;
    parser.header_limit(static_cast<std::uint32_t>(options_.header_bytes_max));
    parser.body_limit(options_.body_bytes_max);
    const int head = co_await receive_head(*connection, parser);
    const int outcome = head != 0 ? head : co_await receive_body(*connection, parser);
    if (outcome == gone) co_return incoming;
    incoming.is_head = parser.get().method() == http::verb::head;
    if (outcome != 0) {
        incoming.refusal = outcome;
        co_return incoming;
    }
    incoming.keep_alive = parser.get().keep_alive();
    ErrorCode ignored;
    const auto peer = connection->socket.remote_endpoint(ignored);
    incoming.request = to_request(parser, peer.address().to_string(), options_.trusted_proxies);
    co_return incoming;
}

asio::awaitable<int> Server::Engine::receive_head(Connection& connection, Parser& parser)
{
    auto& buffer = connection.buffer;
    connection.is_idle = buffer.size() == 0;
    if (connection.is_idle) {
        connection.expires_after(connection.is_new ? options_.header_time : options_.idle_time);
        auto [error, count] =
            co_await connection.socket.async_read_some(buffer.prepare(first_read_bytes), no_throw);
        if (error) co_return gone;
        buffer.commit(count);
    }
    connection.is_idle = false;
    connection.is_new = false;
    connection.expires_after(options_.header_time);
    auto [error, size] =
        co_await asio::async_read_until(connection.socket, buffer, "\r\n\r\n", no_throw);
    if (connection.expired) co_return 408;
    if (error == asio::error::not_found || size > options_.header_bytes_max) co_return 431;
    if (error) co_return gone;
    const std::string_view head(static_cast<const char*>(buffer.data().data()), size);
    if (!has_clean_lines(head)) co_return 400;

    auto [parse_error, parsed] =
        co_await http::async_read_header(connection.socket, buffer, parser, no_throw);
    if (parse_error) co_return status_of(parse_error);
    const auto& message = parser.get();
    const bool has_coding = message.count(http::field::transfer_encoding) > 0;
    const bool has_length = message.count(http::field::content_length) > 0;
    if (has_coding && (has_length || !parser.chunked() || message.version() < 11)) co_return 400;
    if (message.version() >= 11 && message.count(http::field::host) != 1) co_return 400;
    if (!method_of(message.method())) co_return 405;
    co_return 0;
}

asio::awaitable<int> Server::Engine::receive_body(Connection& connection, Parser& parser)
{
    if (!parser.is_done() && beast::iequals(parser.get()[http::field::expect], "100-continue")) {
        static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
        auto [error, count] =
            co_await asio::async_write(connection.socket, asio::buffer(go_on), no_throw);
        if (error) co_return gone;
    }
    const auto start = Clock::now();
    std::size_t received = 0;
    while (!parser.is_done()) {
        connection.expires_after(body_grace);
        auto [error, count] =
            co_await http::async_read_some(connection.socket, connection.buffer, parser, no_throw);
        if (connection.expired) co_return 408;
        if (error == http::error::partial_message || error == asio::error::eof ||
            error == asio::error::connection_reset)
            co_return gone;
        if (error) co_return status_of(error);
        received += count;
        const std::chrono::duration<double> late = Clock::now() - start - body_grace;
        if (static_cast<double>(received) < late.count() * body_bytes_per_second_min) co_return 408;
    }
    connection.expires_never();
    co_return 0;
}

asio::awaitable<Response> Server::Engine::answer(Request request)
{
    if (++waiting_requests_ > options_.waiting_requests_max) {
        --waiting_requests_;
        co_return application_.refusal(503);
    }
    auto work = [this, &request]() -> asio::awaitable<Response> {
        co_return application_.answer(std::move(request));
    };
    // Who saves waits for the disk and for the others who save; who only reads does not stand
    // behind.
    auto& workers = request.method == Method::get ? readers_ : writers_;
    Response response = co_await asio::co_spawn(workers.get_executor(), work, asio::use_awaitable);
    --waiting_requests_;
    co_return response;
}

asio::awaitable<bool>
Server::Engine::send(Connection& connection, Response response, const Incoming& incoming)
{
    const bool goes_on = incoming.keep_alive && !is_stopping_;
    const std::string head = head_text(response, goes_on);
    const std::string_view body = incoming.is_head ? std::string_view{} : response.body;
    std::string_view rest = body.substr(0, write_chunk_bytes);
    connection.expires_after(write_time_per_chunk);
    const std::array<asio::const_buffer, 2> first{asio::buffer(head), asio::buffer(rest)};
    auto [error, count] = co_await asio::async_write(connection.socket, first, no_throw);
    for (auto at = rest.size(); !error && at < body.size(); at += rest.size()) {
        rest = body.substr(at, write_chunk_bytes);
        connection.expires_after(write_time_per_chunk);
        auto [chunk_error, chunk_count] =
            co_await asio::async_write(connection.socket, asio::buffer(rest), no_throw);
        error = chunk_error;
    }
    connection.expires_never();
    co_return goes_on && !error;
}

/// A socket closed with unread bytes is reset, and the peer loses the answer that says why.
asio::awaitable<void> Server::Engine::close_gently(Connection& connection)
{
    ErrorCode ignored;
    connection.socket.shutdown(
        tcp::socket::shutdown_send, ignored
    ); // NOLINT(bugprone-unused-return-value)
    connection.expires_after(lingering_time);
    std::array<char, 16384> dropped; // NOLINT: only written
    for (std::size_t total = 0; total < lingering_bytes_max;) {
        auto [error, count] =
            co_await connection.socket.async_read_some(asio::buffer(dropped), no_throw);
        if (error) break;
        total += count;
    }
}

Server::Server(ServerOptions options, Application& application)
    : engine_(std::make_unique<Engine>(std::move(options), application))
{
}

Server::~Server() = default;

unsigned short Server::port() const
{
    return engine_->port();
}

void Server::run()
{
    engine_->run();
}

void Server::stop()
{
    engine_->stop();
}

} // namespace tiendo::web
