#include "CXLSXWriter.h"

#include <stdio.h>

bool cx_rows_are_kept(lxw_worksheet *sheet) {
  FILE *rows = sheet->optimize_tmpfile;
  return rows == NULL || (fflush(rows) == 0 && ferror(rows) == 0);
}
