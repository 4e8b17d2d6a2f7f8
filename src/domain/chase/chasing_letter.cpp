#include "domain/chase/chasing_letter.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace tiendo {
namespace {

constexpr std::size_t named_addressees_max = 5;

/// One letter in the making.
class Letter {
public:
    Letter(const LetterMaterial& material, std::vector<UnitDues> units, const OfficialWords& say)
        : material_(material), units_(std::move(units)), say_(say)
    {
    }

    OfficialDocument written()
    {
        head();
        addressees();
        body();
        if (units_.size() > 1) annex();
        signing();
        return std::move(document_);
    }

private:
    bool is_committees() const { return material_.issuer == LetterIssuer::committee; }
    bool is_for_one() const { return units_.size() == 1; }
    const std::string& office() const { return material_.setup.issuer; }
    const std::string& issuer() const
    {
        return is_committees() ? material_.plan.issuer : material_.setup.issuer;
    }

    /// "BC-LĐTBXH" is a report's symbol; a letter bears the office alone: "LĐTBXH".
    std::string initials() const
    {
        const auto& symbol = material_.setup.symbol;
        const auto dash = symbol.find('-');
        return dash == std::string::npos ? symbol : symbol.substr(dash + 1);
    }

    void head()
    {
        document_.superior = is_committees() ? std::string() : material_.setup.superior;
        document_.issuer = is_committees() ? to_upper(issuer()) : to_upper(office());
        document_.issuer_name = issuer();
        document_.number = material_.number;
        document_.symbol = is_committees()
                               ? say_("letter.committee_symbol", {{"office", initials()}})
                               : initials();
        document_.place = material_.setup.place;
        document_.date = material_.date;
        document_.subject = say_("letter.subject", {{"period", period()}, {"plan", plan()}});
        document_.mark = material_.mark;
    }

    void addressees()
    {
        if (units_.size() > named_addressees_max) {
            document_.addressees = {say_("letter.listed_units", {})};
            return;
        }
        for (const auto& dues : units_)
            document_.addressees.push_back(dues.unit.name);
    }

    void body()
    {
        add(say_(
            "letter.opening",
            {{"plan", plan()},
             {"period", period()},
             {"office", office()},
             {"deadline", moment_in_words(material_.deadline, say_)}}
        ));
        if (is_for_one())
            missing_of_one();
        else
            add(say_("letter.several", {{"now", now()}, {"count", std::to_string(units_.size())}}));
        add(say_(
            is_for_one() ? (is_committees() ? "letter.committee_one" : "letter.ask_one")
                         : (is_committees() ? "letter.committee_several" : "letter.ask_several"),
            {{"issuer", issuer()},
             {"unit", units_.front().unit.name},
             {"office", office()},
             {"new_deadline", asked_by()}}
        ));
        if (!material_.contact.empty())
            add(say_("letter.contact", {{"contact", material_.contact}}));
        add(say_(
            is_for_one() ? "letter.closing_one" : "letter.closing_several",
            {{"issuer", issuer()}, {"unit", units_.front().unit.name}}
        ));
    }

    void missing_of_one()
    {
        const auto& dues = units_.front();
        const auto missing = dues.missing();
        add(say_(
            missing.empty() ? "letter.one_typed" : "letter.one_overdue",
            {{"now", now()}, {"office", office()}, {"unit", dues.unit.name}}
        ));
        for (const auto& item : missing)
            add(item_in_words(item, say_), true);
    }

    void annex()
    {
        Table table;
        table.columns = {
            {say_("letter.column_number", {}), 10, Alignment::centre},
            {say_("letter.column_unit", {}), 50, Alignment::left},
            {say_("letter.column_missing", {}), 75, Alignment::left},
            {say_("letter.column_state", {}), 30, Alignment::left},
        };
        for (const auto& dues : units_) {
            std::vector<std::string> items;
            for (const auto& item : dues.missing())
                items.push_back(item_in_words(item, say_));
            table.rows.push_back(
                {{{Run{std::to_string(table.rows.size() + 1)}},
                  {Run{dues.unit.name}},
                  {Run{items.empty() ? say_("letter.state_typed", {}) : join(items, "; ")}},
                  {Run{state_of(dues)}}},
                 false}
            );
        }
        document_.annexes.push_back(
            {say_("letter.annex_label", {}),
             say_("letter.annex_title", {{"period", period()}}),
             false,
             {std::move(table)}}
        );
    }

    std::string state_of(const UnitDues& dues) const
    {
        if (dues.report.stage == Stage::returned) return say_("letter.state_returned", {});
        return say_("letter.state_overdue", {{"days", std::to_string(dues.timing.days)}});
    }

    void signing()
    {
        document_.recipients = {say_("letter.as_above", {})};
        if (!is_committees() && !material_.plan.issuer.empty())
            document_.recipients.push_back(
                say_("letter.report_to", {{"body", material_.plan.issuer}})
            );
        document_.file_copy = say_("letter.file_copy", {{"office", initials()}});
        if (!is_committees()) {
            document_.signing = material_.setup.signing;
            return;
        }
        const auto& signer = material_.plan.signer;
        document_.signing =
            signer.authority.empty()
                ? std::
                      vector{say_("letter.committee_authority", {}), say_("letter.committee_capacity", {}), say_("letter.committee_position", {})}
                : std::vector{signer.authority, signer.capacity, signer.position};
        std::erase(document_.signing, std::string());
    }

    void add(std::string text, bool bulleted = false)
    {
        document_.body.emplace_back(Paragraph{{Run{std::move(text)}}, bulleted, {}});
    }

    std::string plan() const { return plan_in_words(material_.plan, say_); }
    std::string period() const { return period_in_words(material_.period, say_); }
    std::string now() const { return moment_in_words(material_.now, say_); }
    std::string asked_by() const
    {
        return material_.asked_by ? moment_in_words(*material_.asked_by, say_)
                                  : say_("letter.blank_hour", {});
    }

    const LetterMaterial& material_;
    std::vector<UnitDues> units_;
    const OfficialWords& say_;
    OfficialDocument document_;
};

} // namespace

Result<OfficialDocument> chasing_letter(const LetterMaterial& material, const OfficialWords& say)
{
    std::vector<UnitDues> units;
    std::ranges::copy_if(material.units, std::back_inserter(units), may_get_letter);
    if (units.empty()) return refuse(Refusal::invalid, "letter.nobody_to_chase", {}, "unit");
    return Letter(material, std::move(units), say).written();
}

} // namespace tiendo
