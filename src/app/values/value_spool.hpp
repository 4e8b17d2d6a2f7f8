#pragma once

#include "app/values/shared_texts.hpp"
#include "domain/form/data_value.hpp"

#include <array>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tiendo::app {

/// A value put aside: what it has in common with others stands in its part, by numbers.
struct SpooledValue {
    std::uint32_t report = 0;  ///< plan, period, unit
    std::uint32_t element = 0; ///< and category
    std::uint32_t rest = 0;    ///< all that a value says beside its number
    std::int64_t index = 0;
    std::int64_t line = 0;
    std::string_view text{}; ///< its number, as it stands in the file
};

class ValueSpool;

/// Values read back, all of each report that occurs among them, in the order of the file. Its spool
/// outlives it, and takes no other value meanwhile.
class ValuePart {
public:
    ValuePart(ValueSpool& spool, std::size_t number);
    ValuePart(const ValuePart&) = delete;
    ValuePart& operator=(const ValuePart&) = delete;

    const std::vector<SpooledValue>& values() const { return values_; }

    DataValue value(const SpooledValue& spooled) const;
    /// Plan, period, unit.
    const std::vector<std::string>& report(const SpooledValue& spooled) const;
    /// Whether the numbers of its element and its rest mean the same in other parts of the spool.
    bool is_shared(const SpooledValue& spooled) const;

private:
    ValueSpool& spool_;
    std::string bytes_; ///< in which the values' texts lie
    std::vector<SpooledValue> values_{};
    // What was too much for the spool's own.
    SharedTexts reports_;
    SharedTexts elements_;
    SharedTexts rests_;
};

/// The values of a bulk file put aside, so that those of one report come together wherever they
/// stood in it. They lie in unnamed files where they are many, not in memory: a part at a time is
/// read back.
class ValueSpool {
public:
    static constexpr std::size_t part_count = 64;
    static constexpr std::size_t shared_max = 50'000; // docs/limits.md

    void add(const DataValue& value);
    /// How many values the part has.
    std::size_t size(std::size_t number) const { return parts_.at(number).count; }
    ValuePart part(std::size_t number) { return ValuePart(*this, number); }

private:
    friend class ValuePart;

    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    struct Part {
        std::size_t count = 0;
        std::string bytes{}; ///< of the newest values, behind those in the file
        std::unique_ptr<std::FILE, Close> file{};
    };

    static void write_out(Part& part);
    static std::string all_bytes(Part& part);

    std::array<Part, part_count> parts_{};
    SharedTexts reports_{0, shared_max};
    SharedTexts elements_{0, shared_max};
    SharedTexts rests_{0, shared_max};
};

} // namespace tiendo::app
