#include "web/views/chase_words.hpp"

#include "app/chase/workbook_mail.hpp"
#include "base/text.hpp"
#include "domain/chase/inner_notice.hpp"
#include "domain/chase/ladder.hpp"

namespace tiendo::web::view {

namespace {

std::string numbers_of(const std::vector<OwedItem>& items)
{
    std::vector<std::string> numbers;
    for (const auto& item : items)
        numbers.push_back(item.number);
    return join(numbers, "; ");
}

/// The signed number at a rung's end: "+1" of "overdue+1".
std::size_t sign_of(const std::string& rung)
{
    return rung.find_first_of("+-");
}

} // namespace

std::string item_name(const OwedItem& item, const Wording& words)
{
    switch (item.kind) {
    case ItemKind::measure:
        return item.number;
    case ItemKind::task:
        return words.text("chase.task", {{"number", item.number}});
    case ItemKind::duty:
        return words.text("chase.duty", {{"number", item.number}});
    case ItemKind::table:
        return words.text("chase.table");
    }
    return item.number;
}

std::string dues_notes(const UnitDues& dues, const Wording& words)
{
    std::vector<std::string> notes;
    const auto& report = dues.report;
    if (dues.is_signed_empty()) notes.push_back(words.text("chase.signed_empty"));
    if (report.own_deadline && is_unsent(report.stage))
        notes.push_back(words.text(
            "chase.extended",
            {{"deadline", words.moment(*report.own_deadline)}, {"reason", report.reason}}
        ));
    else if (!report.reason.empty())
        notes.push_back(report.reason);
    const bool is_with_leader = report.stage == Stage::awaiting_leader;
    if (!is_with_leader && dues.missing().empty() && !dues.in_state(ItemState::unsent).empty())
        notes.push_back(words.text("chase.unsent"));
    if (const auto items = dues.in_state(ItemState::estimate_to_replace); !items.empty())
        notes.push_back(words.text("chase.to_replace", {{"items", numbers_of(items)}}));
    return join(notes, " · ");
}

std::string rung_words(const std::string& rung, const Wording& words)
{
    if (rung.starts_with("letter "))
        return words.text("rung.letter_issued", {{"number", rung.substr(7)}});
    if (is_inner(rung))
        return words.text(rung.starts_with("for_leader") ? "rung.for_leader" : "rung.given_back");
    if (rung == app::workbook_rung) return words.text("rung.workbook");
    const auto sign = sign_of(rung);
    const auto kind = rung_kind_named(rung.substr(0, sign));
    if (!kind) return words.text("rung.manual");
    return words.text(std::string("rung.") + name_of(*kind));
}

std::string notice_summary(const app::NoticeSent& notice, const Wording& words)
{
    return words.text(
        "chase.notice",
        {{"rung", rung_words(notice.rung, words)}, {"moment", words.moment(notice.at)}}
    );
}

Object notice_to_unit(const app::NoticeSent& notice, const Wording& words)
{
    return {
        {"id", notice.id},
        {"summary", notice_summary(notice, words)},
        {"subject", notice.subject},
        {"body", notice.body},
        {"is_read", notice.read_at.has_value()},
        {"was_read",
         notice.read_at ? words.text("notice.was_read", {{"moment", words.moment(*notice.read_at)}})
                        : std::string()},
    };
}

std::string notice_fate(const app::NoticeSent& notice, const Wording& words)
{
    std::vector<std::string> fate;
    fate.push_back(
        notice.read_at ? words.text("chase.read", {{"moment", words.moment(*notice.read_at)}})
                       : words.text("chase.unread")
    );
    if (notice.mail_state != "none") fate.push_back(words.text("mail_state." + notice.mail_state));
    return join(fate, " · ");
}

std::string phone_address(std::string_view phone)
{
    std::string address = "tel:";
    for (const char c : phone) {
        const bool is_digit = c >= '0' && c <= '9';
        if (is_digit || (c == '+' && address.size() == 4))
            address += c;
        else if (std::string_view(" .-()\t").find(c) == std::string_view::npos &&
                 address.size() > 4)
            break;
    }
    return address;
}

} // namespace tiendo::web::view
