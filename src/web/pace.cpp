#include "web/pace.hpp"

namespace tiendo::web {

std::int64_t Pace::seconds_to_wait(const std::string& program, Instant now)
{
    constexpr std::int64_t minute = 60;
    const std::scoped_lock lock(mutex_);
    const auto is_over = [&](const Minute& one) {
        return now.seconds - one.begin.seconds >= minute || now < one.begin;
    };
    std::erase_if(minutes_, [&](const auto& entry) { return is_over(entry.second); });
    auto& current = minutes_.try_emplace(program, Minute{now, 0}).first->second;
    if (current.count >= most_) return current.begin.seconds + minute - now.seconds;
    ++current.count;
    return 0;
}

} // namespace tiendo::web
