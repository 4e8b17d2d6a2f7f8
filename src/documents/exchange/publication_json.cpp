#include "documents/exchange/publication_json.hpp"

#include "documents/exchange/json_reader.hpp"

namespace tiendo::documents {
namespace {

namespace bj = boost::json;

constexpr json::Names<WhyHidden, 6> reasons{{
    {WhyHidden::shown, "shown"},
    {WhyHidden::below_province, "below_province"},
    {WhyHidden::small_count, "small_count"},
    {WhyHidden::small_base, "small_base"},
    {WhyHidden::makes_out_a_unit, "makes_out_a_unit"},
    {WhyHidden::makes_out_a_period, "makes_out_a_period"},
}};

bj::object total_object(const PublishedTotal& total)
{
    bj::array parts;
    for (const auto& part : total.parts)
        parts.push_back(bj::object{
            {"unit", part.unit.str()},
            {"submission", part.submission},
            {"numerator", part.numerator},
            {"denominator", part.denominator},
        });
    bj::object object{{"measure", total.measure.str()}};
    json::put_if(object, "breakdown", total.breakdown);
    object["parts"] = std::move(parts);
    return object;
}

PublishedTotal total_in(const bj::object& object)
{
    PublishedTotal total;
    total.measure = MeasureId(json::text(object, "measure"));
    total.breakdown = json::text(object, "breakdown");
    json::each_in(object, "parts", [&](const bj::object& part) {
        total.parts.push_back(
            {UnitId(json::text(part, "unit")),
             json::text(part, "submission"),
             json::whole(part, "numerator"),
             json::whole(part, "denominator")}
        );
    });
    return total;
}

} // namespace

std::string_view name_of(WhyHidden why)
{
    return json::name_of(reasons, why);
}

std::string to_json(const std::vector<Publication>& publications)
{
    bj::array list;
    for (const auto& publication : publications) {
        bj::array totals;
        for (const auto& total : publication.totals)
            totals.push_back(total_object(total));
        list.push_back(bj::object{
            {"at", publication.at.seconds}, {"by", publication.by}, {"totals", std::move(totals)}
        });
    }
    return bj::serialize(bj::object{{"publications", std::move(list)}});
}

Result<std::vector<Publication>> parse_publications(std::string_view text)
{
    return json::reading(text, [](const bj::object& object) {
        std::vector<Publication> publications;
        json::each_in(object, "publications", [&](const bj::object& each) {
            Publication publication{{json::whole(each, "at")}, json::text(each, "by"), {}};
            json::each_in(each, "totals", [&](const bj::object& total) {
                publication.totals.push_back(total_in(total));
            });
            publications.push_back(std::move(publication));
        });
        return publications;
    });
}

std::string to_json(const std::vector<DisclosureLine>& lines)
{
    bj::object object;
    for (const auto& line : lines)
        object[line.measure.str()] = name_of(line.why);
    return bj::serialize(object);
}

} // namespace tiendo::documents
