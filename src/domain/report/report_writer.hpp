#pragma once

#include "domain/report/consolidated_report.hpp"

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What the sections of the consolidated report are written with.
namespace tiendo {

Run plain(std::string text);
/// A computed number, or a word that follows from one, with the address of what is behind it.
Run sourced(std::string text, std::string source);

/// What stands for the names in the braces of a sentence.
using Slots = std::vector<std::pair<std::string, Runs>>;
/// The words of `key` with runs in their braces: "ước đạt {value}".
Runs sentence(const OfficialWords& say, std::string_view key, const Slots& slots);

/// A count as officials write it: "02", "14", "1.012".
std::string count_in_document(const Decimal& count);

std::string text_of(const Runs& runs);
void append(Runs& runs, Runs more);
/// Vietnamese sentences begin with a capital, clauses do not. Abbreviations stay as they are.
std::string with_capital(std::string text);
std::string without_capital(std::string text);
/// Without the full stop that closes it.
std::string without_full_stop(std::string text);

/// Collects the blocks of the body. The office's own words stand in place of the computed ones.
class ReportWriter {
public:
    ReportWriter(const ReportMaterial& material, const OfficialWords& say)
        : material_(material), say_(say)
    {
    }

    const ReportMaterial& material() const { return material_; }
    const OfficialWords& words() const { return say_; }
    std::string say(std::string_view key, const WordArguments& arguments = {}) const
    {
        return say_(key, arguments);
    }

    void part(std::string label, std::string_view title_key);
    void heading(std::string label, std::string text);
    void paragraph(std::string key, Runs runs) { add(std::move(key), std::move(runs), false); }
    void bullet(std::string key, Runs runs) { add(std::move(key), std::move(runs), true); }
    void table(Table table) { blocks_.emplace_back(std::move(table)); }

    /// What the office wrote at places that are not computed any more, so that a refresh loses
    /// none of it. Called at the end of each section with the beginning of its keys.
    void leftovers(std::string_view prefix);

    std::vector<Block> done() { return std::move(blocks_); }

private:
    void add(std::string key, Runs runs, bool bulleted);

    const ReportMaterial& material_;
    const OfficialWords& say_;
    std::vector<Block> blocks_;
    std::set<std::string> written_; ///< keys
};

} // namespace tiendo
