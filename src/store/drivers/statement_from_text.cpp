// Not part of any program: ctest sees the compiler refuse it, and take it with FROM_LITERAL.
#include "store/drivers/statement.hpp"

tiendo::store::sql::Sql statement_of(const char (&text)[16])
{
#ifdef FROM_LITERAL
    static_cast<void>(text);
    return "SELECT 1";
#else
    return text;
#endif
}
