// Writes the rows of a tab-separated file as a workbook with libxlsxwriter, and tells what it took:
// libxlsxwriter ROWS.tsv BOOK.xlsx
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <xlsxwriter.h>

static void write_cell(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text, lxw_format *date) {
  lxw_datetime day = {0};
  if (*text == '\0') return;
  if (strlen(text) == 10 && sscanf(text, "%4d-%2d-%2d", &day.year, &day.month, &day.day) == 3)
    worksheet_write_datetime(sheet, row, column, &day, date);
  else
    worksheet_write_string(sheet, row, column, text, NULL);
}

// Not what getrusage calls the most: that counts what this process was before it became this program.
static long most_kilobytes(void) {
  char line[256];
  long kilobytes = 0;
  FILE *status = fopen("/proc/self/status", "r");
  while (status && fgets(line, sizeof line, status)) sscanf(line, "VmHWM: %ld", &kilobytes);
  if (status) fclose(status);
  return kilobytes;
}

static double seconds(struct timeval time) { return (double)time.tv_sec + (double)time.tv_usec / 1e6; }

int main(int count, char **arguments) {
  if (count != 3) return 2;
  long idle = most_kilobytes();
  FILE *rows = fopen(arguments[1], "r");
  lxw_workbook_options options = {.constant_memory = LXW_TRUE};
  lxw_workbook *book = workbook_new_opt(arguments[2], &options);
  lxw_worksheet *sheet = workbook_add_worksheet(book, "Report");
  lxw_format *date = workbook_add_format(book);
  format_set_num_format(date, "d mmm yyyy");
  char line[65536];
  for (lxw_row_t row = 0; rows && fgets(line, sizeof line, rows); row++) {
    char *rest = line, *text;
    line[strcspn(line, "\n")] = '\0';
    for (lxw_col_t column = 0; (text = strsep(&rest, "\t")); column++) write_cell(sheet, row, column, text, date);
  }
  lxw_error error = workbook_close(book);
  struct rusage end;
  getrusage(RUSAGE_SELF, &end);
  printf("{\"processorSeconds\": %.3f, \"kilobytes\": %ld}\n", seconds(end.ru_utime) + seconds(end.ru_stime),
         most_kilobytes() - idle);
  return rows && error == LXW_NO_ERROR ? 0 : 1;
}
