#pragma once

#include "store/drivers/database.hpp"
#include "store/store.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace tiendo::store {

/// The databases that the contract is tried on: SQLite always, PostgreSQL when TIENDO_TEST_POSTGRES
/// holds its address (tools/with-postgres).
std::vector<std::string> databases_to_try();

/// A folder of its own, gone at the end; in memory where the system offers that, since no test
/// depends on how fast the disk is.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

private:
    std::filesystem::path path_;
};

/// One test on one database: begins with an empty store.
class Contract : public testing::TestWithParam<std::string> {
protected:
    Contract();

    /// The same database, opened once more.
    Store opened_again(Access access = Access::write) const;
    /// One more store on the same kind of database, with nothing in it.
    std::string another_empty_location() const;
    /// The database beneath the store, for what the store would never do.
    std::unique_ptr<sql::Database> beneath() const { return beneath(location_); }
    static std::unique_ptr<sql::Database> beneath(const std::string& location);
    /// A plan to hang periods and reports on; answers its id.
    std::int64_t add_plan();

    TemporaryFolder folder_;
    std::string location_;
    Store store_;
};

/// A unit's report as tests hand it in.
NewSubmission
submission_of(const ReportKey& report, const std::string& body, const std::string& key);

/// The value, where a refusal would be a mistake of the test.
template <class Value> Value taken(Result<Value> result)
{
    if (!result) throw std::runtime_error("refused: " + result.error().problems.at(0).key);
    return std::move(result).value();
}

/// The key of the refusal; empty if there was none.
template <class Value> std::string refusal(const Result<Value>& result)
{
    return result ? std::string() : result.error().problems.at(0).key;
}

} // namespace tiendo::store

#define TRY_ON_ALL_DATABASES(suite)                                                                \
    INSTANTIATE_TEST_SUITE_P(                                                                      \
        On,                                                                                        \
        suite,                                                                                     \
        testing::ValuesIn(databases_to_try()),                                                     \
        [](const auto& tried) { return tried.param; }                                              \
    )
