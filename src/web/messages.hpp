#pragma once

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/result.hpp"
#include "domain/period/period.hpp"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tiendo::web {

enum class Language { vietnamese, english };

/// "vi" or "en", as in the lang attribute.
std::string_view language_code(Language language);

/// Every sentence that a user can read, by key and language: messages/<area>.vi.toml and .en.toml,
/// merged and flattened when the program is built (messages/flatten.py), so that
/// `already_submitted` under [submission] is "submission.already_submitted". "{name}" stands for an
/// argument.
class Messages {
public:
    using Args = std::map<std::string, std::string>;
    using Text = std::pair<std::string_view, std::string_view>; ///< key and sentence

    /// Those embedded in the program.
    static const Messages& embedded();
    /// Keys and sentences, each closed by a zero byte, sorted by key; the bytes must outlive this.
    static Messages parse(std::string_view vietnamese, std::string_view english);

    /// The sentence with its arguments filled in. The key itself where there is no such sentence:
    /// tools/check_messages.py guards against it, and a page with one odd line still serves.
    std::string text(Language language, std::string_view key, const Args& args = {}) const;
    bool has(Language language, std::string_view key) const;

private:
    const Text* find(Language language, std::string_view key) const;

    std::vector<Text> vietnamese_;
    std::vector<Text> english_;
};

/// How things are said to one reader: sentences, numbers, days.
class Wording {
public:
    Wording(const Messages& messages, Language language) : messages_(&messages), language_(language)
    {
    }

    Language language() const { return language_; }
    const Messages& messages() const { return *messages_; }

    std::string text(std::string_view key, const Messages::Args& args = {}) const;
    /// The sentence of a problem; its arguments that are numbers are written as such.
    std::string sentence(const Problem& problem) const;

    /// "1.234,5" or "1,234.5".
    std::string number(const Decimal& number) const;
    std::string number(const Decimal& number, int decimals) const;
    /// With the unit of a quantity (percent, ratio, per_N, count, a counted noun): "26,05%",
    /// "1,6 lần", "31,8/100.000", "3 tin, bài".
    std::string quantity(const Decimal& number, std::string_view unit) const;
    /// "08/12/2023" or "8 December 2023".
    std::string day(Date date) const;
    /// "17:00"
    std::string time(Instant instant) const;
    /// "17:00 ngày 08/12/2023"
    std::string moment(Instant instant) const;
    /// "Năm 2023", "Quý IV/2023", "6 tháng đầu năm 2023", "9 tháng năm 2023", "Tháng 11/2023" for
    /// the period ids 2023, 2023Q4, 2023S1, 2023N9, 202311, 2023Sep; another id is given back as it
    /// is.
    std::string period(const PeriodId& id) const;

private:
    const Messages* messages_;
    Language language_;
};

} // namespace tiendo::web
