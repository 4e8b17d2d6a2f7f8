#include "domain/form/evidence.hpp"

#include "base/digest.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace tiendo {
namespace {

using namespace std::string_view_literals;

constexpr std::array<std::pair<EvidenceKind, const char*>, 5> names{{
    {EvidenceKind::pdf, "pdf"},
    {EvidenceKind::docx, "docx"},
    {EvidenceKind::xlsx, "xlsx"},
    {EvidenceKind::jpg, "jpg"},
    {EvidenceKind::png, "png"},
}};

bool holds(std::string_view bytes, std::string_view entry)
{
    return bytes.find(entry) != std::string_view::npos;
}

constexpr std::size_t mebibyte = 1024 * 1024;
constexpr std::size_t key_digits = 8;
constexpr std::array<std::string_view, 3> naming_columns{"number", "title", "name"};

/// What a row holds beside that by which it is called.
ActivityRow beside_name(const ActivityTable& table, ActivityRow row)
{
    for (const auto column : naming_columns)
        if (table.column(column) != nullptr) row.erase(std::string(column));
    std::erase_if(row, [](const auto& cell) { return squeeze(cell.second).empty(); });
    return row;
}

} // namespace

std::optional<EvidenceKind> evidence_kind(std::string_view bytes)
{
    if (bytes.starts_with("%PDF-"sv)) return EvidenceKind::pdf;
    if (bytes.starts_with("\xff\xd8\xff"sv)) return EvidenceKind::jpg;
    if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv)) return EvidenceKind::png;
    // Both are archives; the names of their entries stand in them unpacked. One with macros is
    // neither.
    if (!bytes.starts_with("PK\x03\x04"sv) || holds(bytes, "vbaProject.bin"sv)) return std::nullopt;
    if (holds(bytes, "word/document.xml"sv)) return EvidenceKind::docx;
    if (holds(bytes, "xl/workbook.xml"sv)) return EvidenceKind::xlsx;
    return std::nullopt;
}

const char* name_of(EvidenceKind kind)
{
    return std::ranges::find(names, kind, [](const auto& name) { return name.first; })->second;
}

std::optional<EvidenceKind> evidence_kind_named(std::string_view name)
{
    for (const auto& [kind, known] : names)
        if (name == known) return kind;
    return std::nullopt;
}

bool can_be_previewed(EvidenceKind kind)
{
    return kind == EvidenceKind::pdf || kind == EvidenceKind::jpg || kind == EvidenceKind::png;
}

std::string row_name(const ActivityTable& table, const ActivityRow& row)
{
    std::vector<std::string> parts;
    for (const auto column : naming_columns) {
        const auto found = row.find(std::string(column));
        if (table.column(column) == nullptr || found == row.end()) continue;
        if (auto words = squeeze(found->second); !words.empty()) parts.push_back(std::move(words));
    }
    return join(parts, ", ");
}

std::string row_item(const ActivityTable& table, const ActivityRow& row)
{
    const auto name = row_name(table, row);
    if (name.empty()) return {};
    return "activity/" + table.key + "/" + sha256_hex(name_key(name)).substr(0, key_digits);
}

std::map<std::string, std::string> renamed_rows(
    const ActivityTable& table,
    const std::vector<ActivityRow>& before,
    const std::vector<ActivityRow>& after
)
{
    const auto only_in = [&](const std::vector<ActivityRow>& rows,
                             const std::vector<ActivityRow>& others) {
        std::map<std::size_t, std::string> items;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const auto item = row_item(table, rows[i]);
            const bool is_in_others = std::ranges::any_of(others, [&](const ActivityRow& row) {
                return row_item(table, row) == item;
            });
            if (!item.empty() && !is_in_others) items.emplace(i, item);
        }
        return items;
    };
    const auto gone = only_in(before, after);
    auto come = only_in(after, before);
    std::map<std::string, std::string> renamed;
    const auto pair_where = [&](auto is_same) {
        for (const auto& [i, item] : gone) {
            if (renamed.contains(item)) continue;
            const auto found = std::ranges::find_if(come, [&](const auto& entry) {
                return is_same(i, entry.first);
            });
            if (found == come.end()) continue;
            renamed.emplace(item, found->second);
            come.erase(found);
        }
    };
    pair_where([&](std::size_t i, std::size_t j) {
        const auto rest = beside_name(table, before[i]);
        return !rest.empty() && rest == beside_name(table, after[j]);
    });
    if (before.size() == after.size())
        pair_where([](std::size_t i, std::size_t j) { return i == j; });
    return renamed;
}

Result<EvidenceKind> check_evidence(std::string_view bytes, const EvidenceCount& kept)
{
    if (bytes.empty()) return refuse(Refusal::invalid, "evidence.no_file", {}, "file");
    if (bytes.size() > evidence_bytes_max) {
        return refuse(
            Refusal::too_large,
            "evidence.too_large",
            {{"limit", std::to_string(evidence_bytes_max / mebibyte)}},
            "file"
        );
    }
    if (kept.of_item >= evidence_of_item_max) {
        return refuse(
            Refusal::invalid,
            "evidence.too_many",
            {{"limit", std::to_string(evidence_of_item_max)}},
            "file"
        );
    }
    if (kept.of_report >= evidence_of_report_max) {
        return refuse(
            Refusal::invalid,
            "evidence.too_many_of_report",
            {{"limit", std::to_string(evidence_of_report_max)}},
            "file"
        );
    }
    const auto kind = evidence_kind(bytes);
    if (!kind) return refuse(Refusal::invalid, "evidence.unknown_kind", {}, "file");
    return *kind;
}

} // namespace tiendo
