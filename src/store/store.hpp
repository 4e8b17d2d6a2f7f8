#pragma once

#include "base/result.hpp"
#include "store/access.hpp"
#include "store/broken_store.hpp"
#include "store/transaction.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

namespace tiendo::store {

namespace sql {
class Database;
}

/// Where everything is kept. Any number of threads may use one store; readers never wait for a
/// writer and see one moment throughout, writers take turns. So whatever takes long (hashing a
/// password, reading a document) is done before write() is called, and neither is called inside the
/// other.
class Store {
public:
    Store(std::unique_ptr<sql::Database> database, Access access);
    ~Store();
    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;

    /// Answers what `use` answers.
    template <class Use> auto read(Use&& use) { return run(Access::read, std::forward<Use>(use)); }

    /// Answers what `use` answers. All that it did is kept when it answered a value, and nothing
    /// when it answered a refusal or threw.
    template <class Use> auto write(Use&& use)
    {
        return run(Access::write, std::forward<Use>(use));
    }

    /// Calls `wake`, in a thread of its own, as soon as another process has changed something that
    /// counts, as long as what it answers lives; null where the database cannot tell. It may be
    /// called too often, and while a lost connection is made again too late: what changed, and
    /// whether, Transaction::changes() tells.
    std::shared_ptr<void> watch(std::function<void()> wake);

private:
    template <class Use> auto run(Access access, Use&& use)
    {
        std::optional<std::invoke_result_t<Use&, Transaction&>> answer;
        run_transaction(access, [&](Transaction& transaction) {
            answer.emplace(use(transaction));
            return is_success(*answer);
        });
        return std::move(*answer);
    }

    template <class Answer> static bool is_success(const Answer&) { return true; }
    template <class Value> static bool is_success(const Result<Value>& answer)
    {
        return answer.has_value();
    }

    void run_transaction(Access access, const std::function<bool(Transaction&)>& use);

    std::unique_ptr<sql::Database> database_;
    Access access_;
};

/// Opens "sqlite:FILE", "sqlite::memory:" or "postgresql://…". For writing, what is missing is made
/// and an older schema is brought up to date; for reading nothing is changed. Refuses an unknown
/// location, a store that is not there (for reading) and one that a newer program has written.
Result<Store> open_store(const std::string& location, Access access = Access::write);

} // namespace tiendo::store
