#include "mail/smtp_server.hpp"

#include "base/digest.hpp"
#include "base/result.hpp"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace tiendo::mail {
namespace {

const std::filesystem::path tests = std::filesystem::path(TIENDO_SOURCE_DIR) / "tests/mail";

std::string content_of(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

/// What the program prints in its first line.
std::string first_line(int descriptor)
{
    std::string line;
    char letter = 0;
    while (read(descriptor, &letter, 1) == 1 && letter != '\n')
        line += letter;
    return line;
}

} // namespace

SmtpServer::SmtpServer(Kind kind)
    : folder_(std::filesystem::temp_directory_path() / ("tiendo-smtp-" + random_token(9)))
{
    std::filesystem::create_directory(folder_);
    std::array<int, 2> ends{};
    ensure(pipe(ends.data()) == 0, "a pipe can be made");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addclose(&actions, ends[0]);
    std::string program = TIENDO_PYTHON;
    std::string script = (tests / "smtp_server.py").string();
    std::string folder = folder_.string();
    std::string mode = kind == Kind::starttls ? "starttls" : "plain";
    std::array<char*, 5> arguments{
        program.data(), script.data(), folder.data(), mode.data(), nullptr
    };
    const int spawned =
        posix_spawn(&process_, TIENDO_PYTHON, &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    ensure(spawned == 0, "python3 can be started");
    const auto line = first_line(ends[0]);
    close(ends[0]);
    port_ = std::atoi(line.c_str());
    ensure(port_ > 0, "the mail server tells its port (is python3-aiosmtpd installed?)");
}

SmtpServer::~SmtpServer()
{
    kill(process_, SIGTERM);
    waitpid(process_, nullptr, 0);
    std::error_code trouble;
    std::filesystem::remove_all(folder_, trouble);
}

std::vector<std::string> SmtpServer::letters() const
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder_))
        if (entry.path().extension() == ".eml") files.push_back(entry.path());
    std::ranges::sort(files);
    std::vector<std::string> letters;
    for (const auto& file : files)
        letters.push_back(content_of(file));
    return letters;
}

std::string SmtpServer::certificate()
{
    return content_of(tests / "authority.pem");
}

} // namespace tiendo::mail
