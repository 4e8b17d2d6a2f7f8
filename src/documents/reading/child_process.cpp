#include "documents/reading/child_process.hpp"

#include "base/result.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

namespace tiendo::documents {

namespace {

using Clock = std::chrono::steady_clock;

class Descriptor {
public:
    explicit Descriptor(int fd = -1) : fd_(fd) {}
    Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept
    {
        std::swap(fd_, other.fd_);
        return *this;
    }
    ~Descriptor() { shut(); }

    int get() const { return fd_; }
    void shut()
    {
        if (fd_ >= 0) ::close(std::exchange(fd_, -1));
    }

private:
    int fd_;
};

/// A pair of connected ends; a socket, because writing to one whose reader has died can be asked
/// not to raise a signal.
std::pair<Descriptor, Descriptor> connected_ends()
{
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        throw Fault("no pipe to the reader");
    }
    return {Descriptor(ends[0]), Descriptor(ends[1])};
}

pid_t start(
    const std::filesystem::path& program, const std::string& argument, int input, int output
)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    auto path = program.string();
    auto name = argument;
    std::array<char*, 3> arguments{path.data(), name.data(), nullptr};
    std::array<char*, 1> environment{nullptr};
    pid_t child = -1;
    const auto problem = ::posix_spawn(
        &child, path.c_str(), &actions, nullptr, arguments.data(), environment.data()
    );
    posix_spawn_file_actions_destroy(&actions);
    if (problem != 0) throw Fault("the reader cannot be started");
    return child;
}

class Conversation {
public:
    Conversation(
        Descriptor to_child,
        Descriptor from_child,
        std::string_view input,
        const ChildLimits& limits
    )
        : to_child_(std::move(to_child)), from_child_(std::move(from_child)), input_(input),
          limits_(limits), end_(Clock::now() + limits.time_max)
    {
        ::fcntl(to_child_.get(), F_SETFL, O_NONBLOCK);
        ::fcntl(from_child_.get(), F_SETFL, O_NONBLOCK);
    }

    /// Until the child has said all; false where it has to be ended.
    bool hold(ChildAnswer& answer)
    {
        while (from_child_.get() >= 0) {
            const auto left =
                std::chrono::duration_cast<std::chrono::milliseconds>(end_ - Clock::now()).count();
            if (left <= 0) {
                answer.timed_out = true;
                return false;
            }
            if (input_.empty()) to_child_.shut();
            std::array<pollfd, 2> ends{
                {{from_child_.get(), POLLIN, 0}, {to_child_.get(), POLLOUT, 0}}
            };
            if (::poll(ends.data(), ends.size(), static_cast<int>(left)) < 0 && errno != EINTR)
                return false;
            if (ends[1].revents != 0) feed();
            if (ends[0].revents != 0) listen(answer);
            if (answer.too_long) return false;
        }
        return true;
    }

private:
    void feed()
    {
        const auto sent = ::send(to_child_.get(), input_.data(), input_.size(), MSG_NOSIGNAL);
        if (sent > 0) {
            input_.remove_prefix(static_cast<std::size_t>(sent));
        } else if (errno != EAGAIN && errno != EINTR) {
            input_ = {}; // it has heard enough
        }
    }

    void listen(ChildAnswer& answer)
    {
        std::array<char, 65536> buffer;
        const auto got = ::read(from_child_.get(), buffer.data(), buffer.size());
        if (got > 0) {
            answer.output.append(buffer.data(), static_cast<std::size_t>(got));
            answer.too_long = answer.output.size() > limits_.output_bytes_max;
        } else if (got == 0 || (errno != EAGAIN && errno != EINTR)) {
            from_child_.shut();
        }
    }

    Descriptor to_child_;
    Descriptor from_child_;
    std::string_view input_;
    const ChildLimits& limits_;
    Clock::time_point end_;
};

} // namespace

ChildAnswer run_child(
    const std::filesystem::path& program,
    const std::string& argument,
    std::string_view input,
    const ChildLimits& limits
)
{
    auto [to_child, child_input] = connected_ends();
    auto [from_child, child_output] = connected_ends();
    const auto child = start(program, argument, child_input.get(), child_output.get());
    child_input.shut();
    child_output.shut();
    ChildAnswer answer;
    const bool finished =
        Conversation(std::move(to_child), std::move(from_child), input, limits).hold(answer);
    if (!finished) ::kill(child, SIGKILL);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (WIFEXITED(status)) answer.exit_code = WEXITSTATUS(status);
    if (WIFSIGNALED(status)) answer.signal = WTERMSIG(status);
    return answer;
}

} // namespace tiendo::documents
