#pragma once

#include "documents/workbook/workbook_reading.hpp"

#include <map>
#include <set>

namespace tiendo::documents {

/// Reads the rows of measures, one for each number, and puts them together at the end.
class MeasureRowReader {
public:
    explicit MeasureRowReader(WorkbookReading& reading) : reading_(reading) {}

    void read(const SheetRow& row, const std::string& key);
    /// Kind and state of each measure, once all its rows were seen.
    void settle();

private:
    struct CellPlace {
        std::string sheet{};
        int column = 0;
        int row = 0;
    };
    struct FoundCell {
        TypedCell cell{};
        std::string kind{};
        std::string state{};
        std::set<std::string> seen{};
        std::vector<CellPlace> places{};
        std::string where{};
    };

    static std::string origin_of(const std::vector<CellPlace>& places);
    std::string
    yes_or_no(const SheetRow& row, const std::string& value, const std::string& item, Shape shape);
    void take_once(
        const SheetRow& row, MeasureColumn column, const std::string& item, std::string& into
    );
    void take_kind(const std::string& item, FoundCell& found);
    void take_state(const std::string& item, FoundCell& found);

    WorkbookReading& reading_;
    std::map<std::string, FoundCell> found_{}; ///< by item
};

} // namespace tiendo::documents
