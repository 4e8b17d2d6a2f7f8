#include "store/drivers/writing_turn.hpp"

#include "base/result.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <string>
#include <thread>

namespace tiendo::store::sql {

WritingTurn::WritingTurn(const std::filesystem::path& lock_file)
    : descriptor_(::open(lock_file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600))
{
    if (descriptor_ < 0) {
        throw Fault("cannot open " + lock_file.string() + ": " + std::strerror(errno));
    }
}

WritingTurn::~WritingTurn()
{
    ::close(descriptor_);
}

void WritingTurn::take()
{
    using namespace std::chrono_literals;
    constexpr auto pause = 2ms;
    for (auto waited = 0ms; waited < 30s; waited += pause) {
        if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0) return;
        if (errno != EWOULDBLOCK && errno != EINTR) break;
        std::this_thread::sleep_for(pause);
    }
    throw Fault(std::string("cannot take the turn to write: ") + std::strerror(errno));
}

void WritingTurn::give_back() noexcept
{
    ::flock(descriptor_, LOCK_UN);
}

} // namespace tiendo::store::sql
