#include "web/metrics.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tiendo::web {

void Metrics::count(int status)
{
    constexpr int statuses_per_class = 100;
    const auto index = std::clamp(status / statuses_per_class, 1, 5) - 1;
    answers_[static_cast<std::size_t>(index)].fetch_add(1, std::memory_order_relaxed);
}

std::string Metrics::text(bool is_ready) const
{
    std::string text = "# HELP tiendo_http_answers_total Answers sent, by class of status.\n"
                       "# TYPE tiendo_http_answers_total counter\n";
    for (std::size_t i = 0; i < answers_.size(); ++i)
        text += fmt::format(
            "tiendo_http_answers_total{{status=\"{}xx\"}} {}\n",
            i + 1,
            answers_[i].load(std::memory_order_relaxed)
        );
    text += "# HELP tiendo_ready Whether the store answers.\n# TYPE tiendo_ready gauge\n";
    return text + (is_ready ? "tiendo_ready 1\n" : "tiendo_ready 0\n");
}

bool is_from_this_machine(const Request& request)
{
    const auto& address = request.remote_address;
    const bool is_loopback =
        address.starts_with("127.") || address == "::1" || address.starts_with("::ffff:127.");
    return is_loopback && !request.headers.has("x-forwarded-for") &&
           !request.headers.has("forwarded");
}

} // namespace tiendo::web
