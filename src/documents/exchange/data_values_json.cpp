#include "base/text.hpp"
#include "documents/exchange/data_values.hpp"
#include "documents/exchange/plain_json.hpp"

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/error.hpp>

#include <optional>

namespace tiendo::documents {
namespace {

namespace bj = boost::json;

constexpr std::size_t text_bytes_max = 64 * 1024; // docs/limits.md

/// Follows a dataValueSet as it is read: {"period": …, "dataValues": [{…}, …]}. What it does not
/// know it passes over.
class ValueEvents {
public:
    // What boost::json::basic_parser asks of its handler.
    static constexpr std::size_t max_object_size = SIZE_MAX;
    static constexpr std::size_t max_array_size = SIZE_MAX;
    static constexpr std::size_t max_key_size = text_bytes_max;
    static constexpr std::size_t max_string_size = text_bytes_max;
    using Code = bj::error_code;
    using View = bj::string_view;

    explicit ValueEvents(DataValuesReader::Use use) : use_(std::move(use)) {}

    std::int64_t line = 1;
    std::optional<Error> refused{};
    bool has_values() const { return seen_values_; }
    bool is_among_values() const { return in_values_ && depth_ == 2; }

    /// Hands on one that was read elsewhere; the next object of the text only stands in its place.
    Result<Done> hand_on(DataValue& value)
    {
        is_stand_in_ = true;
        value.index = index_++;
        return use_(value);
    }
    const DataValue& defaults() const { return defaults_; }

    bool on_document_begin(Code&) { return true; }
    bool on_document_end(Code&) { return true; }

    bool on_array_begin(Code&)
    {
        if (depth_ == 1 && key_ == "dataValues") {
            in_values_ = true;
            seen_values_ = true;
        }
        ++depth_;
        return true;
    }
    bool on_array_end(std::size_t, Code&)
    {
        --depth_;
        if (depth_ == 1) in_values_ = false;
        return true;
    }
    bool on_object_begin(Code&)
    {
        if (in_values_ && depth_ == 2) {
            value_ = defaults_;
            value_.line = line;
        }
        ++depth_;
        return true;
    }
    bool on_object_end(std::size_t, Code& code)
    {
        --depth_;
        if (!in_values_ || depth_ != 2) return true;
        if (std::exchange(is_stand_in_, false)) return true;
        value_.index = index_++;
        auto used = use_(value_);
        return used.has_value() || stop(std::move(used).error(), code);
    }

    bool on_key_part(View part, std::size_t, Code&)
    {
        text_ += std::string_view(part.data(), part.size());
        return true;
    }
    bool on_key(View last, std::size_t size, Code& code)
    {
        on_key_part(last, size, code);
        key_ = std::exchange(text_, {});
        return true;
    }
    bool on_string_part(View part, std::size_t size, Code& code)
    {
        if (is_among_values()) return stop(refuse(Refusal::unreadable, "values.not_values"), code);
        return on_key_part(part, size, code);
    }
    bool on_string(View last, std::size_t size, Code& code)
    {
        on_key_part(last, size, code);
        return scalar(to_nfc(std::exchange(text_, {})), code);
    }
    /// The digits as they stand there: no binary fraction is made of them.
    bool on_number_part(View part, Code&)
    {
        text_ += std::string_view(part.data(), part.size());
        return true;
    }
    bool on_int64(std::int64_t, View last, Code& code) { return number(last, code); }
    bool on_uint64(std::uint64_t, View last, Code& code) { return number(last, code); }
    bool on_double(double, View last, Code& code) { return number(last, code); }
    bool on_bool(bool is_true, Code& code) { return scalar(is_true ? "true" : "false", code); }
    bool on_null(Code& code) { return scalar({}, code); }
    bool on_comment_part(View, Code&) { return true; }
    bool on_comment(View, Code&) { return true; }

private:
    bool number(View last, Code& code)
    {
        text_ += std::string_view(last.data(), last.size());
        return scalar(std::exchange(text_, {}), code);
    }

    bool scalar(std::string text, Code& code)
    {
        if (in_values_ && depth_ == 2)
            return stop(refuse(Refusal::unreadable, "values.not_values"), code);
        const bool is_default = depth_ == 1;
        if (!is_default && !(in_values_ && depth_ == 3)) return true;
        for (const auto& [name, field] : data_value_fields) {
            if (name != key_) continue;
            // Values that have been handed on would have lacked it.
            if (is_default && seen_values_)
                return stop(
                    refuse(Refusal::unreadable, "values.default_too_late", {{"field", key_}}), code
                );
            (is_default ? defaults_ : value_).*field = std::move(text);
            return true;
        }
        return true;
    }

    bool stop(Error error, Code& code)
    {
        refused = std::move(error);
        code = bj::error::exception;
        return false;
    }

    DataValuesReader::Use use_;
    DataValue defaults_{};
    DataValue value_{};
    std::string text_{};
    std::string key_{};
    int depth_ = 0;
    bool in_values_ = false;
    bool seen_values_ = false;
    bool is_stand_in_ = false;
    std::int64_t index_ = 0;
};

class JsonReader : public DataValuesReader {
public:
    explicit JsonReader(Use use) : parser_(bj::parse_options{}, std::move(use)) {}

    Result<Done> feed(std::string_view piece) override
    {
        while (!piece.empty()) {
            if (is_before_value_)
                if (const auto taken = TRY(take_plain_values(piece)); taken > 0) {
                    piece.remove_prefix(taken);
                    TRY(write("{}", true));
                    continue;
                }
            // So far that each value knows its line, and that plain ones are seen again.
            const auto end = piece.find_first_of("\n[},");
            const auto length = end == std::string_view::npos ? piece.size() : end + 1;
            TRY(write(piece.substr(0, length), true));
            if (piece[length - 1] == '\n') ++parser_.handler().line;
            piece.remove_prefix(length);
        }
        return done;
    }

    Result<Done> finish() override
    {
        TRY(write({}, false));
        if (!parser_.handler().has_values())
            return refuse(Refusal::unreadable, "values.not_values");
        return done;
    }

private:
    /// Hands on as many values as lie in the piece one after the other and are plain; answers their
    /// bytes.
    Result<std::size_t> take_plain_values(std::string_view piece)
    {
        auto& events = parser_.handler();
        std::size_t taken = 0;
        auto line = events.line;
        PlainJson text(piece);
        do {
            line += text.skip_blank();
            value_ = events.defaults();
            value_.line = line;
            if (!plain_.read(text, value_)) break;
            TRY(events.hand_on(value_));
            taken = text.place();
            line += plain_.lines();
            events.line = line;
            line += text.skip_blank();
        } while (text.skip(','));
        return taken;
    }

    Result<Done> write(std::string_view piece, bool has_more)
    {
        bj::error_code code;
        const auto used = parser_.write_some(has_more, piece.data(), piece.size(), code);
        if (parser_.handler().refused) return *parser_.handler().refused;
        const bool is_rest_blank = trim(piece.substr(used)).empty();
        if (code || !is_rest_blank)
            return refuse(
                Refusal::unreadable,
                "values.not_json",
                {{"line", std::to_string(parser_.handler().line)}}
            );
        if (const auto said = trim(piece); !said.empty())
            is_before_value_ =
                parser_.handler().is_among_values() && (said.ends_with('[') || said.ends_with(','));
        return done;
    }

    bj::basic_parser<ValueEvents> parser_;
    PlainValueReader plain_{};
    DataValue value_{};
    bool is_before_value_ = false;
};

} // namespace

std::unique_ptr<DataValuesReader> data_values_json(DataValuesReader::Use use)
{
    return std::make_unique<JsonReader>(std::move(use));
}

std::unique_ptr<DataValuesReader>
data_values_reader(std::string_view beginning, DataValuesReader::Use use)
{
    if (trim(beginning).starts_with('{')) return data_values_json(std::move(use));
    return data_values_csv(std::move(use));
}

} // namespace tiendo::documents
