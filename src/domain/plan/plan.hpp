#pragma once

#include "base/id.hpp"
#include "base/result.hpp"
#include "domain/form/answers.hpp"
#include "domain/indicator/indicator.hpp"
#include "domain/org/unit.hpp"
#include "domain/plan/plan_reading.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tiendo {

using PlanId = Id<struct PlanTag>;

/// One thing that a person decided or corrected. The reading is never altered: a plan is the
/// reading with its changes laid over it, the newest of a path last.
///
/// Paths: document/<field> · objective/<id>/title · target/<id>/text · measure/<id>/<field> ·
/// task/<id>/<field> · duty/<n>/units · report/<n>/due · finding/<key>. See plan_fields().
struct PlanChange {
    int number = 0;
    std::string path{};
    std::string value{}; ///< as text; lists are separated by "; "
    std::string reason{};
    std::string by{}; ///< login of the person
    Instant at{};
    std::string finding{}; ///< key of the finding that it settles, if any

    friend bool operator==(const PlanChange&, const PlanChange&) = default;
};

/// Chỉ tiêu thành phần: one row of forms and tables. A target without quantities has one too
/// (yes/no and narrative); a count beside a percent with the same cadence is its inner condition.
struct Measure {
    MeasureId id{};
    std::string target{}; ///< id of its target
    std::string objective{};
    std::string title{};
    std::optional<Quantity> quantity{};
    std::optional<Quantity> inner{};
    IndicatorId indicator{};            ///< empty until a person confirms one
    UnitIds suppliers{};                ///< who answers it
    std::string no_source{};            ///< why nobody can; excludes suppliers
    std::optional<Decimal> tolerance{}; ///< what "khoảng" allows, in the unit of the value
    bool at_written_precision = false;  ///< compare as rounded to the decimals of the target
    std::string not_judged{};           ///< why there is no verdict: "giữ như văn bản"
    LineRange lines{};

    friend bool operator==(const Measure&, const Measure&) = default;
};

struct Target {
    std::string id{};
    std::string text{};
    LineRange lines{};
    std::vector<MeasureId> measures{};

    friend bool operator==(const Target&, const Target&) = default;
};

struct Objective {
    std::string id{};
    std::string title{};
    std::vector<Target> targets{};

    friend bool operator==(const Objective&, const Objective&) = default;
};

struct Task {
    std::string id{};
    std::string objective{};
    std::string group{};
    std::string text{};
    LineRange lines{};
    UnitIds lead{};
    UnitIds with{};
    std::optional<Date> due{};
    std::string product{};
    std::string merged_into{}; ///< id of the task that it repeats; such a task is asked of nobody

    friend bool operator==(const Task&, const Task&) = default;
};

struct Duty {
    std::string id{};                 ///< its number in the list, "1"…
    std::vector<std::string> names{}; ///< as the document names them
    UnitIds units{};
    std::vector<std::string> clauses{};
    LineRange lines{};

    friend bool operator==(const Duty&, const Duty&) = default;
};

/// A finding with what was decided about it.
struct PlanFinding {
    std::string key{}; ///< "rate_not_reduced@51"
    Finding finding{};
    bool blocking = false; ///< must be decided before a period can be opened
    std::optional<PlanChange> decision{};

    friend bool operator==(const PlanFinding&, const PlanFinding&) = default;
};

/// Something that the document does not say and that a person must add.
struct Question {
    std::string key{};     ///< message key: "question.measure_without_supplier" …
    std::string place{};   ///< path of the field to fill, "measure/3.2a/suppliers"
    std::string subject{}; ///< "3.2a"
    bool blocking = false;

    friend bool operator==(const Question&, const Question&) = default;
};

/// The plan in use.
struct Plan {
    PlanId id{};
    DocumentHead head{};
    std::vector<Objective> objectives{};
    std::vector<Measure> measures{}; ///< in the order of the document
    std::vector<Task> tasks{};       ///< merged ones included
    std::vector<Duty> duties{};
    std::vector<ReadReport> reports{};
    std::vector<ReadEvent> events{};
    std::vector<ReadRecipient> recipients{};
    std::vector<PlanFinding> findings{};
    std::map<std::string, PlanChange> changed{}; ///< the change in force of each path

    const Measure* measure(const MeasureId& id) const;
    const Task* task(const std::string& id) const;
    /// Those that count: without the ones merged into others.
    std::vector<const Task*> active_tasks() const;

    friend bool operator==(const Plan&, const Plan&) = default;
};

/// Names of bodies mean the units of that day: the plan's last, or its date.
Date day_of_names(const DocumentHead& head);
/// The People's Committee that issued it; empty where another body did, or one that is not known.
UnitId issuer_of(const DocumentHead& head, const UnitDirectory& directory);

/// Lays the changes over the reading. Names of bodies are looked up in the directory as of the
/// plan's last day (or its date). Refuses a change whose path or value is none.
Result<Plan> plan_with_changes(
    PlanId id,
    const PlanReading& reading,
    const std::vector<PlanChange>& changes,
    const UnitDirectory& directory
);

/// Whether a period cannot be opened before a person has decided about it: a property of the kind
/// of finding, apart from its severity.
bool is_blocking(const Finding& finding);

/// "rate_not_reduced@51"
std::string finding_key(const Finding& finding);

/// What must still be asked, blocking ones first.
std::vector<Question> open_questions(const Plan& plan);

/// Open blocking findings and questions: with any left, no period can be opened.
bool is_ready(const Plan& plan);

} // namespace tiendo
