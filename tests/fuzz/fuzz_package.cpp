#include "documents/package/docx_package.hpp"
#include "documents/package/xlsx_reader.hpp"
#include "harness.hpp"

/// The bytes of an archive.
void try_input(std::string_view input)
{
    (void)tiendo::documents::unpack_docx(input);
    (void)tiendo::documents::unpack_xlsx(input);
}
