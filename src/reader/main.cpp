#include "documents/exchange/plan_json.hpp"
#include "documents/reading/read_document.hpp"
#include "documents/reading/read_plan.hpp"

#include <cstdio>
#include <iostream>
#include <iterator>

int main(int argc, char** argv)
{
    using namespace tiendo;
    if (argc != 2) return 3;
    std::string bytes{std::istreambuf_iterator<char>(std::cin), {}};
    auto document = documents::read_document(bytes, argv[1]);
    if (!document) { std::cout << document.error().problems[0].key << "\n"; return 2; }
    auto plan = documents::read_plan(std::move(*document));
    if (!plan) { std::cout << documents::not_a_plan_json(); return 1; }
    std::cout << documents::to_plan_json(*plan);
}
