/* kith-sheet.c: the sheets of a workbook, row by row
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-sheet-private.h"

#include "kith-import.h"
#include "kith-sheet-parts-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* What Excel puts its password and its workbooks of before 2007 in. */
static const guchar ole_magic[8] = { 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1 };

struct _KithBook
{
  const KithSheetClass *class;
  KithZip *zip;
  gpointer book;
  GPtrArray *names;
};

struct _KithSheet
{
  const KithSheetClass *class;
  gpointer sheet;
  KithSheetQueue *queue;
  gboolean is_at_end;
};

/**
 * kith_book_is_likely:
 * @bytes: a file's first
 * @size: how many, 8 or more where the file has them
 *
 * Returns: whether the file is to be opened as a workbook: it is a ZIP file, or what Excel
 *   protects by a password
 */
gboolean
kith_book_is_likely (const void *bytes, gsize size)
{
  return size >= 4 && (memcmp (bytes, "PK\3\4", 4) == 0 || memcmp (bytes, "PK\5\6", 4) == 0 ||
                       (size >= 8 && memcmp (bytes, ole_magic, 8) == 0));
}

/**
 * kith_book_open:
 * @bytes: a file's
 * @name: what the file is called, for sentences
 * @error: return location for a #GError
 *
 * Costs a reading of the shared strings (XLSX) or of the whole file (ODS).
 *
 * Returns: (transfer full): the workbook, or %NULL with %KITH_IMPORT_ERROR_FORM where it is
 *   damaged, hostile or protected, and %KITH_IMPORT_ERROR_KIND where it is something else
 */
KithBook *
kith_book_open (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (KithBook) self = g_new0 (KithBook, 1);
  gsize size;
  const char *start = g_bytes_get_data (bytes, &size);

  if (size >= sizeof ole_magic && memcmp (start, ole_magic, sizeof ole_magic) == 0)
    {
      g_set_error (error, KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_FORM,
                   _ ("“%s” is protected by a password, or a workbook of before 2007. Nothing "
                      "was read. Save it as XLSX without a password and read that."),
                   name);
      return NULL;
    }
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->zip = kith_zip_new (bytes, name, error);
  if (self->zip == NULL)
    return NULL;
  if (kith_zip_has_part (self->zip, "_rels/.rels"))
    self->class = &kith_sheet_xlsx;
  else if (kith_zip_has_part (self->zip, "content.xml"))
    self->class = &kith_sheet_ods;
  else
    {
      g_set_error (error, KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_KIND,
                   _ ("“%s” is a ZIP file but no workbook. Unpack it and read the files in it."),
                   name);
      return NULL;
    }
  if (!self->class->read (self->zip, &self->book, self->names, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * kith_book_free:
 * @self: (transfer full) (nullable): a workbook none of whose sheets are open
 */
void
kith_book_free (KithBook *self)
{
  if (self == NULL)
    return;
  if (self->class != NULL)
    self->class->free_book (self->book);
  kith_zip_free (self->zip);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_free (self);
}

/**
 * kith_book_get_n_sheets:
 *
 * Returns: how many sheets can be seen
 */
guint
kith_book_get_n_sheets (KithBook *self)
{
  return self->names->len;
}

/**
 * kith_book_get_sheet_name:
 * @sheet: less than kith_book_get_n_sheets()
 *
 * Returns: (transfer none): what stands on its tab
 */
const char *
kith_book_get_sheet_name (KithBook *self, guint sheet)
{
  g_return_val_if_fail (sheet < self->names->len, NULL);
  return g_ptr_array_index (self->names, sheet);
}

/**
 * kith_book_open_sheet:
 * @sheet: less than kith_book_get_n_sheets()
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the sheet, before its first row; @self must outlive it
 */
KithSheet *
kith_book_open_sheet (KithBook *self, guint sheet, GError **error)
{
  g_autoptr (KithSheet) opened = g_new0 (KithSheet, 1);

  g_return_val_if_fail (sheet < self->names->len, NULL);

  opened->class = self->class;
  opened->queue = kith_sheet_queue_new ();
  opened->sheet = self->class->open_sheet (self->book, self->zip, sheet, opened->queue, error);
  if (opened->sheet == NULL)
    return NULL;
  return g_steal_pointer (&opened);
}

/**
 * kith_sheet_next:
 * @row: (out caller-allocates): the next row that is not empty, valid until the next call;
 *   without cells and with number 0 after the last
 * @error: return location for a #GError
 *
 * Returns: %FALSE with %KITH_IMPORT_ERROR_FORM
 */
gboolean
kith_sheet_next (KithSheet *self, KithSheetRow *row, GError **error)
{
  while (!kith_sheet_queue_take (self->queue, row))
    {
      if (self->is_at_end)
        {
          *row = (KithSheetRow){ 0, NULL, 0 };
          return TRUE;
        }
      if (!self->class->step (self->sheet, &self->is_at_end, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * kith_sheet_free:
 * @self: (transfer full) (nullable): a sheet
 */
void
kith_sheet_free (KithSheet *self)
{
  if (self == NULL)
    return;
  if (self->class != NULL)
    self->class->free_sheet (self->sheet);
  kith_sheet_queue_free (self->queue);
  g_free (self);
}
