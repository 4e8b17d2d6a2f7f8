#include "reader/confinement.hpp"

#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace tiendo::reader {

namespace {

// docs/limits.md
constexpr rlim_t address_space_bytes = rlim_t{600} << 20;

bool limit(__rlimit_resource resource, rlim_t value, rlim_t beyond = 0)
{
    const rlimit both{value, value + beyond};
    return setrlimit(resource, &both) == 0;
}

bool limit_resources(unsigned cpu_seconds)
{
    return limit(RLIMIT_AS, address_space_bytes) && limit(RLIMIT_CPU, cpu_seconds, 2) &&
           limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_CORE, 0) && limit(RLIMIT_NOFILE, 8) &&
           limit(RLIMIT_NPROC, 0);
}

/// Landlock forbids the whole file system. A kernel without it has the filter below alone.
bool leave_file_system()
{
    landlock_ruleset_attr rules{};
    rules.handled_access_fs = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;
    const auto ruleset = syscall(SYS_landlock_create_ruleset, &rules, sizeof rules, 0);
    if (ruleset < 0) return errno == ENOSYS || errno == EOPNOTSUPP;
    const bool done = syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
    close(static_cast<int>(ruleset));
    return done;
}

/// What reading from a pipe, computing and writing to a pipe takes. Everything else ends the
/// process; opening a file is only refused, because libraries look for settings and can do without.
bool filter_system_calls()
{
    static constexpr std::array allowed{
        SCMP_SYS(read),           SCMP_SYS(write),        SCMP_SYS(writev),
        SCMP_SYS(close),          SCMP_SYS(brk),          SCMP_SYS(munmap),
        SCMP_SYS(mremap),         SCMP_SYS(madvise),      SCMP_SYS(futex),
        SCMP_SYS(exit),           SCMP_SYS(exit_group),   SCMP_SYS(rt_sigreturn),
        SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigaction), SCMP_SYS(getpid),
        SCMP_SYS(gettid),         SCMP_SYS(tgkill),       SCMP_SYS(clock_gettime),
        SCMP_SYS(getrandom),      SCMP_SYS(fstat),        SCMP_SYS(newfstatat),
        SCMP_SYS(lseek),          SCMP_SYS(sched_yield),  SCMP_SYS(restart_syscall),
        SCMP_SYS(sysinfo) // sorting asks how much memory there is
    };
    static constexpr std::array refused{
        SCMP_SYS(openat), SCMP_SYS(open), SCMP_SYS(access), SCMP_SYS(readlink)
    };

    const auto filter = seccomp_init(SCMP_ACT_KILL_PROCESS);
    if (filter == nullptr) return false;
    bool made = true;
    for (const auto call : allowed)
        made = made && seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) == 0;
    for (const auto call : refused)
        made = made && seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), call, 0) == 0;
    // Memory may be had, but never to run code from it.
    const scmp_arg_cmp not_to_run{2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0};
    for (const auto call : {SCMP_SYS(mmap), SCMP_SYS(mprotect)})
        made = made && seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, call, 1, &not_to_run) == 0;
    made = made && seccomp_load(filter) == 0;
    seccomp_release(filter);
    return made;
}

} // namespace

bool confine(unsigned cpu_seconds)
{
    if (close_range(3, ~0U, 0) != 0) return false;
    if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return false;
    return leave_file_system() && limit_resources(cpu_seconds) && filter_system_calls();
}

} // namespace tiendo::reader
