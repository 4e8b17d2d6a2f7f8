#pragma once

#include <libpq-fe.h>

namespace tiendo::store::sql {

/// PostgreSQL's client library, as far as it is used here. Loaded where a PostgreSQL is asked for,
/// since it drags in a score of other libraries, which cost every command of an office with the
/// embedded database half its start.
struct Libpq {
    decltype(&PQclear) clear;
    decltype(&PQcmdTuples) cmd_tuples;
    decltype(&PQconnectdb) connect;
    decltype(&PQconsumeInput) consume_input;
    decltype(&PQenterPipelineMode) enter_pipeline;
    decltype(&PQerrorMessage) error_message;
    decltype(&PQexec) exec;
    decltype(&PQexecPrepared) exec_prepared;
    decltype(&PQexitPipelineMode) exit_pipeline;
    decltype(&PQfinish) finish;
    decltype(&PQfreemem) free_memory;
    decltype(&PQftype) type_of;
    decltype(&PQgetisnull) is_null;
    decltype(&PQgetlength) length_of;
    decltype(&PQgetResult) next_result;
    decltype(&PQgetvalue) value_of;
    decltype(&PQnfields) fields;
    decltype(&PQnotifies) notifies;
    decltype(&PQntuples) tuples;
    decltype(&PQpipelineSync) pipeline_sync;
    decltype(&PQprepare) prepare;
    decltype(&PQreset) reset;
    decltype(&PQresultErrorMessage) result_error;
    decltype(&PQresultStatus) result_status;
    decltype(&PQsendQueryPrepared) send_prepared;
    decltype(&PQsetClientEncoding) set_encoding;
    decltype(&PQsetNoticeProcessor) set_notice_processor;
    decltype(&PQsetSingleRowMode) set_single_row_mode;
    decltype(&PQsocket) socket;
    decltype(&PQstatus) status;
    decltype(&PQtransactionStatus) transaction_status;
    decltype(&PQunescapeBytea) unescape_bytes;
};

/// Throws Fault where the library is not installed.
const Libpq& libpq();

} // namespace tiendo::store::sql
