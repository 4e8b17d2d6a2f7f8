#include "web/server/server.hpp"
#include "web/site.hpp"
#include "web/visit.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <thread>

namespace tiendo::web {
namespace {

Result<Response> get_hello(Visit&, const Request& request)
{
    return plain_text("hello " + std::string(request.path_parameters["name"]) + "\n");
}

Result<Response> get_long(Visit&, const Request&)
{
    return plain_text(std::string(5000, 'x'));
}

Result<Response> post_form(Visit&, const Request& request)
{
    return plain_text("unit=" + std::string(request.form["unit"]));
}

Result<Response> get_refused(Visit&, const Request&)
{
    return refuse(Refusal::conflict, "error.status_409_title");
}

Result<Response> get_broken(Visit&, const Request&)
{
    throw Fault("the disk is full");
}

constexpr std::array routes{
    Route{Method::get, "/hello/{name}", get_hello, Right::public_page},
    Route{Method::get, "/long", get_long, Right::public_page},
    Route{Method::post, "/form", post_form, Right::public_page},
    Route{Method::get, "/refused", get_refused, Right::public_page},
    Route{Method::get, "/broken", get_broken, Right::public_page},
};

/// A server of our own on a loopback port.
class ServerTest : public ::testing::Test {
protected:
    ServerTest() : thread_([this] { server_.run(); }) {}

    ~ServerTest() override
    {
        server_.stop();
        thread_.join();
    }

    /// Sends the bytes and reads until the server closes.
    std::string exchange(std::string_view bytes) const
    {
        const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(server_.port());
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        EXPECT_EQ(
            0, ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address)
        );
        while (!bytes.empty()) {
            const auto sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) break;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        std::string answer;
        std::array<char, 4096> chunk{};
        for (;;) {
            const auto got = ::recv(socket, chunk.data(), chunk.size(), 0);
            if (got <= 0) break;
            answer.append(chunk.data(), static_cast<std::size_t>(got));
        }
        ::close(socket);
        return answer;
    }

    std::vector<std::string> log_;

private:
    app::Office office_{store::open_store("sqlite::memory:").value(), app::system_time};
    Site site_{SiteParts{
        .routes = routes,
        .gate = [this](const Route& route, const Request& request) -> Result<Response> {
            Visit visit{{.words = Wording(Messages::embedded(), request.language)}, office_};
            return route.handler()(visit, request);
        },
        .log = [this](const std::string& line) { log_.push_back(line); },
    }};
    Server server_{
        ServerOptions{
            .port = 0,
            .body_bytes_max = 100'000,
            .header_time = std::chrono::milliseconds(300),
            .stops_on_signals = false
        },
        site_
    };
    std::thread thread_;
};

using ::testing::Test;

TEST_F(ServerTest, AnswersAPage)
{
    const auto answer =
        exchange("GET /hello/%C4%90%E1%BA%AFk HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 OK\r\n")) << answer;
    EXPECT_TRUE(answer.ends_with("hello Đắk\n")) << answer;
    EXPECT_NE(std::string::npos, answer.find("default-src 'none'")) << answer;
}

} // namespace
} // namespace tiendo::web
