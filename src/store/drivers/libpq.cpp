#include "store/drivers/libpq.hpp"

#include "base/result.hpp"

#include <dlfcn.h>

#include <string>

namespace tiendo::store::sql {
namespace {

class Library {
public:
    Library() : handle_(::dlopen("libpq.so.5", RTLD_NOW | RTLD_LOCAL))
    {
        if (handle_ == nullptr) throw Fault("PostgreSQL needs the package libpq5");
    }

    template <class Function> void find(Function& function, const char* name) const
    {
        function = reinterpret_cast<Function>(::dlsym(handle_, name));
        if (function == nullptr) throw Fault(std::string("libpq5 is too old: no ") + name);
    }

private:
    void* handle_; ///< never given back: connections live as long as the program
};

Libpq load()
{
    const Library library;
    Libpq pq{};
    library.find(pq.clear, "PQclear");
    library.find(pq.cmd_tuples, "PQcmdTuples");
    library.find(pq.connect, "PQconnectdb");
    library.find(pq.consume_input, "PQconsumeInput");
    library.find(pq.enter_pipeline, "PQenterPipelineMode");
    library.find(pq.error_message, "PQerrorMessage");
    library.find(pq.exec, "PQexec");
    library.find(pq.exec_prepared, "PQexecPrepared");
    library.find(pq.exit_pipeline, "PQexitPipelineMode");
    library.find(pq.finish, "PQfinish");
    library.find(pq.free_memory, "PQfreemem");
    library.find(pq.type_of, "PQftype");
    library.find(pq.is_null, "PQgetisnull");
    library.find(pq.length_of, "PQgetlength");
    library.find(pq.next_result, "PQgetResult");
    library.find(pq.value_of, "PQgetvalue");
    library.find(pq.fields, "PQnfields");
    library.find(pq.notifies, "PQnotifies");
    library.find(pq.tuples, "PQntuples");
    library.find(pq.pipeline_sync, "PQpipelineSync");
    library.find(pq.prepare, "PQprepare");
    library.find(pq.reset, "PQreset");
    library.find(pq.result_error, "PQresultErrorMessage");
    library.find(pq.result_status, "PQresultStatus");
    library.find(pq.send_prepared, "PQsendQueryPrepared");
    library.find(pq.set_encoding, "PQsetClientEncoding");
    library.find(pq.set_notice_processor, "PQsetNoticeProcessor");
    library.find(pq.set_single_row_mode, "PQsetSingleRowMode");
    library.find(pq.socket, "PQsocket");
    library.find(pq.status, "PQstatus");
    library.find(pq.transaction_status, "PQtransactionStatus");
    library.find(pq.unescape_bytes, "PQunescapeBytea");
    return pq;
}

} // namespace

const Libpq& libpq()
{
    static const Libpq loaded = load();
    return loaded;
}

} // namespace tiendo::store::sql
