#include "app/admin/sample_people.hpp"

#include "app/admin/account_records.hpp"
#include "app/org/directory.hpp"
#include "base/text.hpp"

namespace tiendo::app {
namespace {

struct Person {
    std::string login;
    std::string name;
    std::string unit;
    std::set<Role> roles;
};

std::vector<Person> named_people()
{
    return {
        {"chuyenvien", "Trần Thị Mai", "phong-ldtbxh", {Role::monitor}},
        {"truongphong", "Nguyễn Văn Hòa", "phong-ldtbxh", {Role::field_lead}},
        {"pct", "Lê Thị Thu Hà", "ubnd-huyen", {Role::leader}},
        {"saloong", "Y Hương", "sa-loong", {Role::entry}},
        {"saloong-ld", "A Thăng", "sa-loong", {Role::unit_leader}},
        {"dakduc", "Y Blưới", "dak-duc", {Role::entry}},
        {"quantri", "Phạm Quốc Bảo", "", {Role::admin}},
    };
}

Result<Done> add(Work& work, const Person& person, const std::string& password_hash)
{
    store::AccountRecord account;
    account.login = person.login;
    account.name = person.name;
    account.unit = person.unit;
    account.roles = roles_text(person.roles);
    account.password_hash = password_hash;
    account.created = work.now;
    (void)TRY(work.kept.accounts().put(account));
    return done;
}

} // namespace

Result<Done> make_sample_people(Work& work, const std::string& password_hash)
{
    pin_time(work.kept, instant_of({.day = date(2023, 12, 11), .hour = 8}));
    std::set<UnitId> with_officer;
    for (const auto& person : named_people()) {
        (void)TRY(add(work, person, password_hash));
        if (person.roles.contains(Role::entry)) with_officer.insert(UnitId(person.unit));
    }
    const auto units = directory(work);
    for (const auto& unit : units.units()) {
        if (unit.kind == UnitKind::committee || unit.valid_from || with_officer.contains(unit.id))
            continue;
        const auto login = replace_all(slug(unit.short_name), "-", "");
        (void)TRY(add(work, {login, unit.short_name, unit.id.str(), {Role::entry}}, password_hash));
    }
    return done;
}

} // namespace tiendo::app
