#include "documents/converting/bounded_process.hpp"

#include "base/result.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

namespace tiendo::documents {
namespace {

using Clock = std::chrono::steady_clock;

void limit(__rlimit_resource resource, std::size_t value)
{
    const rlimit both{value, value};
    ::setrlimit(resource, &both);
}

/// Between fork and exec, so system calls alone: other threads may hold any lock.
[[noreturn]] void become(
    char* const* arguments,
    char* const* environment,
    const char* folder,
    const ProcessBounds& bounds
)
{
    ::setpgid(0, 0);
    // Without the network where the kernel lets an ordinary account leave it.
    ::unshare(CLONE_NEWUSER | CLONE_NEWNET);
    limit(RLIMIT_AS, bounds.memory_bytes_max);
    limit(RLIMIT_FSIZE, bounds.file_bytes_max);
    limit(RLIMIT_CPU, static_cast<std::size_t>(bounds.time_max.count()));
    limit(RLIMIT_CORE, 0);
    const int nothing = ::open("/dev/null", O_RDWR);
    ::dup2(nothing, STDIN_FILENO);
    ::dup2(nothing, STDOUT_FILENO);
    ::dup2(nothing, STDERR_FILENO);
    ::close_range(3, ~0U, 0);
    if (::chdir(folder) == 0) ::execve(arguments[0], arguments, environment);
    ::_exit(127);
}

std::vector<char*> pointers_to(std::vector<std::string>& texts)
{
    std::vector<char*> pointers;
    for (auto& text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

/// Whether the child ended before that time.
bool ends_before(pid_t child, Clock::time_point end)
{
    const auto descriptor = static_cast<int>(::syscall(SYS_pidfd_open, child, 0));
    if (descriptor < 0) throw Fault("a child process cannot be watched");
    bool has_ended = false;
    while (!has_ended) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
        if (left <= 0) break;
        pollfd watched{descriptor, POLLIN, 0};
        has_ended = ::poll(&watched, 1, static_cast<int>(left)) > 0;
    }
    ::close(descriptor);
    return has_ended;
}

} // namespace

bool run_bounded(
    const std::vector<std::string>& command,
    const std::filesystem::path& folder,
    const ProcessBounds& bounds
)
{
    auto arguments = command;
    const auto home = folder.string();
    std::vector<std::string> environment{
        "PATH=/usr/bin:/bin", "LANG=C.UTF-8", "HOME=" + home, "TMPDIR=" + home
    };
    const auto argument_pointers = pointers_to(arguments);
    const auto environment_pointers = pointers_to(environment);
    const auto child = ::fork();
    if (child < 0) throw Fault("no process can be started");
    if (child == 0)
        become(argument_pointers.data(), environment_pointers.data(), home.c_str(), bounds);
    const bool in_time = ends_before(child, Clock::now() + bounds.time_max);
    ::kill(-child, SIGKILL); // whatever it started is ended with it
    if (!in_time) ::kill(child, SIGKILL);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return in_time && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

} // namespace tiendo::documents
