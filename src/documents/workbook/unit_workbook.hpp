#pragma once

#include "domain/form/form.hpp"
#include "domain/form/typed_answers.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tiendo::documents {

/// Finds a sentence of the workbook by its key (messages/): the workbook is in Vietnamese alone.
using WorkbookWords = std::function<
    std::string(std::string_view key, const std::map<std::string, std::string>& args)>;

/// HMAC with the store's own key: who changes the hidden sheet cannot sign it anew.
using WorkbookSeal = std::function<std::string(std::string_view text)>;

/// Whose report of what a workbook is.
struct WorkbookIdentity {
    PlanId plan{};
    PeriodId period{};
    UnitId unit{};

    friend bool operator==(const WorkbookIdentity&, const WorkbookIdentity&) = default;
};

/// What stands in the cells that a unit fills, as it was typed.
struct WorkbookAnswers {
    std::map<MeasureId, TypedCell> cells{};
    std::map<std::string, TaskAnswer> tasks{};
    std::map<std::string, TaskAnswer> duties{};
    std::map<std::string, std::vector<ActivityRow>> activities{};
    std::map<std::string, std::string> narrative{};

    friend bool operator==(const WorkbookAnswers&, const WorkbookAnswers&) = default;
};

/// What is said beside a measure, in words.
struct MeasureText {
    std::string target{};
    std::string last_year{};
};

/// One unit's form for one period, before it is a file.
struct UnitWorkbook {
    WorkbookIdentity identity{};
    std::string unit_name{};
    std::string plan_title{};
    std::string period{};      ///< "Năm 2023"
    std::string deadline{};    ///< "17:00 ngày 08/12/2023"
    Instant deadline_at{};     ///< the time that the file bears: the same form makes the same bytes
    std::string mark{};        ///< "Số liệu minh hoạ", or empty
    bool is_estimated = false; ///< new figures are estimates: the data window closes later
    Form form{};
    std::map<MeasureId, MeasureText> measures{};
    WorkbookAnswers answers{}; ///< what the unit typed or submitted already
};

} // namespace tiendo::documents
