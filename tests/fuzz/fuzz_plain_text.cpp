#include "documents/reading/read_document.hpp"
#include "documents/reading/read_plan.hpp"
#include "harness.hpp"

void try_input(std::string_view input)
{
    auto document = tiendo::documents::read_document(input, "plan.txt");
    if (document) (void)tiendo::documents::read_plan(std::move(*document));
}
