// The door to libxlsxwriter, to what it does not say - whether a sheet's rows have reached the disk - and to what it says
// where nobody asked.
#ifndef CXLSXWRITER_H
#define CXLSXWRITER_H

#include <stdbool.h>

#include <xlsxwriter.h>

/// False where rows of the sheet could not be written to its temporary file: the library itself looks only at the end,
/// and would make a workbook without them.
bool cx_rows_are_kept(lxw_worksheet *sheet);

/// Writes the workbook and frees it; what goes wrong is answered, and not printed on standard error as well.
lxw_error cx_close(lxw_workbook *workbook);

#endif
