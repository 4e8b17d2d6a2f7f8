#include "app/values/value_spool.hpp"

#include "base/result.hpp"

#include <cstring>
#include <limits>

namespace tiendo::app {
namespace {

constexpr std::size_t part_bytes_max = 128u << 10; // in memory
constexpr auto unshared = std::numeric_limits<std::uint32_t>::max();

//// What stands before the number of each value. Where one of the three was too much for the
/// tables,
/// all of them are `unshared`, and all texts of the value follow, each behind its size.
struct Head {
    std::uint32_t report;
    std::uint32_t element;
    std::uint32_t rest;
    std::uint32_t size;
    std::int64_t index;
    std::int64_t line;
};

constexpr std::array rest_fields{
    &DataValue::attribute,
    &DataValue::stored_by,
    &DataValue::last_updated,
    &DataValue::comment,
    &DataValue::follow_up,
    &DataValue::deleted,
    &DataValue::state,
    &DataValue::kind,
    &DataValue::reason,
};

std::array<std::string_view, 3> report_texts(const DataValue& value)
{
    const std::string_view element = value.element;
    return {element.substr(0, element.find('/')), value.period, value.unit};
}

std::array<std::string_view, 2> element_texts(const DataValue& value)
{
    return {value.element, value.category};
}

std::array<std::string_view, rest_fields.size()> rest_texts(const DataValue& value)
{
    std::array<std::string_view, rest_fields.size()> texts{};
    for (std::size_t i = 0; i < texts.size(); ++i)
        texts[i] = value.*rest_fields[i];
    return texts;
}

void put(std::string& bytes, const auto& what)
{
    bytes.append(reinterpret_cast<const char*>(&what), sizeof what);
}

template <class What> What take(std::string_view& bytes)
{
    What what{};
    std::memcpy(&what, bytes.data(), sizeof what);
    bytes.remove_prefix(sizeof what);
    return what;
}

std::string_view take(std::string_view& bytes, std::size_t size)
{
    const auto taken = bytes.substr(0, size);
    bytes.remove_prefix(size);
    return taken;
}

void put_all(std::string& bytes, const DataValue& value)
{
    for (const auto& [name, field] : data_value_fields) {
        put(bytes, static_cast<std::uint32_t>((value.*field).size()));
        bytes += value.*field;
    }
}

const std::vector<std::string>&
texts_of(const SharedTexts& shared, const SharedTexts& own, std::uint32_t number)
{
    return number < shared.end() ? shared.texts(number) : own.texts(number);
}

DataValue take_all(std::string_view& bytes)
{
    DataValue value;
    for (const auto& [name, field] : data_value_fields)
        value.*field = take(bytes, take<std::uint32_t>(bytes));
    return value;
}

} // namespace

void ValueSpool::add(const DataValue& value)
{
    const auto texts = report_texts(value);
    const auto report = reports_.number_of(texts);
    const auto element = elements_.number_of(element_texts(value));
    const auto rest = rests_.number_of(rest_texts(value));
    // A report that is not in the table never comes into it, so all of it falls to one part.
    const auto number =
        report ? *report
               : std::hash<std::string_view>{}(texts[1]) ^ std::hash<std::string_view>{}(texts[2]);
    auto& part = parts_.at(number % part_count);
    const auto size = static_cast<std::uint32_t>(value.value.size());
    if (report && element && rest) {
        put(part.bytes, Head{*report, *element, *rest, size, value.index, value.line});
    } else {
        put(part.bytes, Head{unshared, unshared, unshared, size, value.index, value.line});
        put_all(part.bytes, value);
    }
    part.bytes += value.value;
    ++part.count;
    if (part.bytes.size() > part_bytes_max) write_out(part);
}

void ValueSpool::write_out(Part& part)
{
    if (!part.file) part.file.reset(std::tmpfile());
    if (!part.file) throw Fault("cannot make a temporary file");
    if (std::fwrite(part.bytes.data(), 1, part.bytes.size(), part.file.get()) != part.bytes.size())
        throw Fault("cannot write a temporary file");
    part.bytes.clear();
}

std::string ValueSpool::all_bytes(Part& part)
{
    if (!part.file) return part.bytes;
    auto* file = part.file.get();
    std::string bytes(static_cast<std::size_t>(std::ftell(file)), '\0');
    std::rewind(file);
    if (std::fread(bytes.data(), 1, bytes.size(), file) != bytes.size())
        throw Fault("cannot read a temporary file");
    std::fseek(file, 0, SEEK_END);
    return bytes + part.bytes;
}

ValuePart::ValuePart(ValueSpool& spool, std::size_t number)
    : spool_(spool), bytes_(ValueSpool::all_bytes(spool.parts_.at(number))),
      reports_(spool.reports_.end(), unshared), elements_(spool.elements_.end(), unshared),
      rests_(spool.rests_.end(), unshared)
{
    values_.reserve(spool.size(number));
    for (std::string_view bytes = bytes_; !bytes.empty();) {
        const auto head = take<Head>(bytes);
        SpooledValue spooled{head.report, head.element, head.rest, head.index, head.line, {}};
        if (head.report == unshared) {
            const auto value = take_all(bytes);
            const auto texts = report_texts(value);
            const auto known = spool_.reports_.find(texts);
            spooled.report = known ? *known : reports_.number_of(texts).value();
            spooled.element = elements_.number_of(element_texts(value)).value();
            spooled.rest = rests_.number_of(rest_texts(value)).value();
        }
        spooled.text = take(bytes, head.size);
        values_.push_back(spooled);
    }
}

const std::vector<std::string>& ValuePart::report(const SpooledValue& spooled) const
{
    return texts_of(spool_.reports_, reports_, spooled.report);
}

bool ValuePart::is_shared(const SpooledValue& spooled) const
{
    return spooled.element < spool_.elements_.end();
}

DataValue ValuePart::value(const SpooledValue& spooled) const
{
    DataValue value;
    const auto& report_named = report(spooled);
    value.period = report_named[1];
    value.unit = report_named[2];
    const auto& element = texts_of(spool_.elements_, elements_, spooled.element);
    value.element = element[0];
    value.category = element[1];
    const auto& rest = texts_of(spool_.rests_, rests_, spooled.rest);
    for (std::size_t i = 0; i < rest_fields.size(); ++i)
        value.*rest_fields[i] = rest[i];
    value.value = spooled.text;
    value.index = spooled.index;
    value.line = spooled.line;
    return value;
}

} // namespace tiendo::app
