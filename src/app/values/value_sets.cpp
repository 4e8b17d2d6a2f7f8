#include "app/values/value_sets.hpp"

#include "documents/exchange/data_values.hpp"

namespace tiendo::app {

Result<std::string> value_set(Work& work, const ValuesQuery& query)
{
    documents::DataValuesWriter writer(documents::ValuesFormat::json);
    auto text = writer.head();
    (void
    )TRY(export_values(work, query, [&](const DataValue& value) { text += writer.text(value); }));
    return text + writer.tail();
}

Result<ImportSummary> take_value_set(
    Office& office,
    const Actor& actor,
    std::string_view bytes,
    const ImportOptions& options,
    const ValuesImport::Tell& tell
)
{
    ValuesImport import(office, actor, options);
    const auto reader =
        documents::data_values_reader(bytes, [&](const DataValue& value) -> Result<Done> {
            import.add(value);
            return done;
        });
    TRY(reader->feed(bytes));
    TRY(reader->finish());
    return import.run(tell);
}

} // namespace tiendo::app
