#pragma once

#include "base/date.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tiendo::store {

namespace sql {
class Connection;
}

/// What a program shows instead of a password. Only the digest of the token is kept.
struct AccessTokenRecord {
    std::string token_hash{};
    std::string login{};
    std::string unit{}; ///< of the position in which it works; empty for the account's own
    std::string name{};
    std::string scope{};
    Instant created{};
    Instant expires{};
    std::optional<Instant> last_used{};
    std::optional<Instant> revoked{};

    friend bool operator==(const AccessTokenRecord&, const AccessTokenRecord&) = default;
};

class AccessTokens {
public:
    explicit AccessTokens(sql::Connection& connection) : connection_(connection) {}

    void add(const AccessTokenRecord& token);
    std::optional<AccessTokenRecord> find(const std::string& token_hash);
    /// The newest first.
    std::vector<AccessTokenRecord> of(const std::string& login);
    void touch(const std::string& token_hash, Instant now);
    /// Whether there was such a token that was not revoked before.
    bool revoke(const std::string& token_hash, Instant now);

private:
    sql::Connection& connection_;
};

} // namespace tiendo::store
