#include "domain/report/report_difference.hpp"

#include "base/text.hpp"
#include "domain/report/report_writer.hpp"
#include "domain/report/run_walk.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace tiendo {
namespace {

/// One sentence or row with what tells it from the others.
struct Item {
    std::string identity{};
    std::string heading{};
    std::string key{};
    std::string text{};
    std::vector<NumberChange> numbers{}; ///< source and value alone
};

class ItemList {
public:
    explicit ItemList(const OfficialDocument& document)
    {
        for (const auto& block : document.body)
            add(block, "body");
        for (const auto& annex : document.annexes) {
            heading_ = annex.label + " " + annex.title;
            for (const auto& block : annex.blocks)
                add(block, annex.title);
        }
    }

    const std::vector<Item>& items() const { return items_; }

private:
    void add(const Block& block, const std::string& scope)
    {
        if (const auto* heading = std::get_if<Heading>(&block)) {
            if (heading->level == 1) part_ = heading->label + " " + heading->text;
            heading_ =
                heading->level == 1 ? part_ : part_ + " – " + heading->label + " " + heading->text;
        } else if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
            Item item;
            item.key = paragraph->key;
            item.identity = paragraph->key;
            add_runs(item, paragraph->runs);
            keep(std::move(item));
        } else {
            for (const auto& row : std::get<Table>(block).rows)
                add_row(row, scope);
        }
    }

    /// A row is known by its name, since numbers in front shift.
    void add_row(const TableRow& row, const std::string& scope)
    {
        if (row.group || row.cells.empty()) return;
        Item item;
        const auto& name = row.cells.size() > 1 ? row.cells[1] : row.cells[0];
        item.identity = scope + "|" + text_of(scope == "body" ? row.cells[0] : name);
        for (const auto& cell : row.cells) {
            if (!item.text.empty()) item.text += " | ";
            add_runs(item, cell);
        }
        keep(std::move(item));
    }

    static void add_runs(Item& item, const Runs& runs)
    {
        for (const auto& run : runs) {
            if (run.source == clock_source) continue;
            item.text += run.text;
            if (!run.source.empty()) item.numbers.push_back({run.source, {}, run.text});
        }
    }

    void keep(Item item)
    {
        item.heading = heading_;
        item.text = squeeze(item.text);
        const auto seen = ++seen_[item.identity];
        if (seen > 1) item.identity += "#" + std::to_string(seen);
        items_.push_back(std::move(item));
    }

    std::vector<Item> items_;
    std::map<std::string, int> seen_;
    std::string part_;
    std::string heading_;
};

std::vector<NumberChange> changed_numbers(const Item& before, const Item& now)
{
    std::vector<NumberChange> changes;
    std::map<std::string, std::vector<std::string>> earlier;
    for (const auto& number : before.numbers)
        earlier[number.source].push_back(number.now);
    std::map<std::string, std::size_t> seen;
    for (const auto& number : now.numbers) {
        const auto index = seen[number.source]++;
        const auto& values = earlier[number.source];
        if (index < values.size() && values[index] != number.now)
            changes.push_back({number.source, values[index], number.now});
    }
    return changes;
}

class Comparison {
public:
    Comparison(const OfficialDocument& before, const OfficialDocument& now)
        : before_(before), now_(now)
    {
        for (const auto& item : before_.items())
            by_identity_[item.identity] = &item;
        for (const auto& item : now_.items())
            identities_now_.insert(item.identity);
    }

    std::vector<ReportChange> compare()
    {
        std::size_t at = 0;
        const auto& earlier = before_.items();
        for (const auto& item : now_.items()) {
            const auto found = by_identity_.find(item.identity);
            if (found == by_identity_.end()) {
                changes_.push_back(
                    {SentenceChange::added, item.heading, item.key, {}, item.text, {}}
                );
                continue;
            }
            for (; at < earlier.size() && &earlier[at] <= found->second; ++at)
                removed(earlier[at]);
            changed(*found->second, item);
        }
        for (; at < earlier.size(); ++at)
            removed(earlier[at]);
        return std::move(changes_);
    }

private:
    void removed(const Item& item)
    {
        if (identities_now_.contains(item.identity)) return;
        changes_.push_back({SentenceChange::removed, item.heading, item.key, item.text, {}, {}});
    }

    void changed(const Item& before, const Item& now)
    {
        if (before.text == now.text) return;
        auto numbers = changed_numbers(before, now);
        if (now.key.empty() && !numbers.empty()) {
            const bool told = std::ranges::all_of(numbers, [&](const NumberChange& number) {
                return told_.contains(number.source + "|" + number.now);
            });
            if (told) return;
        }
        for (const auto& number : numbers)
            told_.insert(number.source + "|" + number.now);
        changes_.push_back(
            {SentenceChange::changed, now.heading, now.key, before.text, now.text, numbers}
        );
    }

    ItemList before_;
    ItemList now_;
    std::map<std::string, const Item*> by_identity_;
    std::set<std::string> identities_now_;
    std::set<std::string> told_;
    std::vector<ReportChange> changes_;
};

void add_stretch(
    std::vector<WordStretch>& stretches, WordStretch::Kind kind, const std::string& word
)
{
    if (!stretches.empty() && stretches.back().kind == kind)
        stretches.back().words += " " + word;
    else
        stretches.push_back({kind, word});
}

} // namespace

std::vector<ReportChange> differences(const OfficialDocument& before, const OfficialDocument& now)
{
    return Comparison(before, now).compare();
}

std::vector<WordStretch> compare_words(const std::string& before, const std::string& now)
{
    const auto a = before.empty() ? std::vector<std::string>{} : split(before, ' ');
    const auto b = now.empty() ? std::vector<std::string>{} : split(now, ' ');
    // lengths[i][j]: the longest common sequence of what follows i in a and j in b.
    std::vector<std::vector<int>> lengths(a.size() + 1, std::vector<int>(b.size() + 1, 0));
    for (auto i = a.size(); i-- > 0;) {
        for (auto j = b.size(); j-- > 0;) {
            lengths[i][j] = a[i] == b[j] ? lengths[i + 1][j + 1] + 1
                                         : std::max(lengths[i + 1][j], lengths[i][j + 1]);
        }
    }
    std::vector<WordStretch> stretches;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && a[i] == b[j]) {
            add_stretch(stretches, WordStretch::Kind::same, a[i]);
            ++i;
            ++j;
        } else if (j >= b.size() || (i < a.size() && lengths[i + 1][j] >= lengths[i][j + 1])) {
            add_stretch(stretches, WordStretch::Kind::removed, a[i++]);
        } else {
            add_stretch(stretches, WordStretch::Kind::added, b[j++]);
        }
    }
    return stretches;
}

} // namespace tiendo
