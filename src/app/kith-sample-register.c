/* kith-sample-register.c: the invented region as a register of its own
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-sample-register.h"
#include "kith-import.h"
#include "kith-sample.h"
#include "kith-store.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* For readers and for tests: no files of any known kind. */
static const char *const no_data[] = { "README.txt", "planted.csv", NULL };

static GPtrArray *
list_files (GFile *folder, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GDir) dir = g_dir_open (g_file_peek_path (folder), 0, error);
  const char *name;

  if (dir == NULL)
    return NULL;
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (files, g_file_get_child (folder, name));
  return g_steal_pointer (&files);
}

static void
remove_folder (GFile *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = list_files (folder, &error);

  for (guint i = 0; files != NULL && i < files->len; i++)
    g_unlink (g_file_peek_path (files->pdata[i]));
  if (g_rmdir (g_file_peek_path (folder)) != 0)
    g_debug ("%s was left", g_file_peek_path (folder));
}

static gboolean
import_folder (KithStore *store, GFile *folder, KithJob *job, GError **error)
{
  g_autoptr (GPtrArray) files = list_files (folder, error);
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (KithPreview) preview = NULL;
  KithImportOptions options = { .today = kith_date_today () };
  KithEntry entry = { .who = _ ("Kith"), .what = _ ("The sample region") };

  for (guint i = 0; files != NULL && i < files->len; i++)
    {
      g_autofree char *name = g_file_get_basename (files->pdata[i]);

      if (g_strv_contains (no_data, name))
        g_ptr_array_remove_index_fast (files, i--);
    }
  ledger = files != NULL ? kith_store_read_ledger (store, NULL, TRUE, job, error) : NULL;
  if (ledger != NULL)
    preview =
        kith_import_read (ledger, (GFile *const *)files->pdata, files->len, &options, job, error);
  return preview != NULL && kith_store_apply (store, preview->changes, &entry, job, error);
}

static gboolean
fill_register (GFile *file, GFile *folder, guint n_schools, KithJob *job, GError **error)
{
  /* as the region stands today: a region of another day would be off everybody's radar */
  KithSampleOptions options = { KITH_SAMPLE_SEED, n_schools, 0, kith_date_today () };
  g_autoptr (KithStore) store = NULL;

  if (!kith_sample_write (folder, &options, job, error))
    return FALSE;
  store = kith_store_create (file, error);
  return store != NULL && import_folder (store, folder, job, error);
}

/**
 * kith_sample_register_get_file:
 *
 * Returns: (transfer full): where the sample region's register is kept
 */
GFile *
kith_sample_register_get_file (void)
{
  return g_file_new_build_filename (g_get_user_data_dir (), "kith", _ ("Sample region.kith"), NULL);
}

/**
 * kith_sample_register_make:
 * @file: where nothing is yet
 * @n_schools: how many schools are in scope, 0 for the usual number
 * @job: (nullable): takes progress, gives cancellation
 *
 * Invents the region, and imports its files as an officer would. Appears whole or not at all.
 * In the store's thread or a worker: it takes some seconds.
 */
gboolean
kith_sample_register_make (GFile *file, guint n_schools, KithJob *job, GError **error)
{
  g_autofree char *path = g_dir_make_tmp ("kith-sample-XXXXXX", error);
  g_autofree char *home = g_path_get_dirname (g_file_peek_path (file));
  g_autofree char *part_path = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GFile) part = NULL;
  gboolean is_made;

  if (path == NULL)
    return FALSE;
  folder = g_file_new_for_path (path);
  g_mkdir_with_parents (home, 0700);
  part_path = g_strconcat (g_file_peek_path (file), ".part", NULL);
  part = g_file_new_for_path (part_path);
  g_unlink (part_path); /* of a start that was cut short */

  is_made = fill_register (part, folder, n_schools, job, error) &&
            g_file_move (part, file, G_FILE_COPY_NONE, NULL, NULL, NULL, error);
  if (!is_made)
    g_unlink (part_path);
  remove_folder (folder);
  return is_made;
}
