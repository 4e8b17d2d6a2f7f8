#pragma once

#include "base/result.hpp"
#include "domain/chase/ledger.hpp"

#include <optional>
#include <string>
#include <vector>

/// The steps by which a report is asked for, as data, and which of them is due now.
namespace tiendo {

enum class RungKind {
    reminder,  ///< lời nhắc, on or before the last day
    overdue,   ///< nhắc quá hạn
    head_list, ///< danh sách cho lãnh đạo phòng
    letter,    ///< công văn đôn đốc
    estimate,  ///< the window has closed: the official figure in place of the estimate
};

struct Rung {
    RungKind kind = RungKind::reminder;
    int working_days = 0; ///< after the deadline, negative: before it; `estimate`: after the window
    bool by_mail = true;  ///< beside the notice in the product

    /// "overdue+1": what it is called where it was climbed.
    std::string key() const;

    friend bool operator==(const Rung&, const Rung&) = default;
};

struct Ladder {
    bool is_automatic = false; ///< until the office turns it on
    int link_days = 10;        ///< how long after the deadline a one-time link still opens
    std::vector<Rung> rungs{};

    friend bool operator==(const Ladder&, const Ladder&) = default;
};

/// −3 and −1 reminders, +1 a reminder of what is overdue, +2 the list, +3 the letter; +1 after the
/// window for estimates.
const Ladder& usual_ladder();

/// Reminders lie before the deadline or on it, all others after it; no rung twice.
Result<Done> check_ladder(const Ladder& ladder);

/// How somebody is addressed; follows from rank and from where the report stands.
enum class Tone {
    reminding,   ///< "đề nghị hoàn thành và nộp đúng hạn"
    overdue,     ///< "đề nghị khẩn trương hoàn thành"
    returned,    ///< to communes: "đã được trả lại"
    completing,  ///< to agencies: "đề nghị bổ sung, hoàn thiện"
    cooperating, ///< to the Front and the mass organisations: "đề nghị phối hợp, cung cấp"
    letter,      ///< "đang trình ban hành công văn đôn đốc"
    estimate,    ///< "đề nghị cập nhật số liệu chính thức"
};

/// One step towards one unit; without a unit it is the list for the head of the office.
struct Notice {
    UnitId unit{};
    Rung rung{};
    Date day{}; ///< on which the rung fell due
    Tone tone = Tone::reminding;
    std::vector<OwedItem> items{}; ///< exactly what is missing
    std::vector<UnitId> listed{};  ///< the units on the head's list

    friend bool operator==(const Notice&, const Notice&) = default;
};

/// What was sent before, by whomever. A letter that an officer issued is a rung "letter 15/LĐTBXH".
struct SentNotice {
    UnitId unit{};
    std::string rung{};
    Date day{}; ///< of the rung
    Instant at{};
};

/// 07:30 to 17:00 of a working day.
bool is_office_hour(Instant now, const WorkingDays& days);
/// The moment itself where it is one, else 07:30 of the next working day.
Instant office_hour_from(Instant now, const WorkingDays& days);

/// The day that is so many working days after `day` (before it: negative). Zero is the day itself,
/// or the last working day before it.
Date working_days_from(Date day, int count, const WorkingDays& days);

/// What is to be sent at the ledger's moment. Outside office hours nothing; to one unit at most one
/// notice a working day; no rung twice for one deadline. Before the deadline the nearest reminder
/// counts alone; after it no rung is passed over. Who has reported, is excluded or reports
/// separately gets nothing; the Front and the mass organisations never get a letter.
std::vector<Notice> due_notices(
    const Ledger& ledger,
    const Ladder& ladder,
    const std::vector<SentNotice>& sent,
    const WorkingDays& days
);

/// Whether an officer may remind that unit now: the report is open, or was signed empty.
bool may_be_chased(const UnitDues& dues);
/// Whether a chasing letter may go there: overdue, and of a body that takes orders.
bool may_get_letter(const UnitDues& dues);

Tone tone_for(const UnitDues& dues);

/// Whether what a notice of that rung said still holds: a mail that had to wait is dropped once the
/// report has come, more time was granted, or the day that it reminds of has passed.
bool still_holds(const std::string& rung, const UnitDues& dues, Instant now);

/// "reminder", "head_list" …
const char* name_of(RungKind kind);
std::optional<RungKind> rung_kind_named(const std::string& name);

} // namespace tiendo
