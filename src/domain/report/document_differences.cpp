#include "base/text.hpp"
#include "domain/report/issued_snapshot.hpp"

#include <algorithm>

namespace tiendo {
namespace {

std::string text_of(const Runs& runs)
{
    std::string text;
    for (const auto& run : runs)
        text += run.text;
    return squeeze(text);
}

/// What a document says, each text with the place where a reader finds it.
class Places {
public:
    Places(const OfficialDocument& document, const OfficialWords& say)
    {
        head(document, say);
        blocks(document.body, {});
        for (const auto& annex : document.annexes)
            blocks(annex.blocks, annex.label + ": ");
    }

    const std::vector<std::pair<std::string, std::string>>& all() const { return texts_; }

    const std::string* at(const std::string& place) const
    {
        const auto found =
            std::ranges::find(texts_, place, &std::pair<std::string, std::string>::first);
        return found == texts_.end() ? nullptr : &found->second;
    }

private:
    void head(const OfficialDocument& document, const OfficialWords& say)
    {
        add(say("difference.superior", {}), document.superior);
        add(say("difference.issuer", {}), document.issuer);
        add(say("difference.subject", {}), document.subject);
        add(say("difference.addressees", {}), join(document.addressees, "; "));
        add(say("difference.recipients", {}), join(document.recipients, "; "));
        add(say("difference.signing", {}), join(document.signing, " / "));
        add(say("difference.signer", {}), document.signer_name);
    }

    /// A paragraph is found by the heading above it and its first words or, in a table, by the
    /// first cells of its row and the head of its column.
    void blocks(const std::vector<Block>& blocks, const std::string& before)
    {
        std::string section;
        for (const auto& block : blocks) {
            if (const auto* heading = std::get_if<Heading>(&block)) {
                section = heading->label + " " + heading->text;
            } else if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
                const auto& key = paragraph->key;
                add(before + (key.empty() ? section : section + " [" + key + "]"),
                    text_of(paragraph->runs));
            } else {
                table(std::get<Table>(block), before);
            }
        }
    }

    void table(const Table& table, const std::string& before)
    {
        for (const auto& row : table.rows) {
            if (row.group || row.cells.size() < 2) continue;
            const auto label = text_of(row.cells[0]) + " " + text_of(row.cells[1]);
            for (std::size_t i = 2; i < row.cells.size() && i < table.columns.size(); ++i)
                add(before + label + ", " + table.columns[i].title, text_of(row.cells[i]));
        }
    }

    /// The second text of one place is told apart by its number.
    void add(const std::string& place, std::string text)
    {
        auto name = place;
        for (int number = 2; at(name) != nullptr; ++number)
            name = place + " (" + std::to_string(number) + ")";
        texts_.emplace_back(std::move(name), std::move(text));
    }

    std::vector<std::pair<std::string, std::string>> texts_;
};

} // namespace

std::vector<Difference>
differences(const OfficialDocument& before, const OfficialDocument& after, const OfficialWords& say)
{
    const Places earlier(before, say);
    const Places later(after, say);
    std::vector<Difference> found;
    for (const auto& [place, text] : earlier.all()) {
        const auto* now = later.at(place);
        if (now == nullptr)
            found.push_back({place, text, {}});
        else if (*now != text)
            found.push_back({place, text, *now});
    }
    for (const auto& [place, text] : later.all()) {
        if (earlier.at(place) == nullptr && !text.empty()) found.push_back({place, {}, text});
    }
    // Where a text stands is said without the key that only edits hang on.
    for (auto& difference : found) {
        const auto key = difference.place.find(" [");
        if (key != std::string::npos) difference.place.resize(key);
    }
    return found;
}

} // namespace tiendo
