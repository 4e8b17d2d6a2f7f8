#pragma once

#include <map>
#include <source_location>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace tiendo {

/// One thing that the rules say no to: a message key with its arguments and, where there is one,
/// the place that it is about (a form field, a line). The sentence lives in messages/.
struct Problem {
    std::string key;
    std::map<std::string, std::string> args{};
    std::string place{};

    friend bool operator==(const Problem&, const Problem&) = default;
};

/// How a refusal is answered: the HTTP status and the exit code follow from it.
enum class Refusal {
    invalid,   ///< what was given cannot be taken as it is (422, exit 1)
    forbidden, ///< the person lacks the right (403)
    not_found, ///< there is no such thing, or not for this person (404)
    conflict,  ///< somebody else was faster, or the state does not allow it (409)
    too_large, ///< over a limit of docs/limits.md (413)
    unreadable ///< a file could not be read at all (422, exit 2)
};

/// A refusal with all its problems; never empty.
struct Error {
    Refusal kind = Refusal::invalid;
    std::vector<Problem> problems{};

    friend bool operator==(const Error&, const Error&) = default;
};

Error refuse(
    Refusal kind,
    std::string key,
    std::map<std::string, std::string> args = {},
    std::string place = {}
);

/// A value, or the reason why there is none. Member names are those of std::expected, which needs
/// C++23.
template <class T> class [[nodiscard]] Result {
public:
    using value_type = T;

    Result(T value)
        : state_(std::in_place_index<0>, std::move(value)) {} // NOLINT: implicit on purpose
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {} // NOLINT

    bool has_value() const { return state_.index() == 0; }
    explicit operator bool() const { return has_value(); }

    const T& value() const& { return std::get<0>(state_); }
    T& value() & { return std::get<0>(state_); }
    T&& value() && { return std::get<0>(std::move(state_)); }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

    const Error& error() const& { return std::get<1>(state_); }
    Error&& error() && { return std::get<1>(std::move(state_)); }

private:
    std::variant<T, Error> state_;
};

/// Success without a value.
struct Done {
    friend bool operator==(const Done&, const Done&) = default;
};
inline constexpr Done done{};

/// The world broke: disk, database, network. Thrown only by store/drivers, documents/package,
/// web/server and the reader's client; caught at the three fences (request, command, job).
class Fault : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// We broke: a state that cannot be.
class Bug : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

/// Checked in release builds too; throws Bug with the place.
void ensure(
    bool condition, const char* what, std::source_location where = std::source_location::current()
);

} // namespace tiendo

/// `auto x = TRY(f());` goes on with the value or returns the error from the enclosing function.
#define TRY(expression)                                                                            \
    __extension__({                                                                                \
        auto try_result_ = (expression);                                                           \
        if (!try_result_.has_value()) return std::move(try_result_).error();                       \
        std::move(try_result_).value();                                                            \
    })
