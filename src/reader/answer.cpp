#include "reader/answer.hpp"

#include "documents/exchange/plan_json.hpp"
#include "documents/exchange/source_json.hpp"
#include "documents/reading/read_plan.hpp"
#include "reader/confinement.hpp"

#include <unistd.h>

#include <csignal>
#include <new>

namespace tiendo::reader {

namespace {

/// More than an upload may have with what goes before it, so that a larger one is known as such.
constexpr std::size_t input_bytes_max = (std::size_t{48} << 20) + 1;

/// The time is over; the limit behind this one ends the process at once.
void give_up(int)
{
    constexpr std::string_view answer = "{\"error\": \"file.reader_timeout\"}\n";
    (void)!write(STDOUT_FILENO, answer.data(), answer.size());
    _exit(exit_unreadable);
}

} // namespace

std::string read_input()
{
    std::string bytes;
    char buffer[65536];
    while (bytes.size() < input_bytes_max) {
        const auto got = read(STDIN_FILENO, buffer, sizeof buffer);
        if (got <= 0) break;
        bytes.append(buffer, static_cast<std::size_t>(got));
    }
    return bytes;
}

void write_output(std::string_view text)
{
    while (!text.empty()) {
        const auto sent = write(STDOUT_FILENO, text.data(), text.size());
        if (sent <= 0) return;
        text.remove_prefix(static_cast<std::size_t>(sent));
    }
}

int refuse_with(std::string_view key)
{
    write_output(std::string(R"({"error": ")") + std::string(key) + "\"}\n");
    return key == "file.not_a_plan" ? exit_no_plan : exit_unreadable;
}

int refuse_with(const Error& error)
{
    return refuse_with(error.problems.front().key);
}

int answer_plan(const documents::DocumentText& document)
{
    const auto plan = documents::read_plan(document);
    if (!plan) return refuse_with(plan.error());
    write_output(
        R"({"plan": )" + documents::to_plan_json(*plan) + R"(, "source": )" +
        documents::to_json(document.source) + "}\n"
    );
    return exit_read;
}

int answer_confined(unsigned cpu_seconds, const std::function<int()>& answer)
{
    std::signal(SIGXCPU, give_up);
    if (!confine(cpu_seconds)) return exit_unconfined;
    try {
        return answer();
    } catch (const std::bad_alloc&) {
        return refuse_with("file.bomb"); // beyond the memory limit
    }
}

} // namespace tiendo::reader
