#pragma once

#include "base/date.hpp"
#include "base/result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tiendo::store {

namespace sql {
class Connection;
}

struct AccountRecord {
    std::string login{};
    std::string name{};
    std::string unit{};
    std::string roles{};
    std::string password_hash{}; ///< empty until a first password was chosen
    bool disabled = false;
    bool must_change = false;
    Instant created{};
    std::int64_t revision = 0;

    friend bool operator==(const AccountRecord&, const AccountRecord&) = default;
};

/// A post that the person holds besides the account's own unit and roles.
struct PositionRecord {
    std::string login{};
    std::string unit{};
    std::string roles{};

    friend bool operator==(const PositionRecord&, const PositionRecord&) = default;
};

/// Lets a person choose a password once. Only the digest of the code is kept.
struct OneTimeCode {
    std::string code_hash{};
    std::string login{};
    Instant expires{};
};

/// A person who has signed in. Only the digest of the token is kept.
struct SessionRecord {
    std::string token_hash{};
    std::string login{};
    Instant created{};
    Instant last_seen{};
    std::string csrf_secret{};
    std::string report{}; ///< "plan/period/unit" where it opens that report alone
    std::string unit{};   ///< of the position in which it works; empty for the account's own

    friend bool operator==(const SessionRecord&, const SessionRecord&) = default;
};

/// Wrong passwords in a row, for one account or one address; each makes the next one wait longer.
struct LoginAttempts {
    std::int64_t failures = 0;
    Instant last_at{};

    friend bool operator==(const LoginAttempts&, const LoginAttempts&) = default;
};

class Accounts {
public:
    explicit Accounts(sql::Connection& connection) : connection_(connection) {}

    Result<AccountRecord> get(const std::string& login);
    std::vector<AccountRecord> all();
    /// Answers the new revision. The record carries the revision that was read, 0 for a new
    /// account.
    Result<std::int64_t> put(const AccountRecord& account);

    /// By login and unit.
    std::vector<PositionRecord> positions();
    std::vector<PositionRecord> positions_of(const std::string& login);
    /// A second one in the same unit takes the place of the first.
    void put(const PositionRecord& position);
    /// Whether there was one. Sessions that worked in it go on in the account's own.
    bool remove_position(const std::string& login, const std::string& unit);
    /// Sessions and access tokens that work in the position of one unit work in that of the other
    /// from now on; the account's own where `to` is empty.
    void work_elsewhere(const std::string& login, const std::string& from, const std::string& to);

    void add(const OneTimeCode& code);
    /// Whose code it was; it is used up by this. None if it is unknown, used or expired.
    std::optional<std::string> use_code(const std::string& code_hash, Instant now);

private:
    sql::Connection& connection_;
};

class Sessions {
public:
    explicit Sessions(sql::Connection& connection) : connection_(connection) {}

    void open(const SessionRecord& session);
    std::optional<SessionRecord> find(const std::string& token_hash);
    void touch(const std::string& token_hash, Instant now);
    /// The session works in the position of that unit from now on.
    void work_for(const std::string& token_hash, const std::string& unit);
    void close(const std::string& token_hash);
    void close_all_of(const std::string& login);
    void close_unseen_since(Instant instant);

    LoginAttempts attempts(const std::string& subject);
    LoginAttempts count_failure(const std::string& subject, Instant now);
    void forget_failures(const std::string& subject);

private:
    sql::Connection& connection_;
};

} // namespace tiendo::store
