#pragma once

#include "base/date.hpp"
#include "base/result.hpp"

#include <xlsxwriter.h>

#include <string>

/// How our values are handed to libxlsxwriter; for the files of this folder.
namespace tiendo::documents {

inline lxw_row_t row_of(int row)
{
    return static_cast<lxw_row_t>(row);
}

inline lxw_col_t column_of(int column)
{
    return static_cast<lxw_col_t>(column);
}

inline void require(lxw_error error)
{
    if (error != LXW_NO_ERROR) throw Fault(std::string("xlsx: ") + lxw_strerror(error));
}

/// libxlsxwriter's lists are of char*, which it does not write to.
inline char* writable(const std::string& text)
{
    return const_cast<char*>(text.c_str());
}

inline lxw_datetime datetime_of(Date day)
{
    return {
        static_cast<int>(day.year()),
        static_cast<int>(static_cast<unsigned>(day.month())),
        static_cast<int>(static_cast<unsigned>(day.day())),
        0,
        0,
        0
    };
}

} // namespace tiendo::documents
