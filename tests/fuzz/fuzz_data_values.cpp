#include "base/result.hpp"
#include "documents/exchange/data_values.hpp"
#include "harness.hpp"

namespace {

using namespace tiendo;

struct Read {
    std::vector<DataValue> values{};
    bool is_whole = false;

    friend bool operator==(const Read&, const Read&) = default;
};

Read read(std::string_view input, std::size_t piece)
{
    Read read;
    const auto reader = documents::data_values_reader(input, [&](const DataValue& value) {
        read.values.push_back(value);
        return Result<Done>(done);
    });
    for (std::size_t at = 0; at < input.size(); at += piece)
        if (!reader->feed(input.substr(at, piece))) return read;
    read.is_whole = reader->finish().has_value();
    return read;
}

/// What a value says, without where it stood.
DataValue said(DataValue value)
{
    value.index = value.line = 0;
    value.follow_up = value.follow_up == "true" ? "true" : "false";
    value.deleted = value.deleted == "true" ? "true" : "false";
    return value;
}

} // namespace

/// Where a file is cut never matters, and what is read is written and read again: the same.
void try_input(std::string_view input)
{
    const auto whole = read(input, input.size() + 1);
    ensure(read(input, 3).is_whole == whole.is_whole, "a file is one however it comes");
    if (!whole.is_whole) return;
    ensure(read(input, 3) == whole, "its values are the same however it comes");
    for (const auto format : {documents::ValuesFormat::csv, documents::ValuesFormat::json}) {
        documents::DataValuesWriter writer(format);
        auto written = writer.head();
        for (const auto& value : whole.values)
            written += writer.text(said(value));
        const auto again = read(written + writer.tail(), 4096);
        ensure(again.is_whole && again.values.size() == whole.values.size(), "it survives");
        for (std::size_t i = 0; i < again.values.size(); ++i)
            ensure(said(again.values[i]) == said(whole.values[i]), "each value survives");
    }
}
