/* kith-export-xlsx.c: tables as the sheets of a workbook
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-export-private.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <xlsxwriter.h>

/* 1 January 2000: the same content gives the same bytes. */
#define FIXED_TIME 946684800

/* What a cell of a workbook holds at most, in characters. */
#define MOST_CHARACTERS 32767

/* Earlier days have no number in a workbook that all programs agree on. */
#define FIRST_DAY (kith_date_new (1900, 3, 1))

typedef struct
{
  lxw_workbook *workbook;
  lxw_format *head, *day;
} Book;

/* A cell takes so much; what XML has no way to write becomes a mark. */
static char *
dup_cell_text (const char *text)
{
  g_autofree char *clean = kith_export_dup_xml_text (text);
  g_autofree char *cut = NULL;

  if (g_utf8_strlen (clean, -1) <= MOST_CHARACTERS)
    return g_steal_pointer (&clean);
  cut = g_utf8_substring (clean, 0, MOST_CHARACTERS - 1);
  return g_strconcat (cut, "…", NULL);
}

static void
write_cell (const Book *self,
            lxw_worksheet *sheet,
            guint row,
            guint column,
            const KithExportColumn *of,
            const KithExportCell *cell)
{
  g_autofree char *text = NULL;
  int year, month, day;

  if (kith_export_cell_is_blank (of, cell))
    return;
  if (of->type == KITH_FIELD_INT)
    worksheet_write_number (sheet, row, (lxw_col_t)column, (double)cell->number, NULL);
  else if (of->type == KITH_FIELD_REAL)
    worksheet_write_number (sheet, row, (lxw_col_t)column, cell->real, NULL);
  else if (of->type == KITH_FIELD_DATE && cell->date >= FIRST_DAY)
    {
      lxw_datetime when = { 0 };

      kith_date_get_parts (cell->date, &year, &month, &day);
      when.year = year;
      when.month = month;
      when.day = day;
      worksheet_write_datetime (sheet, row, (lxw_col_t)column, &when, self->day);
    }
  else
    {
      g_autofree char *whole = kith_export_cell_dup_text (of, cell);

      text = dup_cell_text (whole);
      worksheet_write_string (sheet, row, (lxw_col_t)column, text, NULL);
    }
}

/* Wide enough for its head, and for what usually stands there. */
static double
find_width (const KithExportColumn *column)
{
  double head = (double)g_utf8_strlen (column->name, -1) + 3;

  return MAX (head, column->type == KITH_FIELD_TEXT ? 18 : 11);
}

static void
add_sheet (const Book *self, const KithExportTable *table)
{
  lxw_worksheet *sheet = workbook_add_worksheet (self->workbook, table->name);
  guint n = kith_export_table_get_n_rows (table);

  for (guint c = 0; c < table->n_columns; c++)
    {
      worksheet_set_column (sheet, (lxw_col_t)c, (lxw_col_t)c, find_width (&table->columns[c]),
                            NULL);
      worksheet_write_string (sheet, 0, (lxw_col_t)c, table->columns[c].name, self->head);
    }
  for (guint r = 0; r < n; r++)
    for (guint c = 0; c < table->n_columns; c++)
      write_cell (self, sheet, r + 1, c, &table->columns[c],
                  &kith_export_table_get_row (table, r)[c]);
  worksheet_freeze_panes (sheet, 1, 0);
  worksheet_autofilter (sheet, 0, 0, MAX (n, 1), (lxw_col_t)(table->n_columns - 1));
}

static lxw_error
write_workbook (GPtrArray *tables, const char *path, char *folder)
{
  lxw_workbook_options options = { .constant_memory = TRUE, .tmpdir = folder };
  lxw_doc_properties properties = { .created = FIXED_TIME };
  Book self = { workbook_new_opt (path, &options), NULL, NULL };

  workbook_set_properties (self.workbook, &properties);
  self.head = workbook_add_format (self.workbook);
  format_set_bold (self.head);
  self.day = workbook_add_format (self.workbook);
  format_set_num_format (self.day, "yyyy-mm-dd");
  for (guint t = 0; t < tables->len; t++)
    add_sheet (&self, g_ptr_array_index (tables, t));
  return workbook_close (self.workbook);
}

/**
 * kith_export_make_xlsx:
 * @tables: (element-type KithExportTable): a sheet each
 * @error: return location for %KITH_EXPORT_ERROR_FILE
 *
 * Days are days, numbers numbers, and all else is text, whatever it begins with. Heads stay in
 * sight and have filters.
 *
 * Returns: (transfer full): the bytes of a workbook, or %NULL
 */
GBytes *
kith_export_make_xlsx (GPtrArray *tables, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *folder = g_dir_make_tmp ("kith-XXXXXX", &reason);
  g_autofree char *path = folder == NULL ? NULL : g_build_filename (folder, "book.xlsx", NULL);
  g_autofree char *data = NULL;
  gsize size = 0;
  lxw_error code = LXW_NO_ERROR;

  if (folder != NULL)
    {
      code = write_workbook (tables, path, folder);
      if (code == LXW_NO_ERROR)
        g_file_get_contents (path, &data, &size, &reason);
      g_unlink (path);
      g_rmdir (folder);
    }
  if (data != NULL)
    return g_bytes_new_take (g_steal_pointer (&data), size);
  g_set_error (error, KITH_EXPORT_ERROR, KITH_EXPORT_ERROR_FILE,
               _ ("The workbook could not be made: %s."),
               reason != NULL ? reason->message : lxw_strerror (code));
  return NULL;
}
