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

static double seconds(struct timeval time) { return (double)time.tv_sec + (double)time.tv_usec / 1e6; }

int main(int count, char **arguments) {
  if (count != 3) return 2;
  struct rusage idle, end;
  getrusage(RUSAGE_SELF, &idle);
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
  getrusage(RUSAGE_SELF, &end);
  printf("{\"processorSeconds\": %.3f, \"kilobytes\": %ld}\n", seconds(end.ru_utime) + seconds(end.ru_stime),
         end.ru_maxrss - idle.ru_maxrss);
  return rows && error == LXW_NO_ERROR ? 0 : 1;
}
