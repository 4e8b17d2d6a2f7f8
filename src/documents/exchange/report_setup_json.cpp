#include "documents/exchange/report_setup_json.hpp"

#include "documents/exchange/json_reader.hpp"

namespace tiendo::documents {

namespace bj = boost::json;

std::string to_json(const ReportSetup& setup)
{
    bj::object object;
    object["superior"] = setup.superior;
    object["issuer"] = setup.issuer;
    object["number"] = setup.number;
    object["symbol"] = setup.symbol;
    object["place"] = setup.place;
    if (setup.date) object["date"] = iso_date(*setup.date);
    object["addressees"] = json::to_array(setup.addressees);
    object["recipients"] = json::to_array(setup.recipients);
    object["file_copy"] = setup.file_copy;
    object["signing"] = json::to_array(setup.signing);
    object["signer_name"] = setup.signer_name;
    return bj::serialize(object);
}

Result<ReportSetup> parse_report_setup(std::string_view text)
{
    return json::reading(text, [](const bj::object& object) {
        ReportSetup setup;
        setup.superior = json::text(object, "superior");
        setup.issuer = json::text(object, "issuer");
        setup.number = json::text(object, "number");
        setup.symbol = json::text(object, "symbol");
        setup.place = json::text(object, "place");
        setup.date = json::day(object, "date");
        setup.addressees = json::texts(object, "addressees");
        setup.recipients = json::texts(object, "recipients");
        setup.file_copy = json::text(object, "file_copy");
        setup.signing = json::texts(object, "signing");
        setup.signer_name = json::text(object, "signer_name");
        return setup;
    });
}

} // namespace tiendo::documents
