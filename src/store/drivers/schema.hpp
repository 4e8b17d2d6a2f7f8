#pragma once

#include "base/result.hpp"
#include "store/access.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tiendo::store::sql {

class Connection;

/// One file of store/schema. A step is never edited once it was released.
///
/// The steps are written in the words of SQLite's strict tables; PostgreSQL's driver says BIGINT
/// for INTEGER and BYTEA for BLOB, and orders all text by its bytes as SQLite does.
class SchemaStep {
public:
    static std::vector<SchemaStep> all();

    std::int64_t version() const { return version_; }
    std::string_view name() const { return name_; }
    std::string_view text() const { return text_; }

private:
    SchemaStep() = default;

    std::int64_t version_ = 0;
    std::string_view name_;
    std::string_view text_;
};

/// Brings the schema up to this program's version, in one transaction. Refuses a store that a newer
/// program has written. For reading nothing is changed, so an older store is refused too.
Result<Done> bring_up_to_date(Connection& connection, Access access);

} // namespace tiendo::store::sql
