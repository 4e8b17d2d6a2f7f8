#include "web/assets.hpp"
#include "web/server/server.hpp"
#include "web/site.hpp"
#include "web/visit.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <future>
#include <latch>
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

/// As those who save while the disk does not answer.
struct Disk {
    std::latch answers{1};
};
Disk* slow_disk = nullptr;

Result<Response> post_slowly(Visit&, const Request&)
{
    slow_disk->answers.wait();
    return plain_text("kept");
}

constexpr std::array routes{
    Route{Method::get, "/hello/{name}", get_hello, Right::public_page},
    Route{Method::get, "/long", get_long, Right::public_page},
    Route{Method::post, "/form", post_form, Right::public_page},
    Route{Method::post, "/slowly", post_slowly, Right::public_page},
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

std::size_t count_of(std::string_view text, std::string_view part)
{
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
        ++count;
    return count;
}

bool has(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

std::string status_line(const std::string& answer)
{
    return answer.substr(0, answer.find('\r'));
}

TEST_F(ServerTest, AnswersAPageWithVietnameseInItsAddress)
{
    const auto answer =
        exchange("GET /hello/%C4%90%E1%BA%AFk HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    EXPECT_EQ("HTTP/1.1 200 OK", status_line(answer));
    EXPECT_TRUE(answer.ends_with("hello Đắk\n")) << answer;
}

TEST_F(ServerTest, AnswersPipelinedRequestsInTheirOrder)
{
    const auto answer = exchange("GET /hello/1 HTTP/1.1\r\nHost: x\r\n\r\n"
                                 "GET /hello/2 HTTP/1.1\r\nHost: x\r\n\r\n"
                                 "GET /hello/3 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(3U, count_of(answer, "HTTP/1.1 200 OK"));
    EXPECT_LT(answer.find("hello 1"), answer.find("hello 2"));
    EXPECT_LT(answer.find("hello 2"), answer.find("hello 3"));
}

TEST_F(ServerTest, AnswersWhoReadsWhileManyWaitToSave)
{
    Disk disk;
    slow_disk = &disk;
    std::vector<std::future<std::string>> savers;
    for (int n = 0; n < 20; ++n)
        savers.push_back(std::async(std::launch::async, [this] {
            return exchange("POST /slowly HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                            "Content-Length: 0\r\n\r\n");
        }));
    auto reader = std::async(std::launch::async, [this] {
        return exchange("GET /hello/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    });
    EXPECT_EQ(std::future_status::ready, reader.wait_for(std::chrono::seconds(20)));
    disk.answers.count_down();
    EXPECT_TRUE(reader.get().ends_with("hello x\n"));
    for (auto& saver : savers)
        EXPECT_TRUE(saver.get().ends_with("kept"));
}

TEST_F(ServerTest, ReadsAFormThatComesInChunks)
{
    const auto answer = exchange(
        "POST /form HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
        "6\r\nunit=X\r\nb\r\n%C3%A3+B%E1\r\n6\r\n%BB%9D\r\n0\r\n\r\n"
    );
    EXPECT_TRUE(answer.ends_with("unit=Xã Bờ")) << answer;
}

TEST_F(ServerTest, RefusesABodyOverTheLimitAndSaysSo)
{
    const std::string body(200'000, 'x');
    const auto answer =
        exchange("POST /form HTTP/1.1\r\nHost: x\r\nContent-Length: 200000\r\n\r\n" + body);
    EXPECT_EQ("HTTP/1.1 413 Payload Too Large", status_line(answer));
    EXPECT_TRUE(has(answer, "Tệp hoặc dữ liệu quá lớn"));
}

TEST_F(ServerTest, RefusesAChunkedBodyOverTheLimit)
{
    const auto answer = exchange(
        "POST /form HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n30d40\r\n" +
        std::string(200'000, 'x') + "\r\n0\r\n\r\n"
    );
    EXPECT_EQ("HTTP/1.1 413 Payload Too Large", status_line(answer));
}

TEST_F(ServerTest, RefusesAHeaderOverTheLimit)
{
    const auto answer = exchange(
        "GET /hello/1 HTTP/1.1\r\nHost: x\r\nCookie: " + std::string(20'000, 'x') + "\r\n\r\n"
    );
    EXPECT_EQ("HTTP/1.1 431 Request Header Fields Too Large", status_line(answer));
}

TEST_F(ServerTest, RefusesWhatSmugglersSend)
{
    constexpr std::array requests{
        "POST /form HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: "
        "chunked\r\n\r\n0\r\n\r\n",
        "POST /form HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nunit=",
        "POST /form HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n",
        "GET /hello/1 HTTP/1.1\nHost: x\n\r\n\r\n",
        "GET /hello/1 HTTP/1.1\r\nHost: x\r\nX-A: b\r\n c\r\n\r\n",
        "GET /hello/1 HTTP/1.1\r\n\r\n",
        "GET /hello/1 HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
        "nonsense\r\n\r\n",
    };
    for (const auto* request : requests) {
        const auto answer = exchange(request);
        EXPECT_EQ("HTTP/1.1 400 Bad Request", status_line(answer)) << request;
        EXPECT_EQ(1U, count_of(answer, "HTTP/1.1")) << request;
    }
}

TEST_F(ServerTest, DoesNotWaitForASlowHeader)
{
    const auto answer = exchange("GET /hello/1 HTTP/1.1\r\nHost: x\r\nX-Slow: ");
    EXPECT_EQ("HTTP/1.1 408 Request Timeout", status_line(answer));
}

TEST_F(ServerTest, AnswersHeadWithoutABody)
{
    const auto answer = exchange("HEAD /long HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    EXPECT_EQ("HTTP/1.1 200 OK", status_line(answer));
    EXPECT_TRUE(has(answer, "Content-Length: 5000\r\n")) << answer;
    EXPECT_TRUE(answer.ends_with("\r\n\r\n"));
}

TEST_F(ServerTest, TellsUnknownPathsFromUnknownMethods)
{
    EXPECT_EQ(
        "HTTP/1.1 404 Not Found",
        status_line(exchange("GET /nothing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
    );
    const auto wrong_method =
        exchange("DELETE /long HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    EXPECT_EQ("HTTP/1.1 405 Method Not Allowed", status_line(wrong_method));
    EXPECT_TRUE(has(wrong_method, "Allow: GET, HEAD\r\n"));
    EXPECT_EQ(
        "HTTP/1.1 405 Method Not Allowed",
        status_line(exchange("TRACE /long HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
    );
}

TEST_F(ServerTest, CompressesLongTextsForThoseWhoAccept)
{
    const auto plain = exchange("GET /long HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    EXPECT_TRUE(has(plain, "Content-Length: 5000\r\n"));
    EXPECT_TRUE(has(plain, "Vary: Accept-Encoding\r\n"));
    const auto packed = exchange(
        "GET /long HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAccept-Encoding: br, gzip\r\n\r\n"
    );
    EXPECT_TRUE(has(packed, "Content-Encoding: gzip\r\n"));
    EXPECT_LT(packed.size(), 1500U);
}

TEST_F(ServerTest, KeepsFilesOfTheBrowserForGoodUnderTheirHash)
{
    const auto& path = Assets::embedded().path("app.js");
    const auto first =
        exchange("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    EXPECT_TRUE(has(first, "Cache-Control: public, max-age=31536000, immutable\r\n"));
    const auto start = first.find("ETag: ") + 6;
    const auto etag = first.substr(start, first.find('\r', start) - start);
    const auto again = exchange(
        "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nIf-None-Match: " + etag +
        "\r\n\r\n"
    );
    EXPECT_EQ("HTTP/1.1 304 Not Modified", status_line(again));
    EXPECT_TRUE(again.ends_with("\r\n\r\n"));
}

TEST_F(ServerTest, ProtectsEveryAnswer)
{
    constexpr std::array requests{
        "GET /long HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET /nothing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET /broken HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "nonsense\r\n\r\n",
    };
    for (const auto* request : requests) {
        const auto answer = exchange(request);
        EXPECT_TRUE(has(answer, "Content-Security-Policy: default-src 'none'; script-src 'self'"))
            << request;
        EXPECT_TRUE(has(answer, "X-Content-Type-Options: nosniff\r\n")) << request;
        EXPECT_TRUE(has(answer, "Cache-Control: no-store\r\n")) << request;
    }
}

TEST_F(ServerTest, RefusesFormsOfOtherSites)
{
    const std::string form =
        "Content-Length: 6\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        "Connection: close\r\n\r\nunit=X";
    const std::string start = "POST /form HTTP/1.1\r\nHost: x:80\r\n";
    EXPECT_EQ(
        "HTTP/1.1 403 Forbidden", status_line(exchange(start + "Origin: http://evil\r\n" + form))
    );
    EXPECT_EQ("HTTP/1.1 403 Forbidden", status_line(exchange(start + "Origin: null\r\n" + form)));
    EXPECT_EQ(
        "HTTP/1.1 403 Forbidden",
        status_line(exchange(start + "Sec-Fetch-Site: cross-site\r\n" + form))
    );
    EXPECT_EQ("HTTP/1.1 200 OK", status_line(exchange(start + "Origin: http://x:80\r\n" + form)));
}

TEST_F(ServerTest, TurnsARefusalIntoAPageThatSaysWhatToDo)
{
    const auto answer = exchange("GET /refused HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    EXPECT_EQ("HTTP/1.1 409 Conflict", status_line(answer));
    EXPECT_TRUE(has(answer, "tải lại trang để xem bản mới nhất"));
}

TEST_F(ServerTest, TellsOnlyTheNumberOfAnIncidentAndLogsTheRest)
{
    const auto answer =
        exchange("GET /broken?unit=x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    EXPECT_EQ("HTTP/1.1 503 Service Unavailable", status_line(answer));
    EXPECT_FALSE(has(answer, "the disk is full"));
    ASSERT_EQ(1U, log_.size());
    EXPECT_TRUE(has(log_[0], "GET /broken: the disk is full")) << log_[0];
    EXPECT_TRUE(has(answer, "Sự cố " + log_[0].substr(9, 8))) << log_[0];
}

TEST_F(ServerTest, RefusesANameGivenTwice)
{
    const auto answer =
        exchange("POST /form HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 13\r\n"
                 "Content-Type: application/x-www-form-urlencoded\r\n\r\nunit=1&unit=2");
    EXPECT_EQ("HTTP/1.1 400 Bad Request", status_line(answer));
}

TEST_F(ServerTest, IsAliveAndReady)
{
    EXPECT_TRUE(exchange("GET /healthz HTTP/1.0\r\n\r\n").ends_with("ok\n"));
    EXPECT_TRUE(exchange("GET /readyz HTTP/1.0\r\n\r\n").ends_with("ok\n"));
}

TEST_F(ServerTest, ShowsItsCountsOnThisMachineAndHidesThemFromAProxy)
{
    exchange("GET /healthz HTTP/1.0\r\n\r\n");
    const auto shown = exchange("GET /metrics HTTP/1.0\r\n\r\n");
    EXPECT_TRUE(has(shown, "tiendo_http_answers_total{status=\"2xx\"} 1\n")) << shown;
    EXPECT_TRUE(shown.ends_with("tiendo_ready 1\n"));
    const auto hidden = exchange("GET /metrics HTTP/1.0\r\nX-Forwarded-For: 192.0.2.7\r\n\r\n");
    EXPECT_EQ("HTTP/1.1 404 Not Found", status_line(hidden)) << hidden;
}

} // namespace
} // namespace tiendo::web
