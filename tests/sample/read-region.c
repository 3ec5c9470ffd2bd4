/* read-region.c: a sample region, written, read and thrown away
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "read-region.h"
#include "kith-import.h"
#include "kith-sample.h"

#include <glib/gstdio.h>
#include <string.h>

/* All files but planted.csv and README.txt, which are no files to import. */
static GPtrArray *
list_files (const char *path, GPtrArray *all)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      char *file = g_build_filename (path, name, NULL);

      g_ptr_array_add (all, file);
      if (strcmp (name, "planted.csv") != 0 && strcmp (name, "README.txt") != 0)
        g_ptr_array_add (files, g_file_new_for_path (file));
    }
  return files;
}

/* As the files stand on 1 September 2026. */
KithLedger *
read_region (guint64 seed, guint n_schools)
{
  KithSampleOptions options = { .seed = seed, .n_schools = n_schools };
  const KithImportOptions reading = { .today = kith_date_new (2026, 9, 2) };
  g_autofree char *path = g_dir_make_tmp ("kith-region-XXXXXX", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free), files = NULL;
  g_autoptr (KithLedger) empty = kith_ledger_new_empty ();
  g_autoptr (KithPreview) preview = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (kith_sample_write (folder, &options, NULL, &error));
  files = list_files (path, all);
  preview =
      kith_import_read (empty, (GFile *const *)files->pdata, files->len, &reading, NULL, &error);
  g_assert_no_error (error);
  for (guint f = 0; f < all->len; f++)
    g_assert_cmpint (g_unlink (all->pdata[f]), ==, 0);
  g_assert_cmpint (g_rmdir (path), ==, 0);
  return kith_changeset_apply (preview->changes, 1);
}
