// The door to libxlsxwriter, and to the one thing that it does not say: whether a sheet's rows have reached the disk.
#ifndef CXLSXWRITER_H
#define CXLSXWRITER_H

#include <stdbool.h>

#include <xlsxwriter.h>

/// False where rows of the sheet could not be written to its temporary file: the library itself looks only at the end,
/// and would make a workbook without them.
bool cx_rows_are_kept(lxw_worksheet *sheet);

#endif
