#pragma once

#include "base/result.hpp"
#include "web/messages.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tiendo::cli {

/// Exit codes: what a script may lean on.
inline constexpr int exit_done = 0;
inline constexpr int exit_no = 1;       ///< the answer is "no": findings, a check that failed
inline constexpr int exit_unusable = 2; ///< used wrongly, or the input could not be read
inline constexpr int exit_broken = 3;   ///< disk, database, network

/// Speaks to the person at the terminal: results to standard output, all else to standard error.
class Console {
public:
    explicit Console(web::Language language) : words(web::Messages::embedded(), language) {}

    web::Wording words;

    /// A line of the result.
    void print(std::string_view line) const;
    /// Line by line; or, where each is a JSON value, as one JSON array.
    void print_list(const std::vector<std::string>& items, bool as_json) const;
    void say(std::string_view key, const web::Messages::Args& args = {}) const;
    /// Beside the result: progress, warnings.
    void note(std::string_view key, const web::Messages::Args& args = {}) const;
    /// One line for each problem; answers the exit code.
    int refuse(const Error& error) const;
    int fault(std::string_view what) const;
};

} // namespace tiendo::cli
