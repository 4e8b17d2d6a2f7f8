#pragma once

#include "base/result.hpp"
#include "domain/form/data_value.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace tiendo::documents {

/// The two forms in which data values travel: DHIS2's dataValueSets.
enum class ValuesFormat { csv, json };

/// Writes them one after the other: the head, each value, the tail.
class DataValuesWriter {
public:
    explicit DataValuesWriter(ValuesFormat format) : format_(format) {}

    std::string head() const;
    std::string text(const DataValue& value);
    std::string tail() const;

private:
    ValuesFormat format_;
    bool is_first_ = true;
};

/// Reads them from a file that comes in pieces; holds one value at a time.
class DataValuesReader {
public:
    /// Given each value, in the order of the file.
    using Use = std::function<Result<Done>(const DataValue& value)>;

    virtual ~DataValuesReader() = default;
    /// Refuses a file that is no such one; what single values say is judged elsewhere.
    virtual Result<Done> feed(std::string_view piece) = 0;
    virtual Result<Done> finish() = 0;
};

/// JSON where the file begins so, else CSV, whose first row must name its columns.
std::unique_ptr<DataValuesReader>
data_values_reader(std::string_view beginning, DataValuesReader::Use use);

/// For data_values_reader().
std::unique_ptr<DataValuesReader> data_values_csv(DataValuesReader::Use use);
std::unique_ptr<DataValuesReader> data_values_json(DataValuesReader::Use use);

/// What the journal keeps of an import into one report: how many values, and what each of those
/// that were changed had been before.
struct ImportedValues {
    std::string file{};
    int imported = 0;
    int updated = 0;
    std::map<std::string, std::string> replaced{}; ///< "3.2a": the typed cell, as JSON
};
std::string to_json(const ImportedValues& values);

} // namespace tiendo::documents
