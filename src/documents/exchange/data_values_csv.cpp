#include "base/text.hpp"
#include "documents/exchange/csv_rows.hpp"
#include "documents/exchange/data_values.hpp"

#include <algorithm>

namespace tiendo::documents {
namespace {

/// Which field a column holds, by the names that DHIS2's versions gave it; none for columns that
/// mean nothing to us.
std::string DataValue::* field_named(std::string_view head)
{
    static const std::map<std::string, std::string_view> short_names{
        {"catoptcombo", "categoryOptionCombo"},
        {"attroptcombo", "attributeOptionCombo"},
        {"strby", "storedBy"},
        {"lstupd", "lastUpdated"},
        {"cmt", "comment"},
    };
    auto wanted = to_lower(squeeze(head));
    if (const auto found = short_names.find(wanted); found != short_names.end())
        wanted = to_lower(found->second);
    for (const auto& [name, field] : data_value_fields)
        if (to_lower(name) == wanted) return field;
    return nullptr;
}

class CsvReader : public DataValuesReader {
public:
    explicit CsvReader(Use use)
        : use_(std::move(use)),
          rows_([this](std::int64_t line, std::span<const std::string_view> row) {
              return columns_.empty() ? take_head(row) : take_row(line, row);
          })
    {
    }

    Result<Done> feed(std::string_view piece) override { return rows_.feed(piece); }

    Result<Done> finish() override
    {
        TRY(rows_.finish());
        if (columns_.empty()) return refuse(Refusal::unreadable, "values.no_head");
        return done;
    }

private:
    Result<Done> take_head(std::span<const std::string_view> row)
    {
        for (const auto& head : row)
            columns_.push_back(field_named(head));
        for (const auto field :
             {&DataValue::element, &DataValue::period, &DataValue::unit, &DataValue::value}) {
            const auto count = std::ranges::count(columns_, field);
            if (count != 1) return refuse(Refusal::unreadable, "values.no_head");
        }
        return done;
    }

    Result<Done> take_row(std::int64_t line, std::span<const std::string_view> row)
    {
        if (row.size() > columns_.size())
            return refuse(
                Refusal::unreadable, "values.row_too_wide", {{"line", std::to_string(line)}}
            );
        // The same one each time: its texts keep their room.
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (columns_[i] == nullptr) continue;
            const auto text = i < row.size() ? row[i] : std::string_view{};
            if (!is_valid_utf8(text))
                return refuse(
                    Refusal::unreadable, "values.not_utf8", {{"line", std::to_string(line)}}
                );
            value_.*columns_[i] = to_nfc(text);
        }
        value_.index = index_++;
        value_.line = line;
        return use_(value_);
    }

    Use use_;
    std::vector<std::string DataValue::*> columns_{};
    DataValue value_{};
    std::int64_t index_ = 0;
    CsvRows rows_;
};

} // namespace

std::unique_ptr<DataValuesReader> data_values_csv(DataValuesReader::Use use)
{
    return std::make_unique<CsvReader>(std::move(use));
}

} // namespace tiendo::documents
