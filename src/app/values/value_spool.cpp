#include "app/values/value_spool.hpp"

#include "base/result.hpp"

#include <functional>

namespace tiendo::app {
namespace {

void put(std::FILE* file, const void* bytes, std::size_t size)
{
    if (size > 0 && std::fwrite(bytes, 1, size, file) != size)
        throw Fault("cannot write a temporary file");
}

void put(std::FILE* file, std::int64_t number)
{
    put(file, &number, sizeof number);
}

void get(std::FILE* file, void* bytes, std::size_t size)
{
    if (size > 0 && std::fread(bytes, 1, size, file) != size)
        throw Fault("cannot read a temporary file");
}

std::int64_t get_number(std::FILE* file)
{
    std::int64_t number = 0;
    get(file, &number, sizeof number);
    return number;
}

} // namespace

ValueSpool::ValueSpool()
{
    for (auto& part : parts_) {
        part.reset(std::tmpfile());
        if (!part) throw Fault("cannot make a temporary file");
    }
}

void ValueSpool::add(const DataValue& value)
{
    // One report falls to one part, so the plan counts: it stands before the first stroke.
    const auto plan = value.element.substr(0, value.element.find('/'));
    const auto number =
        std::hash<std::string>{}(plan + "/" + value.period + "/" + value.unit) % part_count;
    auto* file = parts_[number].get();
    put(file, value.index);
    put(file, value.line);
    for (const auto& [name, field] : data_value_fields) {
        const auto& text = value.*field;
        put(file, static_cast<std::int64_t>(text.size()));
        put(file, text.data(), text.size());
    }
}

std::vector<DataValue> ValueSpool::part(std::size_t number)
{
    auto* file = parts_.at(number).get();
    const auto end = std::ftell(file);
    std::rewind(file);
    std::vector<DataValue> values;
    while (std::ftell(file) < end) {
        auto& value = values.emplace_back();
        value.index = get_number(file);
        value.line = get_number(file);
        for (const auto& [name, field] : data_value_fields) {
            auto& text = value.*field;
            text.resize(static_cast<std::size_t>(get_number(file)));
            get(file, text.data(), text.size());
        }
    }
    std::fseek(file, 0, SEEK_END);
    return values;
}

} // namespace tiendo::app
