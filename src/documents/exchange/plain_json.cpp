#include "documents/exchange/plain_json.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace tiendo::documents {
namespace {

constexpr std::size_t plain_text_max = 1024; // what is longer is seldom, and not in a hurry

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// -0.5, 12: as JSON writes numbers, without an exponent.
bool is_plain_number(std::string_view text)
{
    if (text.starts_with('-')) text.remove_prefix(1);
    const auto whole = text.substr(0, text.find('.'));
    if (whole.empty() || !std::ranges::all_of(whole, is_digit)) return false;
    if (whole.size() > 1 && whole.front() == '0') return false;
    if (whole.size() == text.size()) return true;
    const auto rest = text.substr(whole.size() + 1);
    return !rest.empty() && std::ranges::all_of(rest, is_digit);
}

} // namespace

std::int64_t PlainJson::skip_blank()
{
    std::int64_t lines = 0;
    for (; place_ < text_.size(); ++place_) {
        const char c = text_[place_];
        if (c == '\n')
            ++lines;
        else if (c != ' ' && c != '\t' && c != '\r')
            break;
    }
    return lines;
}

bool PlainJson::skip(char c)
{
    const bool is_there = place_ < text_.size() && text_[place_] == c;
    if (is_there) ++place_;
    return is_there;
}

bool PlainJson::text(std::string_view& found)
{
    if (!skip('"')) return false;
    const auto rest = text_.substr(place_, plain_text_max);
    const auto end = rest.find('"');
    if (end == std::string_view::npos) return false;
    found = rest.substr(0, end);
    for (const char c : found)
        if (c == '\\' || (c >= 0 && c < ' ')) return false;
    if (!is_valid_utf8(found)) return false;
    place_ += end + 1;
    return true;
}

bool PlainJson::word(std::string_view& found)
{
    const auto rest = text_.substr(place_, plain_text_max);
    const auto end = rest.find_first_of(",} \t\r\n");
    if (end == std::string_view::npos) return false;
    found = rest.substr(0, end);
    place_ += end;
    if (found == "null") {
        found = {};
        return true;
    }
    return found == "true" || found == "false" || is_plain_number(found);
}

bool PlainValueReader::read(PlainJson& json, DataValue& value)
{
    lines_ = 0;
    next_ = 0;
    if (!json.skip('{')) return false;
    skip_blank(json);
    if (json.skip('}')) return true;
    do {
        skip_blank(json);
        if (!read_member(json, value)) return false;
        skip_blank(json);
    } while (json.skip(','));
    return json.skip('}');
}

bool PlainValueReader::read_member(PlainJson& json, DataValue& value)
{
    std::string_view name;
    if (!json.text(name)) return false;
    skip_blank(json);
    if (!json.skip(':')) return false;
    skip_blank(json);
    std::string_view said;
    if (!json.text(said) && !json.word(said)) return false;
    if (auto field = field_named(name)) value.*field = to_nfc(said);
    return true;
}

std::string DataValue::* PlainValueReader::field_named(std::string_view name)
{
    if (next_ < order_.size() && data_value_fields[order_[next_]].first == name)
        return data_value_fields[order_[next_++]].second;
    const auto found =
        std::ranges::find(data_value_fields, name, [](const auto& field) { return field.first; });
    if (found == data_value_fields.end()) return nullptr;
    const auto place = static_cast<std::size_t>(found - data_value_fields.begin());
    if (next_ == order_.size())
        order_.push_back(place);
    else
        order_[next_] = place;
    ++next_;
    return found->second;
}

} // namespace tiendo::documents
