#pragma once

#include <map>
#include <optional>
#include <string>

namespace tiendo::store {

namespace sql {
class Connection;
}

/// What holds for the whole office, by key: its name, its options, the pinned clock of a sample.
class Settings {
public:
    explicit Settings(sql::Connection& connection) : connection_(connection) {}

    std::optional<std::string> find(const std::string& key);
    std::map<std::string, std::string> all();

    void put(const std::string& key, const std::string& value);
    void remove(const std::string& key);

private:
    sql::Connection& connection_;
};

} // namespace tiendo::store
