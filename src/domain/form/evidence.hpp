#pragma once

#include "base/result.hpp"
#include "domain/form/activity_table.hpp"
#include "domain/form/answers.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tiendo {

/// What a file that bears out a report may be. Nothing that runs, and nothing that a browser would
/// take for a page.
enum class EvidenceKind { pdf, docx, xlsx, jpg, png };

/// docs/limits.md
constexpr std::size_t evidence_bytes_max = 10 * 1024 * 1024;
constexpr std::size_t evidence_of_item_max = 5;
constexpr std::size_t evidence_of_report_max = 60;

/// By its first bytes, never by its name; none if it is nothing that is taken.
std::optional<EvidenceKind> evidence_kind(std::string_view bytes);

/// "pdf", "docx" …, and back.
const char* name_of(EvidenceKind kind);
std::optional<EvidenceKind> evidence_kind_named(std::string_view name);

/// Whether a browser can show it by itself, without anything that could act.
bool can_be_previewed(EvidenceKind kind);

/// What a row of an activity table is called: its number, title or name; empty where it only
/// counts.
std::string row_name(const ActivityTable& table, const ActivityRow& row);
/// The row as an item that files bear out: "activity/documents/1a2b3c4d". It follows from what the
/// row is called, so that it stays when rows move; empty where the row has no name.
std::string row_item(const ActivityTable& table, const ActivityRow& row);

/// Rows that were given another name in one save: the item of each before, and after. A row is the
/// same when it stands at its place, or holds the same beside its name, and no other row took its
/// old name.
std::map<std::string, std::string> renamed_rows(
    const ActivityTable& table,
    const std::vector<ActivityRow>& before,
    const std::vector<ActivityRow>& after
);

/// What is kept before another file is added: its own kind and size, and how many there are.
struct EvidenceCount {
    std::size_t of_item = 0;
    std::size_t of_report = 0;
};
/// Refuses what is empty, too large, one too many, or no kind that is taken.
Result<EvidenceKind> check_evidence(std::string_view bytes, const EvidenceCount& kept);

} // namespace tiendo
