/* kith-export-csv.c: tables as CSV, and these in one ZIP file
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-export-private.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n.h>

/* 1 January 2000, of every file: the same content gives the same bytes. */
#define FIXED_TIME 946684800

/**
 * kith_export_make_csv:
 *
 * In UTF-8, which a mark says to spreadsheet programs. Text that a spreadsheet would run is
 * written as text.
 *
 * Returns: (transfer full): the bytes of its file
 */
GBytes *
kith_export_make_csv (const KithExportTable *table)
{
  GString *text = g_string_new ("\xef\xbb\xbf");
  guint n = kith_export_table_get_n_rows (table);

  for (guint c = 0; c < table->n_columns; c++)
    g_string_append_printf (text, "%s%s", c == 0 ? "" : ",", table->columns[c].name);
  g_string_append (text, "\r\n");
  for (guint r = 0; r < n; r++)
    {
      const KithExportCell *cells = kith_export_table_get_row (table, r);

      for (guint c = 0; c < table->n_columns; c++)
        {
          g_autofree char *cell = kith_export_cell_dup_text (&table->columns[c], &cells[c]);

          if (c > 0)
            g_string_append_c (text, ',');
          kith_text_append_csv (text, cell);
        }
      g_string_append (text, "\r\n");
    }
  return g_string_free_to_bytes (text);
}

static la_ssize_t
take_bytes_cb (struct archive *archive, void *data, const void *bytes, size_t size)
{
  g_byte_array_append (data, bytes, (guint)size);
  return (la_ssize_t)size;
}

static gboolean
add_file (struct archive *archive, const KithExportTable *table)
{
  g_autoptr (GBytes) bytes = kith_export_make_csv (table);
  g_autofree char *name = g_strdup_printf ("%s.csv", table->name);
  struct archive_entry *entry = archive_entry_new ();
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);
  gboolean is_added;

  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, (la_int64_t)size);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_mtime (entry, FIXED_TIME, 0);
  is_added = archive_write_header (archive, entry) == ARCHIVE_OK &&
             archive_write_data (archive, data, size) == (la_ssize_t)size;
  archive_entry_free (entry);
  return is_added;
}

/**
 * kith_export_make_zip:
 * @tables: (element-type KithExportTable): a file each
 * @error: return location for %KITH_EXPORT_ERROR_FILE
 *
 * Returns: (transfer full): the bytes of a ZIP file, or %NULL
 */
GBytes *
kith_export_make_zip (GPtrArray *tables, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  struct archive *archive = archive_write_new ();
  gboolean is_made = archive_write_set_format_zip (archive) == ARCHIVE_OK &&
                     archive_write_set_bytes_in_last_block (archive, 1) == ARCHIVE_OK &&
                     archive_write_open (archive, bytes, NULL, take_bytes_cb, NULL) == ARCHIVE_OK;

  for (guint t = 0; is_made && t < tables->len; t++)
    is_made = add_file (archive, g_ptr_array_index (tables, t));
  is_made = archive_write_close (archive) == ARCHIVE_OK && is_made;
  if (!is_made)
    g_set_error (error, KITH_EXPORT_ERROR, KITH_EXPORT_ERROR_FILE,
                 _ ("The ZIP file could not be made: %s."), archive_error_string (archive));
  archive_write_free (archive);
  return is_made ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}
