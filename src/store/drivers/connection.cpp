#include "store/drivers/connection.hpp"

#include "base/result.hpp"
#include "base/text.hpp"

namespace tiendo::store::sql {
namespace {

/// Both databases take UTF-8 without a NUL.
void ensure_storable(const Values& values)
{
    for (const auto& value : values) {
        const auto* text = std::get_if<std::string>(&value.content());
        if (text == nullptr) continue;
        ensure(text->find('\0') == std::string::npos, "text for the store holds no NUL");
        ensure(is_valid_utf8(*text), "text for the store is UTF-8");
    }
}

/// True until the end of the scope.
class Raised {
public:
    explicit Raised(bool& flag) : flag_(flag) { flag_ = true; }
    ~Raised() { flag_ = false; }
    Raised(const Raised&) = delete;
    Raised& operator=(const Raised&) = delete;

private:
    bool& flag_;
};

constexpr auto one_at_a_time = "a connection takes one statement at a time";

} // namespace

void Connection::each(
    Sql statement, const Values& values, const std::function<void(const Row&)>& use
)
{
    ensure(!is_handing_on_, one_at_a_time);
    ensure_storable(values);
    const Raised handing_on(is_handing_on_);
    do_each(statement, values, use);
}

std::int64_t Connection::execute(Sql statement, const Values& values)
{
    ensure(!is_handing_on_, one_at_a_time);
    ensure_storable(values);
    return do_execute(statement, values);
}

void Connection::execute_all(Sql statement, const std::vector<Values>& rows)
{
    ensure(!is_handing_on_, one_at_a_time);
    for (const auto& values : rows)
        ensure_storable(values);
    do_execute_all(statement, rows);
}

void Connection::do_execute_all(Sql statement, const std::vector<Values>& rows)
{
    for (const auto& values : rows)
        do_execute(statement, values);
}

} // namespace tiendo::store::sql
