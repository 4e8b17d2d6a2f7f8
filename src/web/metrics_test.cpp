#include "web/metrics.hpp"

#include <gtest/gtest.h>

namespace tiendo::web {
namespace {

TEST(Metrics, CountAnswersByTheClassOfTheirStatus)
{
    Metrics metrics;
    for (const int status : {200, 303, 404, 422, 503})
        metrics.count(status);
    EXPECT_EQ(
        "# HELP tiendo_http_answers_total Answers sent, by class of status.\n"
        "# TYPE tiendo_http_answers_total counter\n"
        "tiendo_http_answers_total{status=\"1xx\"} 0\n"
        "tiendo_http_answers_total{status=\"2xx\"} 1\n"
        "tiendo_http_answers_total{status=\"3xx\"} 1\n"
        "tiendo_http_answers_total{status=\"4xx\"} 2\n"
        "tiendo_http_answers_total{status=\"5xx\"} 1\n"
        "# HELP tiendo_ready Whether the store answers.\n"
        "# TYPE tiendo_ready gauge\n"
        "tiendo_ready 0\n",
        metrics.text(false)
    );
}

TEST(Metrics, AreForThisMachineAlone)
{
    Request request;
    request.remote_address = "127.0.0.1";
    EXPECT_TRUE(is_from_this_machine(request));
    request.remote_address = "::1";
    EXPECT_TRUE(is_from_this_machine(request));
    for (const auto* other : {"192.0.2.7", "", "::ffff:192.0.2.7", "10.127.0.1"}) {
        request.remote_address = other;
        EXPECT_FALSE(is_from_this_machine(request)) << other;
    }
}

TEST(Metrics, AreNotShownThroughAProxy)
{
    for (const auto* header : {"x-forwarded-for", "forwarded"}) {
        Request request;
        request.remote_address = "127.0.0.1";
        request.headers.add(header, "192.0.2.7");
        EXPECT_FALSE(is_from_this_machine(request)) << header;
    }
}

} // namespace
} // namespace tiendo::web
