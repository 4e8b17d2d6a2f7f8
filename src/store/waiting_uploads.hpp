#pragma once

#include "base/date.hpp"

#include <string>
#include <vector>

namespace tiendo::store {

namespace sql {
class Connection;
}

/// A document that somebody handed in and that nobody has read yet.
struct WaitingUpload {
    std::string id{}; ///< that the page which waits for it knows
    std::string file_name{};
    std::string bytes{};
    std::string by{};
    Instant at{};

    friend bool operator==(const WaitingUpload&, const WaitingUpload&) = default;
};

class WaitingUploads {
public:
    explicit WaitingUploads(sql::Connection& connection) : connection_(connection) {}

    void add(const WaitingUpload& upload);
    /// In the order in which they came.
    std::vector<WaitingUpload> all();
    void remove(const std::string& id);

private:
    sql::Connection& connection_;
};

} // namespace tiendo::store
