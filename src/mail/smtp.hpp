#pragma once

#include "mail/letter.hpp"

#include <functional>
#include <string>

namespace tiendo::mail {

enum class Security { none, starttls, tls };

struct Server {
    std::string host{};
    int port = 587;
    Security security = Security::starttls;
    std::string account{}; ///< empty: it asks for none
    std::string password{};
    std::string certificate{}; ///< PEM of its own authority; empty: the system's
};

/// What became of a letter. SMTP cannot promise "exactly once": between our last byte and the
/// server's answer nobody knows. Before that moment a failure is certain to have delivered nothing
/// and the letter may be sent again; after it without an answer the outcome is `uncertain`.
enum class Delivery {
    sent,      ///< the server has taken it
    refused,   ///< for good: no such mailbox, not allowed
    later,     ///< not now: no connection, server busy, wrong password; nothing was delivered
    uncertain, ///< all was handed over, no answer came
};

struct Outcome {
    Delivery delivery = Delivery::later;
    std::string answer{}; ///< the server's words or the trouble, never a password
};

/// What the sender does on the way.
struct Watch {
    /// Called when all but the end of the letter has gone over: until then the server cannot have
    /// taken it.
    std::function<void()> before_last_byte{};
    /// Whether to give up; asked about every second, as long as giving up delivers nothing.
    std::function<bool()> is_stopped{};
};

/// Sends within a minute or gives up.
Outcome send(const Server& server, const Letter& letter, const Watch& watch);

} // namespace tiendo::mail
