#include "app/issuing/pdf.hpp"

#include "documents/converting/libre_office.hpp"

namespace tiendo::app {

bool pdf_is_available()
{
    return documents::LibreOffice::installed().has_value();
}

Result<std::string> pdf_of(std::string_view docx)
{
    const auto office = documents::LibreOffice::installed();
    if (!office) return refuse(Refusal::unreadable, "pdf.not_installed");
    return office->pdf_of(docx);
}

} // namespace tiendo::app
