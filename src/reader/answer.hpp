#pragma once

#include "base/result.hpp"
#include "documents/text/document_text.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace tiendo::reader {

/// How a reader ends.
inline constexpr int exit_read = 0;
inline constexpr int exit_no_plan = 1;
inline constexpr int exit_unreadable = 2;
inline constexpr int exit_unconfined = 3;

/// All of standard input, or a little more than an upload may have.
std::string read_input();
void write_output(std::string_view text);

/// {"error": "file...."}
int refuse_with(std::string_view key);
int refuse_with(const Error& error);

/// {"plan": {...}, "source": [...]}
int answer_plan(const documents::DocumentText& document);

/// Confines this process for good, and answers. What the answer looks for in files must have been
/// loaded before.
int answer_confined(unsigned cpu_seconds, const std::function<int()>& answer);

} // namespace tiendo::reader
