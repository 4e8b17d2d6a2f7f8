#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace tiendo::mail {

/// A real mail server (aiosmtpd) on loopback for tests, gone at the end. It takes what is sent to
/// anybody but "refused@…" (550), "busy@…" (452), "unwanted@…" (554 after the letter) and "lost@…"
/// (hangs up after the letter without an answer).
class SmtpServer {
public:
    enum class Kind { plain, starttls };

    explicit SmtpServer(Kind kind = Kind::plain);
    ~SmtpServer();
    SmtpServer(const SmtpServer&) = delete;
    SmtpServer& operator=(const SmtpServer&) = delete;

    int port() const { return port_; }
    /// Each letter as it arrived, in the order of arrival.
    std::vector<std::string> letters() const;
    /// The authority that its certificate comes from.
    static std::string certificate();

private:
    std::filesystem::path folder_;
    int process_ = 0;
    int port_ = 0;
};

} // namespace tiendo::mail
