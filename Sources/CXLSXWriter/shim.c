#include "CXLSXWriter.h"

#include <stdio.h>

bool cx_rows_are_kept(lxw_worksheet *sheet) {
  FILE *rows = sheet->optimize_tmpfile;
  return rows == NULL || (fflush(rows) == 0 && ferror(rows) == 0);
}

lxw_error cx_close(lxw_workbook *workbook) {
  FILE *heard = stderr;
  FILE *unheard = fmemopen(NULL, 4096, "w");
  if (unheard != NULL) stderr = unheard;
  lxw_error result = workbook_close(workbook);
  stderr = heard;
  if (unheard != NULL) fclose(unheard);
  return result;
}
