#pragma once

#include "domain/access/access.hpp"
#include "domain/form/answers.hpp"
#include "domain/form/typed_answers.hpp"
#include "domain/org/unit.hpp"
#include "domain/period/period.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

/// The story of the sample world as data/sample tells it: who there is, what was decided, and what
/// each unit handed in, with the hours of the story. Nothing here is computed.
namespace tiendo::app {

struct StoryAccount {
    std::string login{};
    std::string name{};
    UnitId unit{};
    std::set<Role> roles{};
};

struct StoryDecision {
    std::string path{};
    std::string value{};
    std::string reason{};
    std::string finding{};
    std::string by{};
};

/// A cell in one line: "5/6", "412/431; 398/409", "3, 3, 1, 3", "không phát sinh".
struct StoryCell {
    std::string line{};
    ValueKind kind = ValueKind::estimate;
    std::string reason{};
    std::string note{};
};

struct StoryReport {
    UnitId unit{};
    std::string by{};
    std::string channel{};
    Instant typed_at{};
    std::optional<Instant> submitted_at{};
    std::optional<Instant> accepted_at{};
    std::optional<Instant> returned_at{};
    std::string return_reason{};
    std::map<MeasureId, StoryCell> cells{};
    std::map<std::string, std::string> items{}; ///< of tasks, duties …: their JSON by item name
};

struct StorySeparate {
    UnitId unit{};
    Instant at{};
    std::string reason{};
};

struct StoryYear {
    PeriodId period{};
    UnitId unit{};
    std::map<MeasureId, StoryCell> cells{};
};

struct Story {
    std::vector<Unit> units{};
    std::vector<Succession> successions{};
    std::vector<StoryAccount> accounts{};
    Instant decided_at{};
    std::vector<StoryDecision> decisions{};
    std::vector<StoryReport> reports{};
    std::vector<StorySeparate> separate{};
    Instant history_at{};
    std::vector<StoryYear> history{};
};

/// Reads the story that is built into the program.
Story read_story();

/// The line of a cell as the fields of its form.
TypedCell typed_cell(const StoryCell& cell, const Indicator& indicator);

} // namespace tiendo::app
