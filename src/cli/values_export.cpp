#include "app/values/values.hpp"
#include "cli/commands.hpp"
#include "documents/exchange/data_values.hpp"

#include <fstream>
#include <iostream>

namespace tiendo::cli {

namespace {

/// Where the values go: a file, or standard output.
class Destination {
public:
    explicit Destination(const std::string& file) : name_(file)
    {
        if (!file.empty()) file_.open(file, std::ios::binary | std::ios::trunc);
    }

    void write(std::string_view text)
    {
        auto& stream = name_.empty() ? std::cout : file_;
        stream.write(text.data(), static_cast<std::streamsize>(text.size()));
    }

    bool finish()
    {
        auto& stream = name_.empty() ? std::cout : static_cast<std::ostream&>(file_);
        stream.flush();
        return stream.good();
    }

private:
    std::string name_;
    std::ofstream file_;
};

app::ValuesQuery query_in(const ValuesExportOptions& options)
{
    return {
        .plan = PlanId(options.plan),
        .period = PeriodId(options.period),
        .unit = UnitId(options.unit),
        .with_sensitive = options.with_sensitive,
        .for_dhis2 = options.for_dhis2,
    };
}

void note(const Console& console, const app::ExportedValues& exported)
{
    console.note(
        "command.values_exported",
        {{"values", std::to_string(exported.values)}, {"reports", std::to_string(exported.reports)}}
    );
    if (exported.not_counted > 0)
        console.note(
            "command.values_not_counted", {{"reports", std::to_string(exported.not_counted)}}
        );
    if (exported.withheld > 0)
        console.note("command.values_withheld", {{"cells", std::to_string(exported.withheld)}});
}

} // namespace

int values_export(const Surroundings& around, const ValuesExportOptions& options)
{
    auto office = open_office(around.data, store::Access::write);
    if (!office) return around.console.refuse(office.error());
    const auto query = query_in(options);
    const auto recorded = office->write(operator_actor(), [&](app::Work& work) {
        return app::record_export(work, query);
    });
    if (!recorded) return around.console.refuse(recorded.error());
    documents::DataValuesWriter writer(
        options.format == "json" ? documents::ValuesFormat::json : documents::ValuesFormat::csv
    );
    Destination destination(options.file);
    destination.write(writer.head());
    const auto exported = office->read(operator_actor(), [&](app::Work& work) {
        return app::export_values(work, query, [&](const DataValue& value) {
            destination.write(writer.text(value));
        });
    });
    if (!exported) return around.console.refuse(exported.error());
    destination.write(writer.tail());
    if (!destination.finish())
        return around.console.fault(
            around.console.words.text("command.file_not_written", {{"file", options.file}})
        );
    note(around.console, *exported);
    return exit_done;
}

} // namespace tiendo::cli
