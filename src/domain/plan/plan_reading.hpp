#pragma once

#include "base/date.hpp"
#include "base/decimal.hpp"

#include <optional>
#include <string>
#include <vector>

/// What a plan document says, as it was read: one struct for each object of Plan JSON (version 1).
/// Nothing here was decided by a person; see plan.hpp for the plan in use.
namespace tiendo {

/// Lines of the source, 1-based, both included; {0, 0} where nothing in the source stands behind
/// it.
struct LineRange {
    int first = 0;
    int last = 0;

    friend bool operator==(const LineRange&, const LineRange&) = default;
};

enum class Comparator { at_least, at_most, above, below, about, exactly };
enum class Cadence { month, quarter, half_year, year };
enum class Change { increase, decrease };
enum class Severity { error, warning, note };

/// A quantity that a target fixes.
struct Quantity {
    Comparator comparator = Comparator::at_least;
    Decimal value{};
    std::string unit{}; ///< percent | ratio | per_N | count | a counted noun ("tin, bài")
    std::optional<Decimal> baseline{};
    std::optional<Date> due{};
    std::optional<Cadence> every{};
    std::optional<Change> change{}; ///< set where the value is the size of a change

    friend bool operator==(const Quantity&, const Quantity&) = default;
};

/// Chỉ tiêu, with one quantity for each that it fixes; none for a target in words only.
struct ReadTarget {
    std::string id{}; ///< "<objective>.<n>"
    std::string text{};
    LineRange lines{};
    std::vector<Quantity> quantities{};

    friend bool operator==(const ReadTarget&, const ReadTarget&) = default;
};

/// Mục tiêu; without a title where a plan lists targets without objectives.
struct ReadObjective {
    std::string id{};
    std::optional<std::string> title{};
    LineRange lines{};
    std::vector<ReadTarget> targets{};

    friend bool operator==(const ReadObjective&, const ReadObjective&) = default;
};

/// Nhiệm vụ, giải pháp.
struct ReadTask {
    std::string id{};
    std::optional<std::string> objective{}; ///< id of the objective that its heading names
    std::optional<std::string> group{};     ///< the heading above it where that is no objective
    std::string text{};
    LineRange lines{};
    std::vector<std::string> lead{};
    std::vector<std::string> with{};
    std::optional<Date> due{};
    std::optional<std::string> product{};

    friend bool operator==(const ReadTask&, const ReadTask&) = default;
};

/// An item of "Tổ chức thực hiện": who must do what.
struct ReadDuty {
    std::vector<std::string> units{};
    std::string text{}; ///< its clauses, one a line
    LineRange lines{};

    friend bool operator==(const ReadDuty&, const ReadDuty&) = default;
};

/// A reporting obligation.
struct ReadReport {
    std::vector<std::string> from{};
    std::vector<std::string> to{};
    std::vector<std::string> via{};
    std::optional<Cadence> every{};
    std::string due{};   ///< "2023-12-10", "--12-10", "--*-20"; empty where the text names no day
    bool before = false; ///< "trước ngày": the day itself is too late
    LineRange lines{};

    friend bool operator==(const ReadReport&, const ReadReport&) = default;
};

/// An event that the plan announces ("Tháng hành động ...").
struct ReadEvent {
    std::string title{};
    std::string from{}; ///< "2023-11-15", or "--11-15" where it returns each year
    std::string to{};
    LineRange lines{};

    friend bool operator==(const ReadEvent&, const ReadEvent&) = default;
};

struct ReadRecipient {
    std::string name{};
    std::string role{}; ///< "b/c", "t/h", "p/h", "đ/b" or empty

    friend bool operator==(const ReadRecipient&, const ReadRecipient&) = default;
};

/// Words that were read otherwise than they are written ("Hòì" as "Hồi"); never a number.
struct TextRepair {
    std::string before{};  ///< as written
    std::string after{};   ///< as read
    std::string context{}; ///< `after` with up to two words on each side, as read

    friend bool operator==(const TextRepair&, const TextRepair&) = default;
};

/// What a careful clerk would ask about before the plan is issued.
struct Finding {
    std::string code{};
    Severity severity = Severity::note;
    LineRange lines{};
    std::string message{};
    std::string message_en{};
    std::string suggestion{};
    std::string suggestion_en{};
    std::vector<TextRepair> repairs{}; ///< that were made in its line

    friend bool operator==(const Finding&, const Finding&) = default;
};

struct Basis {
    std::string number{};
    std::optional<Date> date{};
    std::string issuer{};

    friend bool operator==(const Basis&, const Basis&) = default;
};

/// "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH"; empty where absent.
struct Signer {
    std::string authority{};
    std::string capacity{};
    std::string position{};
    std::string name{};

    friend bool operator==(const Signer&, const Signer&) = default;
};

struct DocumentHead {
    std::string kind{};
    std::string number{}; ///< empty where it was left blank
    std::string symbol{};
    std::string issuer{};
    std::string place{};
    std::optional<Date> date{};
    std::string title{};
    std::optional<Date> period_from{};
    std::optional<Date> period_to{};
    std::vector<Basis> bases{};
    Signer signer{};

    friend bool operator==(const DocumentHead&, const DocumentHead&) = default;
};

struct PlanReading {
    DocumentHead document{};
    std::vector<ReadObjective> objectives{};
    std::vector<ReadTask> tasks{};
    std::vector<ReadDuty> duties{};
    std::vector<ReadReport> reports{};
    std::vector<ReadEvent> events{}; ///< "campaigns" in Plan JSON
    std::vector<ReadRecipient> recipients{};
    int annexes_mentioned = 0;
    int annexes_present = 0;
    std::vector<Finding> findings{};

    friend bool operator==(const PlanReading&, const PlanReading&) = default;
};

} // namespace tiendo
