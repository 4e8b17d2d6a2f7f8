#pragma once

#include "base/result.hpp"
#include "store/changes.hpp"

#include <set>
#include <string>
#include <vector>

namespace tiendo::store {

namespace sql {
class Connection;
}

/// All tables as a whole, for copies from one database to another; but the sequence of changes,
/// which belongs to the database and goes on when what it holds is replaced.
class Tables {
public:
    Tables(sql::Connection& connection, NotedChanges& noted)
        : connection_(connection), noted_(noted)
    {
    }

    /// Whether nothing was ever kept here.
    bool are_empty();
    /// Copies every row into tables that are empty.
    void copy_to(Tables target);
    /// Empties all tables but those named, and counts from 1 again.
    void clear(const std::set<std::string>& kept = {});
    /// What the database finds wrong with itself; empty if nothing.
    std::string damage();
    /// Their names, each after those that it refers to.
    static std::vector<std::string> names();

private:
    sql::Connection& connection_;
    NotedChanges& noted_;
};

} // namespace tiendo::store
