#include "store/data_answers.hpp"

#include "store/drivers/connection.hpp"
#include "store/sql/counter.hpp"

namespace tiendo::store {

void DataAnswers::add(const DataAnswer& answer)
{
    connection_.execute(
        R"sql(
            INSERT INTO data_answer (seq, plan, period, question, about, reason, by_whom, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        )sql",
        {sql::next_number(connection_, "data_answer"),
         answer.plan,
         answer.period,
         answer.question,
         answer.about,
         answer.reason,
         answer.by,
         answer.at}
    );
}

std::vector<DataAnswer> DataAnswers::of_period(std::int64_t plan, const std::string& period)
{
    return connection_.list(
        R"sql(
            SELECT seq, plan, period, question, about, reason, by_whom, at FROM data_answer
            WHERE plan = $1 AND period = $2 ORDER BY seq
        )sql",
        {plan, period},
        [](const sql::Row& row) {
            return DataAnswer{
                .seq = row.integer(0),
                .plan = row.integer(1),
                .period = row.text(2),
                .question = row.text(3),
                .about = row.text(4),
                .reason = row.text(5),
                .by = row.text(6),
                .at = row.instant(7),
            };
        }
    );
}

} // namespace tiendo::store
