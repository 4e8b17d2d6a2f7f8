#include "base/result.hpp"
#include "documents/exchange/plan_json.hpp"
#include "harness.hpp"

/// What is read is written and read again: the same.
void try_input(std::string_view input)
{
    using namespace tiendo::documents;
    const auto plan = parse_plan_json(input);
    if (!plan) return;
    const auto again = parse_plan_json(to_plan_json(*plan));
    tiendo::ensure(again && *again == *plan, "a plan survives the exchange format");
}
