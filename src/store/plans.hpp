#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "store/changes.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace tiendo::store {

namespace sql {
class Connection;
}

/// The document that a plan was read from, kept as it was handed in.
struct SourceDocument {
    std::string name{};
    std::string bytes{};
    std::string sha256{}; ///< of the bytes; filled in by the store
    std::string lines{};  ///< JSON: the text that was read, line by line

    friend bool operator==(const SourceDocument&, const SourceDocument&) = default;
};

struct PlanRecord {
    std::int64_t id = 0;
    std::string title{};
    std::string state{};
    SourceDocument source{}; ///< the bytes are read apart, with Plans::source_bytes
    std::string reading{};   ///< JSON
    Instant created_at{};
    std::string created_by{};
    std::int64_t revision = 0;

    friend bool operator==(const PlanRecord&, const PlanRecord&) = default;
};

/// What a person decided or corrected in a reading. Only ever added to.
struct PlanChange {
    std::int64_t plan = 0;
    std::int64_t number = 0; ///< from 1; filled in by the store
    std::string path{};
    std::string value{}; ///< JSON
    std::string reason{};
    std::string by{};
    Instant at{};
    std::string finding{}; ///< the finding that it settles, if any

    friend bool operator==(const PlanChange&, const PlanChange&) = default;
};

/// The picture that a page of a scan was recognised in.
struct PlanPage {
    int number = 0; ///< from 1 on
    int width = 0;
    int height = 0;        ///< of the page in points
    std::string picture{}; ///< JPEG; read apart, with Plans::page_picture

    friend bool operator==(const PlanPage&, const PlanPage&) = default;
};

class Plans {
public:
    Plans(sql::Connection& connection, NotedChanges& noted) : connection_(connection), noted_(noted)
    {
    }

    /// Answers the new plan's id, counted from 1.
    std::int64_t add(const PlanRecord& plan);
    Result<PlanRecord> get(std::int64_t id);
    /// The newest first.
    std::vector<PlanRecord> all();
    Result<std::string> source_bytes(std::int64_t id);
    /// Keeps title, state and reading; answers the new revision.
    Result<std::int64_t> put(const PlanRecord& plan);

    void add_page(std::int64_t plan, const PlanPage& page);
    std::vector<PlanPage> pages(std::int64_t plan);
    Result<std::string> page_picture(std::int64_t plan, int page);

    /// Answers the change's number within its plan.
    std::int64_t append(const PlanChange& change);
    std::vector<PlanChange> changes(std::int64_t plan);

private:
    sql::Connection& connection_;
    NotedChanges& noted_;
};

} // namespace tiendo::store
