#include "documents/exchange/parent_plan_json.hpp"

#include "documents/exchange/json_reader.hpp"
#include "documents/exchange/plan_json.hpp"
#include "embedded/data.hpp"

#include <algorithm>

namespace tiendo::documents {

namespace {

namespace bj = boost::json;

ParentPlan read_parent_plan(std::string_view text)
{
    auto read = json::reading(text, [](const bj::object& object) {
        ParentPlan parent;
        parent.id = json::text(object, "id");
        parent.name = json::text(object, "name");
        parent.name_en = json::text(object, "name_en");
        for (auto& target : json::texts(object, "unverified"))
            parent.unverified.insert(std::move(target));
        auto plan = parse_plan_json(bj::serialize(object.at("plan")));
        ensure(plan.has_value(), "the plan in data/parents is Plan JSON");
        parent.reading = std::move(plan).value();
        return parent;
    });
    ensure(read.has_value(), "data/parents holds well-formed files");
    return std::move(read).value();
}

} // namespace

const std::vector<ParentPlan>& embedded_parent_plans()
{
    static const auto all = [] {
        std::vector<ParentPlan> parents;
        for (const auto path : embedded::data_paths())
            if (path.starts_with("parents/"))
                parents.push_back(read_parent_plan(embedded::data(path)));
        return parents;
    }();
    return all;
}

const ParentPlan* embedded_parent_plan(std::string_view id)
{
    const auto& all = embedded_parent_plans();
    const auto found = std::ranges::find(all, id, &ParentPlan::id);
    return found == all.end() ? nullptr : &*found;
}

} // namespace tiendo::documents
