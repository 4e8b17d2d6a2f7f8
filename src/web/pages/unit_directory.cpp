#include "web/pages/unit_directory.hpp"

#include "app/org/directory.hpp"
#include "base/text.hpp"
#include "domain/org/unit_names.hpp"
#include "web/percent.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <ranges>

namespace tiendo::web {

namespace {

constexpr std::size_t rows_per_page = 50;

/// What the address asks for.
struct Asked {
    std::string text{};  ///< "tim"
    UnitId above{};      ///< "duoi"
    std::string group{}; ///< "nhom": one group alone, page by page
    std::size_t page = 1;
};

Asked asked_in(const Request& request)
{
    Asked asked;
    asked.text = squeeze(request.query["tim"]);
    asked.above = UnitId(std::string(request.query["duoi"]));
    asked.group = request.query["nhom"];
    const auto page = request.query["trang"];
    std::from_chars(page.data(), page.data() + page.size(), asked.page);
    asked.page = std::max<std::size_t>(asked.page, 1);
    return asked;
}

std::string address_of(const Asked& asked)
{
    std::string address = "/don-vi";
    const auto add = [&](const char* name, const std::string& value) {
        if (value.empty()) return;
        address += address.find('?') == std::string::npos ? '?' : '&';
        address += std::string(name) + "=" + percent_encode(value);
    };
    add("tim", asked.text);
    add("duoi", asked.above.str());
    add("nhom", asked.group);
    if (asked.page > 1) add("trang", std::to_string(asked.page));
    return address;
}

struct Group {
    const char* name; ///< in addresses
    const char* key;
    bool (*holds)(const Unit&, Date);
};

constexpr std::array groups{
    Group{
        "xa",
        "unit_admin.group_communes",
        [](const Unit& unit, Date day) {
            return unit.is_valid_on(day) && unit.kind == UnitKind::commune;
        }
    },
    Group{
        "co-quan",
        "unit_admin.group_agencies",
        [](const Unit& unit, Date day) {
            return unit.is_valid_on(day) && unit.kind != UnitKind::commune;
        }
    },
    Group{
        "se-lap",
        "unit_admin.group_future",
        [](const Unit& unit, Date day) { return unit.valid_from && day < *unit.valid_from; }
    },
    Group{
        "da-ket-thuc",
        "unit_admin.group_past",
        [](const Unit& unit, Date day) { return unit.valid_to && *unit.valid_to < day; }
    },
};

/// "đến hết 30/06/2025", "từ 01/07/2025"; empty for one that always was and still is.
std::string validity(const Wording& words, const Unit& unit)
{
    if (unit.valid_from && unit.valid_to)
        return words.text(
            "unit_admin.valid_between",
            {{"from", words.day(*unit.valid_from)}, {"to", words.day(*unit.valid_to)}}
        );
    if (unit.valid_from)
        return words.text("unit_admin.valid_from", {{"from", words.day(*unit.valid_from)}});
    if (unit.valid_to)
        return words.text("unit_admin.valid_to", {{"to", words.day(*unit.valid_to)}});
    return {};
}

class DirectoryPage {
public:
    DirectoryPage(const UnitDirectory& units, Date today, const Asked& asked, const Wording& words)
        : units_(units), today_(today), asked_(asked), words_(words),
          wanted_(search_key(asked.text))
    {
    }

    view::Object data() const
    {
        view::List shown;
        std::size_t count = 0;
        for (const auto& group : groups) {
            auto members = members_of(group);
            count += members.size();
            if (asked_.group.empty() || asked_.group == group.name)
                shown.emplace_back(group_view(group, std::move(members)));
        }
        const auto* above = asked_.above.empty() ? nullptr : units_.find(asked_.above);
        return {
            {"title", words_.text("unit_admin.list_title")},
            {"today", words_.text("unit_admin.as_of", {{"day", words_.day(today_)}})},
            {"has_none", units_.units().empty()},
            {"finds_none", !units_.units().empty() && count == 0},
            {"text", asked_.text},
            {"is_narrowed", address_of(asked_) != "/don-vi"},
            {"above_id", asked_.above.str()},
            {"has_above", above != nullptr},
            {"above",
             above == nullptr ? std::string()
                              : words_.text("unit_admin.below", {{"unit", above->name}})},
            {"superiors", superiors(above)},
            {"groups", std::move(shown)}
        };
    }

private:
    bool is_found(const Unit& unit) const
    {
        if (!asked_.above.empty() && unit.parent != asked_.above) return false;
        return wanted_.empty() || is_called(unit, wanted_);
    }

    std::vector<const Unit*> members_of(const Group& group) const
    {
        std::vector<const Unit*> members;
        for (const auto& unit : units_.units())
            if (group.holds(unit, today_) && is_found(unit)) members.push_back(&unit);
        return members;
    }

    view::Object group_view(const Group& group, std::vector<const Unit*> members) const
    {
        const bool is_alone = asked_.group == group.name;
        const auto pages =
            std::max<std::size_t>((members.size() + rows_per_page - 1) / rows_per_page, 1);
        const auto page = is_alone ? std::min(asked_.page, pages) : 1;
        const auto first = (page - 1) * rows_per_page;
        const auto last = std::min(first + rows_per_page, members.size());
        // Only what is shown has to be in its place.
        std::ranges::partial_sort(
            members,
            members.begin() + static_cast<std::ptrdiff_t>(last),
            [](const Unit* a, const Unit* b) {
                return collates_before(a->short_name, b->short_name);
            }
        );
        view::List rows;
        for (auto i = first; i < last; ++i)
            rows.emplace_back(unit_row(*members[i]));
        view::Object data{
            {"name", words_.text(group.key)},
            {"count", std::to_string(members.size())},
            {"has_units", !rows.empty()},
            {"units", std::move(rows)},
        };
        add_pages(data, group, page, pages);
        return data;
    }

    void
    add_pages(view::Object& data, const Group& group, std::size_t page, std::size_t pages) const
    {
        const auto path_of_page = [&](std::size_t number) {
            auto asked = asked_;
            asked.group = group.name;
            asked.page = number;
            return address_of(asked);
        };
        data.set("has_pages", pages > 1);
        data.set(
            "page",
            words_.text(
                "unit_admin.page",
                {{"page", std::to_string(page)}, {"pages", std::to_string(pages)}}
            )
        );
        data.set("has_before", page > 1);
        data.set("before_path", path_of_page(std::max<std::size_t>(page - 1, 1)));
        data.set("has_after", page < pages);
        data.set("after_path", path_of_page(page + 1));
    }

    view::Object unit_row(const Unit& unit) const
    {
        const auto below = units_.children_of(unit.id).size();
        const auto* parent = units_.find(unit.parent);
        auto asked = Asked{};
        asked.above = unit.id;
        view::Object row{
            {"name", unit.name},
            {"path", unit_path(unit.id)},
            {"code", unit.code},
            {"validity", validity(words_, unit)},
            {"has_parent", parent != nullptr && asked_.above.empty()},
            {"parent", parent == nullptr ? std::string() : parent->name},
            {"has_below", below > 0},
            {"below", words_.text("unit_admin.below_count", {{"count", std::to_string(below)}})},
            {"below_path", address_of(asked)},
            {"aliases", join(unit.aliases, "; ")},
            {"has_aliases", !unit.aliases.empty()},
            {"has_contact", !unit.contact.name.empty()},
            {"contact_name", unit.contact.name},
            {"contact_phone", unit.contact.phone},
            {"contact_email", unit.contact.email},
        };
        add_unit_history(row, units_, unit.id);
        return row;
    }

    /// From the top down to the one whose units are shown.
    view::List superiors(const Unit* unit) const
    {
        std::vector<const Unit*> chain;
        for (; unit != nullptr && chain.size() < 8; unit = units_.find(unit->parent))
            chain.push_back(unit);
        view::List list;
        for (const auto* each : chain | std::views::reverse) {
            auto asked = Asked{};
            asked.above = each->id;
            list.emplace_back(view::Object{{"name", each->name}, {"path", address_of(asked)}});
        }
        return list;
    }

    const UnitDirectory& units_;
    Date today_;
    const Asked& asked_;
    const Wording& words_;
    std::string wanted_;
};

view::List linked(
    const UnitDirectory& units,
    const std::vector<const Succession*>& successions,
    UnitId Succession::* other_end
)
{
    view::List list;
    for (const auto* succession : successions) {
        const auto* other = units.find(succession->*other_end);
        if (other == nullptr) continue;
        list.emplace_back(view::Object{
            {"name", other->short_name},
            {"path", unit_path(other->id)},
            {"day", vietnamese_date(succession->on)},
            {"is_part", succession->kind == SuccessionKind::divided},
            {"has_share", succession->share.has_value()},
            {"share",
             succession->share ? replace_all(succession->share->str(), ".", ",") : std::string()}
        });
    }
    return list;
}

} // namespace

std::string unit_path(const UnitId& id)
{
    return "/don-vi/" + id.str();
}

void add_unit_history(view::Object& data, const UnitDirectory& units, const UnitId& id)
{
    auto successors = linked(units, units.successions_from(id), &Succession::to);
    auto predecessors = linked(units, units.successions_to(id), &Succession::from);
    data.set("has_successors", !successors.empty());
    data.set("successors", std::move(successors));
    data.set("has_predecessors", !predecessors.empty());
    data.set("predecessors", std::move(predecessors));
}

Result<Response> get_units(Visit& visit, const Request& request)
{
    const auto asked = asked_in(request);
    return visit.read([&](app::Work& work) -> Result<Response> {
        const auto units = app::directory(work);
        return html(visit.page(
            "units", DirectoryPage(units, local_time(work.now).day, asked, visit.words).data()
        ));
    });
}

} // namespace tiendo::web
