#pragma once

#include "base/date.hpp"
#include "base/result.hpp"

#include <string>

namespace tiendo::mail {

/// A file that goes with a letter.
struct Attachment {
    std::string name{}; ///< empty: there is none
    std::string type{};
    std::string bytes{};
};

/// One e-mail: plain text in UTF-8 to one address.
struct Letter {
    std::string id{}; ///< stays the same however often it is sent: "<id>" is its Message-ID
    std::string from{};
    std::string from_name{};
    std::string to{};
    std::string subject{};
    std::string body{};
    Instant date{};
    Attachment attachment{};
};

/// As it goes over the line (RFC 5322, MIME), lines ended by CR LF. Refuses an address, a name or a
/// subject that holds a line break: nobody writes headers of ours.
Result<std::string> mime_text(const Letter& letter);

} // namespace tiendo::mail
