/* kith-zip.c: the parts of a workbook file, read with bounds
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-zip-private.h"

#include "kith-import.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n.h>
#include <string.h>

struct _KithZip
{
  GBytes *bytes;
  char *name;
  GHashTable *parts; /* names in lower case, / between */
};

struct _KithZipPart
{
  struct archive *archive;
  const char *name; /* the file's */
  guint64 n_read;
  guint64 most;
};

/* Names in a package are compared without letter case (ECMA-376 part 2); some writers put a
 * backslash, or a slash before all. */
static char *
dup_part_key (const char *part)
{
  char *key = g_ascii_strdown (part, -1);

  g_strdelimit (key, "\\", '/');
  if (key[0] == '/')
    memmove (key, key + 1, strlen (key));
  return key;
}

static const char *
get_entry_name (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname_utf8 (entry);

  if (name == NULL)
    name = archive_entry_pathname (entry);
  return name != NULL ? name : "";
}

static void
set_damaged (GError **error, const char *name)
{
  g_set_error (error, KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_FORM,
               _ ("“%s” is not a whole workbook: it is cut short or damaged. Nothing was read. "
                  "Fetch or save it again."),
               name);
}

/* Only the reader that starts from the list at the file's end: a file cut short has none. */
static struct archive *
open_archive (GBytes *bytes, const char *name, GError **error)
{
  struct archive *archive = archive_read_new ();
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  archive_read_support_format_zip_seekable (archive);
  if (archive_read_open_memory (archive, data, size) != ARCHIVE_OK)
    {
      set_damaged (error, name);
      archive_read_free (archive);
      return NULL;
    }
  return archive;
}

static gboolean
list_parts (KithZip *self, GError **error)
{
  struct archive *archive = open_archive (self->bytes, self->name, error);
  struct archive_entry *entry;
  gboolean is_good = TRUE;
  int status;

  if (archive == NULL)
    return FALSE;
  while (is_good && (status = archive_read_next_header (archive, &entry)) == ARCHIVE_OK)
    {
      if (archive_entry_is_encrypted (entry))
        {
          g_set_error (error, KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_FORM,
                       _ ("“%s” is protected by a password. Nothing was read. Save it without "
                          "one and read that."),
                       self->name);
          is_good = FALSE;
        }
      else if (g_hash_table_size (self->parts) >= KITH_ZIP_PARTS)
        {
          g_set_error (error, KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_FORM,
                       _ ("“%s” has more than %u parts, which no workbook has. Nothing was "
                          "read."),
                       self->name, KITH_ZIP_PARTS);
          is_good = FALSE;
        }
      else
        g_hash_table_add (self->parts, dup_part_key (get_entry_name (entry)));
    }
  if (is_good && status != ARCHIVE_EOF)
    {
      set_damaged (error, self->name);
      is_good = FALSE;
    }
  archive_read_free (archive);
  return is_good;
}

/**
 * kith_zip_new:
 * @bytes: a file's
 * @name: what the file is called, for sentences
 * @error: return location for a #GError
 *
 * Returns: (transfer full): its parts, or %NULL with %KITH_IMPORT_ERROR_FORM where it is cut
 *   short, damaged or protected by a password
 */
KithZip *
kith_zip_new (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (KithZip) self = g_new0 (KithZip, 1);

  self->bytes = g_bytes_ref (bytes);
  self->name = g_strdup (name);
  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!list_parts (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * kith_zip_free:
 * @self: (transfer full) (nullable): parts
 */
void
kith_zip_free (KithZip *self)
{
  if (self == NULL)
    return;
  g_bytes_unref (self->bytes);
  g_free (self->name);
  g_hash_table_unref (self->parts);
  g_free (self);
}

/**
 * kith_zip_get_name:
 *
 * Returns: (transfer none): what the file is called
 */
const char *
kith_zip_get_name (KithZip *self)
{
  return self->name;
}

/**
 * kith_zip_has_part:
 * @part: a name such as xl/workbook.xml
 *
 * Returns: whether the file has it
 */
gboolean
kith_zip_has_part (KithZip *self, const char *part)
{
  g_autofree char *key = dup_part_key (part);

  return g_hash_table_contains (self->parts, key);
}

/**
 * kith_zip_open_part:
 * @part: a name such as xl/workbook.xml
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the part, at its first byte, for as long as @self lives
 */
KithZipPart *
kith_zip_open_part (KithZip *self, const char *part, GError **error)
{
  g_autofree char *key = dup_part_key (part);
  struct archive *archive = open_archive (self->bytes, self->name, error);
  struct archive_entry *entry;

  if (archive == NULL)
    return NULL;
  while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    {
      g_autofree char *entry_key = dup_part_key (get_entry_name (entry));

      if (strcmp (entry_key, key) == 0)
        {
          KithZipPart *opened = g_new0 (KithZipPart, 1);
          guint64 ratio_most = (guint64)g_bytes_get_size (self->bytes) * KITH_ZIP_RATIO;

          opened->archive = archive;
          opened->name = self->name;
          opened->most = CLAMP (ratio_most, KITH_ZIP_FREE, KITH_ZIP_MOST);
          return opened;
        }
    }
  archive_read_free (archive);
  set_damaged (error, self->name);
  return NULL;
}

/**
 * kith_zip_part_read:
 * @bytes: where to
 * @size: how many at most
 * @error: return location for a #GError
 *
 * Returns: how many were read, 0 at the end, -1 with %KITH_IMPORT_ERROR_FORM where the part
 *   is damaged or unpacks to more than it may
 */
gssize
kith_zip_part_read (KithZipPart *self, void *bytes, gsize size, GError **error)
{
  la_ssize_t n = archive_read_data (self->archive, bytes, size);

  if (n < 0)
    {
      set_damaged (error, self->name);
      return -1;
    }
  self->n_read += (guint64)n;
  if (self->n_read > self->most)
    {
      g_set_error (error, KITH_IMPORT_ERROR, KITH_IMPORT_ERROR_FORM,
                   _ ("“%s” unpacks to far more than a workbook of its size holds. Nothing was "
                      "read. Save it as CSV and read that."),
                   self->name);
      return -1;
    }
  return n;
}

/**
 * kith_zip_part_free:
 * @self: (transfer full) (nullable): a part
 */
void
kith_zip_part_free (KithZipPart *self)
{
  if (self == NULL)
    return;
  archive_read_free (self->archive);
  g_free (self);
}
